//! `demo` and `serve`.

use crate::program::{NOW, Program, plan_number};

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

#[test]
fn made_up_citizens_are_not_put_among_real_ones() {
    let in_use = "er i brug";
    let with_plans = Program::new().at(NOW);
    let plan = with_plans.file("plan.xml", plan_number(1));
    with_plans.run(&["import", &plan]).done();
    with_plans.run(&["demo"]).refused_with(in_use);
    assert_eq!(with_plans.run(&["case", "list", "--json"]).done().json().as_array().unwrap().len(), 1);

    let with_people = Program::new().at(NOW);
    with_people.run(&["user", "add", "mona", "--name", "Mona", "--role", "therapist"]).done();
    with_people.run(&["demo"]).refused_with(in_use);
}

#[test]
fn an_address_in_use_leaves_no_new_database_behind() {
    let program = Program::new();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    program.run(&["serve", "--listen", &address]).refused_with(&address);
    assert!(!program.db().exists());
}
