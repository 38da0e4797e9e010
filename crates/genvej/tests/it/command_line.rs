//! What is written after `genvej` and can't be used: what is wrong with it and how to write it, in the language asked for.

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt as _;

use crate::program::{Program, Said};

/// Commands that can't be carried out, and what is said of each in Danish and in English.
const WRONG: &[(&[&str], &str, &str)] = &[
    (&["nonsens"], "»nonsens« er ingen kommando.", "»nonsens« is no command."),
    (&["asses"], "Mente du »assess«?", "Did you mean »assess«?"),
    (&["duties", "--overdu"], "»--overdu« hører ikke til her. Mente du »--overdue«?", "Did you mean »--overdue«?"),
    (&["assess", "a", "b"], "hører ikke til her", "does not belong here"),
    (&["assess", "a"], "Der mangler: --as-of DATO.", "Missing: --as-of DATE."),
    (&["case", "show"], "Der mangler: SAG.", "Missing: CASE."),
    (&["import"], "Der mangler: FIL.", "Missing: FILE."),
    (&["duties", "--on"], "Der mangler noget efter --on DATO.", "Something is missing after --on DATE."),
    (&["duties", "--json", "--json"], "»--json« står to gange.", "»--json« stands twice."),
    (
        &["duties", "--on", "2026-02-30"],
        "Den dag findes ikke: den måned slutter 2026-02-28.",
        "that month ends on 2026-02-28",
    ),
    (&["duties", "--on", "7/4"], "Skriv datoen som 2026-04-07.", "Write the date as 2026-04-07."),
    (&["duties", "--on", "2026-13-01"], "Skriv datoen som 2026-04-07.", "Write the date as 2026-04-07."),
    (&["days", "add", "i dag", "1"], "»i dag« kan ikke bruges som DATO.", "»i dag« can't be used as DATE."),
    (&["days", "add", "2026-04-07", "99999999"], "Skriv et helt tal fra 0 til 65535.", "Write a whole number"),
    (&["calendar", "to tusind"], "Skriv årstallet med fire tal.", "Write the year in four figures."),
    (&["duties", "--now", "kl. 9"], "dato, klokkeslæt og tidszone", "date, time and offset"),
    (&["serve", "--listen", "8080"], "Skriv adresse og port, som 127.0.0.1:8080.", "Write address and port"),
    (&["serve", "--behind-tls", "--listen", "192.0.2.1:0"], "denne maskine har ikke den adresse", "no such address"),
    (
        &["duties", "--municipality", "9999"],
        "Der er ingen kommune med nummer »9999«.",
        "no municipality of number »9999«",
    ),
    (&["user", "add", "a", "--name", "A", "--role", "chef"], "»chef« er ikke en rolle.", "»chef« is no role."),
    (&["serve", "--key-file", "LICENSE/x"], "en del af stien er ikke en mappe", "a part of the path is no folder"),
];

#[test]
fn what_is_wrong_with_a_command_is_said_in_the_language_asked_for() {
    let program = Program::new();
    for (arguments, danish, english) in WRONG {
        program.run(arguments).refused_with(danish);
        let in_english: Vec<&str> = ["--lang", "en"].iter().chain(*arguments).copied().collect();
        program.run(&in_english).refused_with(english);
    }
    assert!(!program.db().exists(), "nothing was made by a command that can't be carried out");
}

#[test]
fn a_language_that_isnt_one_of_the_two_is_named_with_them() {
    Program::new().run(&["duties", "--lang", "de"]).refused_with("Skriv en af disse: da, en.");
}

#[test]
fn bytes_that_are_no_text_are_no_command() {
    let said = Program::new().command(&["case", "show"]).arg(OsStr::from_bytes(b"\xff")).output().unwrap();
    Said::from(said).refused_with("ikke er nogen tekst");
}

#[test]
fn help_shows_how_a_command_is_called_in_the_order_of_its_arguments() {
    let program = Program::new();
    let danish = program.run(&["do", "--help"]).done().out;
    assert!(danish.contains("Brug: genvej do SAG HANDLING [FELT=VÆRDI...] --as BRUGER [VALG]"), "{danish}");
    let place = |words: &str| danish.find(words).unwrap_or_else(|| panic!("»{words}« is missing: {danish}"));
    assert!(place("<SAG>") < place("<HANDLING>") && place("<HANDLING>") < place("[FELT=VÆRDI]..."), "{danish}");
    let english = program.run(&["do", "--help", "--lang", "en"]).done().out;
    assert!(english.contains("Usage: genvej do CASE ACT [FIELD=VALUE...] --as USER [OPTIONS]"), "{english}");
    for command in ["assess", "case", "days", "import", "plan", "serve", "user", "verify"] {
        let help = program.run(&[command, "--help"]).done().out;
        let english = ["OPTIONS", "COMMAND", "[env", "[default"].into_iter().find(|word| help.contains(word));
        assert_eq!(english, None, "{help}");
    }
}

#[test]
fn who_reads_the_first_line_alone_is_given_it() {
    for command in ["facts", "calendar 2026", "--help", "facts --json"] {
        let line = format!("exec \"$0\" {command} | head -1");
        let genvej = env!("CARGO_BIN_EXE_genvej");
        let said: Said = std::process::Command::new("sh").args(["-c", &line, genvej]).output().unwrap().into();
        assert_eq!((said.code, said.err.as_str(), said.out.lines().count()), (0, "", 1), "{command}");
    }
}
