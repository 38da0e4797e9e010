//! The database can't be written just now: another program is at it, or the disk has no room. Each time it is said what, where, and how to
//! mend it, nothing is half done, and once the cause is gone the same command works.

use store::sqlite::Opening;
use store::{Sqlite, Views as _};

use crate::program::{Program, Said, plan_number};

const CONTACT: [&str; 7] =
    ["do", "2026-0001", "record_first_contact", "by=telephone", "choice_informed=ja", "--as", "terapeut"];

/// A record with one case and somebody who may act in it; and another plan, which waits.
fn with_a_case() -> (Program, String) {
    let program = Program::new();
    program.run(&["import", &program.file("0.xml", plan_number(1))]).done();
    program.run(&["user", "add", "terapeut", "--name", "T", "--role", "therapist", "--unit", "Nord"]).done();
    let waiting = program.file("1.xml", plan_number(2));
    (program, waiting)
}

/// What was refused said these words and left nothing behind; now the same is done.
fn refused_then_done(program: &Program, refused: [(&[&str], Said); 2], before: u64, words: &[&str]) {
    for (command, said) in &refused {
        for words in ["genvej.db", "Intet er gemt"].iter().chain(words) {
            said.refused_with(words);
        }
        assert_eq!(program.events(), before, "{command:?} left something behind");
    }
    for (command, _) in refused {
        program.run(command).done();
    }
    assert!(program.events() > before + 1, "a plan and a contact were recorded");
}

#[tokio::test]
async fn a_database_that_another_program_is_writing_in_is_said_to_be() {
    let (program, waiting) = with_a_case();
    let before = program.events();
    let import: [&str; 2] = ["import", &waiting];
    let other = Sqlite::open(&Opening::at(program.db())).await.unwrap();
    let held = other.rebuild("0860".parse().unwrap()).await.unwrap();

    let without_waiting = |command: &[&str]| program.run(&[command, &["--wait", "0"]].concat());
    let refused = [&import[..], &CONTACT].map(|command| (command, without_waiting(command)));

    drop(held);
    other.close().await;
    refused_then_done(&program, refused, before, &["Et andet program bruger databasen", "prøv igen"]);
}

/// With a limit on the files that the program may write, which anybody may set; a full file system takes the same way.
#[test]
fn a_disk_without_room_is_said_to_be() {
    // What SQLite's index of the write-ahead log takes; less than the pages of any command.
    const ROOM: u32 = 32;
    let (program, waiting) = with_a_case();
    let before = program.events();
    let import: [&str; 2] = ["import", &waiting];

    let refused = [&import[..], &CONTACT].map(|command| (command, program.run_with_room_for(ROOM, command)));

    refused_then_done(&program, refused, before, &["Disken kunne ikke", "plads", "genvej verify"]);
}
