//! The cases that a jurist reads: `cases/*.toml`, each asked of the whole law and held against what it says must follow.
//!
//! A file names the rules that it proves. Every one of them must be at work in some case of the file.
//!
//! ```toml
//! rules = ["SUL140-STAT-7-DAYS"]     # what the file proves
//! as_of = 2024-05-02                 # shared by the cases, as are `standard` and `given`
//! given.plan.type = "general_training"
//!
//! [[case]]
//! says = "En sætning, en jurist kan nikke til."
//! given.training.offered_start_on = 2024-05-09      # "absent": known to be none; "unknowable"; "not told"
//! then.right.private_supplier = "yes"               # or { answer, by, provision, missing, presumed, hears, says … }
//! ```
//!
//! What `then` can hold: `right`, `route`, `law` and `goal` (duties by act), `bar`, `content`, `remedy`, `amount`, `discharge`,
//! `contradictions`, `unverified`, `next_question`. What is compared is what the assessment says in JSON; `by` is the rule that
//! decided, `hears` the rules at work, `says` words of the sentence, and `"none"` that there is nothing of the kind.

mod expect;
mod file;

pub(crate) use file::{Case, standard_named};

use std::collections::BTreeSet;

use file::CaseFile;
use law::book::Rule;

/// Every file of cases, by name.
const FILES: [&str; 17] = [
    "discharge",
    "route_training_basis",
    "s140_entitlement",
    "s086_1_entitlement",
    "s086_2_entitlement",
    "child_training_route",
    "plan_content",
    "standard_first_contact",
    "private_choice_seven_days",
    "standard_start",
    "s140_no_override",
    "choice_140_offers",
    "transport_140_grounds",
    "social_complaint_route",
    "health_complaint_route",
    "standard_001",
    "conflicts",
];

macro_rules! cases {
    ($($name:ident),+ $(,)?) => {
        $(#[test] fn $name() { prove(stringify!($name)); })+

        #[test]
        fn no_file_of_cases_is_forgotten() {
            let mut there = file::names();
            there.sort();
            let mut known = FILES.map(str::to_owned).to_vec();
            known.sort();
            assert_eq!(there, known);
            assert_eq!(FILES.to_vec(), [$(stringify!($name)),+]);
        }
    };
}

cases!(
    discharge,
    route_training_basis,
    s140_entitlement,
    s086_1_entitlement,
    s086_2_entitlement,
    child_training_route,
    plan_content,
    standard_first_contact,
    private_choice_seven_days,
    standard_start,
    s140_no_override,
    choice_140_offers,
    transport_140_grounds,
    social_complaint_route,
    health_complaint_route,
    standard_001,
    conflicts,
);

/// Asks every case of a file, and says everything that is otherwise than it should be at once.
fn prove(name: &str) {
    let file = CaseFile::read(name);
    let mut faults = Vec::new();
    let mut at_work = BTreeSet::new();
    for case in &file.cases {
        at_work
            .extend(Rule::all().filter(|rule| case.standard.as_ref().is_some_and(|standard| standard.states(*rule))));
        let answer = expect::Answer::to(case);
        at_work.extend(answer.rules_at_work());
        faults.extend(answer.faults(case).into_iter().map(|fault| format!("{}\n    {fault}", place(&file, case))));
    }
    let idle = file.rules.iter().filter(|rule| !is_at_work(**rule, &at_work));
    faults.extend(idle.map(|rule| format!("{name}.toml: {rule} is at work in no case of the file")));
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

fn place(file: &CaseFile, case: &Case) -> String {
    format!("{}.toml, case {}: {}", file.name, case.number, case.says)
}

/// A rule is at work where it was asked, where the rule whose function serves it was, or where the standard states it. What no
/// function decides is at work nowhere.
fn is_at_work(rule: Rule, asked: &BTreeSet<Rule>) -> bool {
    let entry = rule.entry();
    let is_served = entry.same_as.is_some_and(|served_by| asked.contains(&served_by));
    asked.contains(&rule) || is_served || !entry.decided
}

/// Every rule that the files say they prove.
pub(crate) fn rules_proved() -> BTreeSet<Rule> {
    FILES.iter().flat_map(|name| CaseFile::read(name).rules).collect()
}

/// The facts of every case, with the day and the standard that they are asked with: what properties start from.
pub(crate) fn all() -> Vec<Case> {
    FILES.iter().flat_map(|name| CaseFile::read(name).cases).collect()
}
