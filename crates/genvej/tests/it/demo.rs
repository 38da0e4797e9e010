//! `demo` and `serve`.

use crate::program::{NOW, Program};

#[test]
fn the_demo_is_made_once_and_holds_a_case_of_each_kind() {
    let program = Program::new().at(NOW);
    program.run(&["demo", "--around", "2026-04-07"]).done();
    let events = program.events();
    let again = program.run(&["demo", "--around", "2026-04-07"]).done();
    assert!(again.out.contains("i forvejen"), "{again:?}");
    assert_eq!(program.events(), events);
    let listed = program.run(&["case", "list", "--json"]).done().json();
    assert_eq!(listed.as_array().unwrap().len(), 14);
    let overdue = program.run(&["duties", "--overdue", "--json"]).done().json();
    assert!(!overdue.as_array().unwrap().is_empty());
}

#[test]
fn demo_users_are_served_to_this_machine_alone() {
    let program = Program::new();
    program.run(&["demo", "--around", "2026-04-07"]).done();
    program.run(&["serve", "--listen", "0.0.0.0:0"]).refused_with("0.0.0.0");
}
