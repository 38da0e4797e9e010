//! An import that is killed: what it said was taken in is there, and nothing is there by half.

use std::io::{BufRead as _, BufReader};
use std::process::Stdio;

use crate::program::{Program, plan_number};

const KILLS: u32 = 25;
const FILES_EACH: u32 = 6;

#[test]
fn an_import_killed_25_times_loses_nothing_and_leaves_nothing_half_done() {
    let program = Program::new();
    program.run(&["import", &program.file("0.xml", plan_number(1))]).done();
    let each = program.events();
    let mut files = Vec::new();
    let mut acknowledged = 1;
    for kill in 0..KILLS {
        let first = 2 + kill * FILES_EACH;
        files.extend(
            (first..first + FILES_EACH).map(|number| program.file(&format!("{number}.xml"), plan_number(number))),
        );
        acknowledged += killed_after(&program, &files[files.len() - FILES_EACH as usize..], kill);
        let kept = kept(&program);
        assert!(kept >= acknowledged, "kill {kill}: {acknowledged} were acknowledged, {kept} are there");
        acknowledged = kept;
    }
    let all: Vec<&str> = ["import"].into_iter().chain(files.iter().map(String::as_str)).collect();
    program.run(&all).done();
    let plans = u64::from(KILLS * FILES_EACH) + 1;
    assert_eq!(kept(&program), plans, "whoever imports the whole folder again has everything once");
    assert!(program.events() >= plans * each - plans, "{} events in {plans} cases", program.events());
}

/// Starts an import, lets it acknowledge none to some files and go on for a moment, kills it, and returns how many it acknowledged.
fn killed_after(program: &Program, files: &[String], kill: u32) -> u64 {
    let arguments: Vec<&str> = ["import"].into_iter().chain(files.iter().map(String::as_str)).collect();
    let mut import = program.command(&arguments).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut said = BufReader::new(import.stdout.take().unwrap()).lines();
    let wanted = usize::try_from(kill % FILES_EACH).unwrap();
    let is_word = |line: &std::io::Result<String>| line.as_ref().is_ok_and(|line| line.contains("sag oprettet"));
    let before = said.by_ref().filter(is_word).take(wanted).count();
    // A moment that differs from kill to kill, so that it falls before, in and after a commit.
    for _ in 0..kill * 73_331 % 900_000 {
        std::hint::spin_loop();
    }
    let _ = import.kill();
    let after = said.filter(is_word).count();
    import.wait().unwrap();
    u64::try_from(before + after).unwrap()
}

/// The cases that are there; the record is whole, and its lists say the same.
fn kept(program: &Program) -> u64 {
    program.run(&["verify"]).done();
    let cases = program.run(&["case", "list", "--json"]).done().json();
    u64::try_from(cases.as_array().unwrap().len()).unwrap()
}
