//! The kept views are the rebuilt ones, whatever was taken in and done, in whatever order.

use case::event::{ContactWay, CourseEnded, DischargeConfirmed, PlanChannel, SecondPlanOutcome, TrainingLevel};
use case::plan::{PersonName, Plan};
use case::{Act, CaseId, Event};
use jiff::civil::Date;
use proptest::prelude::*;
use proptest::sample::Index;
use store::audit::{List, ListFault};
use store::view::InboxState;
use store::{
    AppendError, Attachment, Cases, CasesError, IdempotencyKey, Log, PlanIntake, ReportIntake, Reported, Sqlite, Views,
};

use crate::fresh::{self, Fresh, FreshSqlite};
use crate::samples::cases::{TODAY, again, command, intake, of_hjoerring, opened, plan, plan_of_another};
use crate::samples::{hjoerring, noon};

/// What the lists hold is what a rebuild makes of the record.
async fn assert_kept(store: &FreshSqlite, cases: &Cases<Sqlite>) {
    let kept = store.view_tables().await;
    cases.rebuild(|_| ()).await.unwrap();
    let rebuilt = store.view_tables().await;
    assert_eq!(kept, rebuilt, "kept, and rebuilt");
}

fn nameless(mut plan: Plan) -> Plan {
    plan.citizen.name = PersonName { given: None, surname: None };
    plan
}

fn report(key: u32, stories: Vec<PlanIntake>) -> ReportIntake {
    let bytes = key.to_string().into_bytes();
    ReportIntake {
        stories: stories
            .into_iter()
            .map(|story| PlanIntake { channel: PlanChannel::DeliveryReport, ..story })
            .collect(),
        key: IdempotencyKey::new(format!("report/{key}")).unwrap(),
        recorded_at: noon(),
        by: case::UserId("import".into()),
        original: Attachment { name: "report.json".into(), media_type: "application/fhir+json".into(), bytes },
    }
}

#[tokio::test]
async fn a_name_that_is_told_later_is_the_name_of_the_earlier_case_too() {
    let store = fresh::sqlite().await;
    let cases = of_hjoerring(&store);
    cases.take_in_report(&report(1, vec![intake(nameless(plan()))])).await.unwrap();
    opened(&cases, &intake(again(plan(), 2))).await;
    let first = store.case(hjoerring(), &crate::samples::id("2026-0001")).await.unwrap().unwrap();
    assert_eq!(first.name, plan().citizen.name.full());
    assert_kept(&store, &cases).await;
}

#[tokio::test]
async fn the_second_plan_of_a_report_waits_for_a_choice_beside_the_first() {
    let store = fresh::sqlite().await;
    let cases = of_hjoerring(&store);
    let stories = vec![intake(plan()), intake(again(plan(), 2))];
    let told = cases.take_in_report(&report(1, stories)).await.unwrap();
    assert!(matches!(told, Reported::Recorded { opened, .. } if opened.len() == 2));
    let states: Vec<_> = store.inbox(hjoerring()).await.unwrap().into_iter().map(|row| row.state).collect();
    assert_eq!(states[1], InboxState::NeedsChoice, "{states:?}");
    assert_kept(&store, &cases).await;
}

#[tokio::test]
async fn acts_at_the_same_moment_in_two_cases_of_one_citizen_bring_nothing_back_to_the_inbox() {
    let store = fresh::sqlite().await;
    let cases = of_hjoerring(&store);
    let first = opened(&cases, &intake(plan())).await;
    let second = opened(&cases, &intake(again(plan(), 2))).await;
    let attempts = [&first, &second].map(|case| command(&format!("at-{case}"), case, attempt()));
    let (one, other) = tokio::join!(cases.carry_out(&attempts[0]), cases.carry_out(&attempts[1]));
    one.unwrap();
    other.unwrap();
    assert_kept(&store, &cases).await;
}

#[tokio::test]
async fn a_plan_that_comes_while_its_citizens_other_case_is_worked_on_leaves_the_lists_right() {
    let store = fresh::sqlite().await;
    let cases = of_hjoerring(&store);
    let first = opened(&cases, &intake(nameless(plan()))).await;
    let (act, plan) = (command("form-1", &first, attempt()), intake(again(plan(), 2)));
    let (done, taken_in) = tokio::join!(cases.carry_out(&act), cases.take_in(&plan));
    done.unwrap();
    taken_in.unwrap();
    assert_kept(&store, &cases).await;
}

#[tokio::test]
async fn rows_of_one_book_are_not_written_among_those_of_another() {
    let store = fresh::sqlite().await;
    let cases = of_hjoerring(&store);
    let first = opened(&cases, &intake(plan())).await;
    let of_other_rules = Cases::new(Sqlite::clone(&store), hjoerring(), None);
    of_other_rules.rebuild(|_| ()).await.unwrap();

    let other_views = Some(CasesError::NotRecorded(AppendError::OtherViews));
    let events = store.events(hjoerring()).await.unwrap();
    assert_eq!(cases.take_in(&intake(again(plan(), 2))).await.err(), other_views);
    assert_eq!(cases.carry_out(&command("form-1", &first, attempt())).await.err(), other_views);
    assert_eq!(store.events(hjoerring()).await.unwrap(), events);

    cases.rebuild(|_| ()).await.unwrap();
    cases.carry_out(&command("form-1", &first, attempt())).await.unwrap();
    assert_kept(&store, &cases).await;
}

#[tokio::test]
async fn what_somebody_changes_in_a_list_is_found() {
    let store = fresh::sqlite().await;
    let cases = of_hjoerring(&store);
    opened(&cases, &intake(plan())).await;
    assert_eq!(cases.check_lists(|_| ()).await.unwrap(), None, "nothing says what the lists were made of");
    cases.rebuild(|_| ()).await.unwrap();
    let found = async || cases.check_lists(|_| ()).await.unwrap().unwrap();
    assert_eq!(found().await, []);
    let kept = store.view_tables().await;

    let of = || "2026-0001".to_owned();
    let changed = |list| ListFault::Changed { list, of: of() };
    let missing = |list| ListFault::Missing { list, of: of() };
    for (sql, faults) in [
        ("UPDATE case_summary SET name = 'En Anden'", vec![changed(List::Cases)]),
        ("UPDATE case_summary SET duties = '[]'", vec![changed(List::Cases)]),
        ("DELETE FROM case_summary", vec![missing(List::Cases)]),
        ("DELETE FROM worklist", vec![missing(List::Worklist)]),
        ("DELETE FROM search_word", vec![missing(List::Words)]),
        ("UPDATE inbox SET state = 'needs_hospital'", vec![changed(List::Inbox)]),
        (
            "UPDATE inbox SET intake_id = 'x'",
            vec![missing(List::Inbox), ListFault::TooMuch { list: List::Inbox, of: "x".into() }],
        ),
        (
            "UPDATE person_identifier SET person_id = 'x'",
            vec![ListFault::Changed { list: List::Persons, of: "P2026-0001".into() }],
        ),
    ] {
        store.tamper(sql).await;
        assert_eq!(found().await, faults, "{sql}");
        cases.rebuild(|_| ()).await.unwrap();
    }
    assert_eq!(store.view_tables().await, kept);
    store.tamper("DELETE FROM command_done").await;
    assert_eq!(found().await, [ListFault::MarkGone { case: of() }]);
}

fn attempt() -> Act {
    Act::RecordContactAttempt { by: ContactWay::Telephone }
}

/// Something that comes in or is done.
#[derive(Clone, Debug)]
enum Step {
    /// A letter: whose plan, with or without the name, and what is told to have happened since.
    Letter { of: Whose, named: bool, ended: bool },
    /// A report of some plans of one citizen.
    Report { of: Whose, named: Vec<bool>, discharged: bool },
    /// An act in one of the cases, touching another.
    Act { act: u8, case: Index, other: Index },
}

#[derive(Clone, Copy, Debug)]
enum Whose {
    One,
    Another,
}

impl Whose {
    fn plan(self, letter: u32, named: bool) -> Plan {
        let plan = match self {
            Self::One => plan(),
            Self::Another => plan_of_another(),
        };
        let plan = again(plan, letter);
        if named { plan } else { nameless(plan) }
    }
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let whose = || prop_oneof![3 => Just(Whose::One), 1 => Just(Whose::Another)];
    let step = prop_oneof![
        2 => (whose(), any::<bool>(), prop::bool::weighted(0.1)).prop_map(|(of, named, ended)| Step::Letter { of, named, ended }),
        1 => (whose(), prop::collection::vec(any::<bool>(), 1..3), any::<bool>())
            .prop_map(|(of, named, discharged)| Step::Report { of, named, discharged }),
        5 => (0..9_u8, any::<Index>(), any::<Index>()).prop_map(|(act, case, other)| Step::Act { act, case, other }),
    ];
    prop::collection::vec(step, 1..14)
}

fn act(number: u8, other: &CaseId) -> Act {
    let decide = |outcome| Act::DecideSecondPlan { earlier: other.clone(), outcome, reason: "Efter samtale".into() };
    match number {
        0 => Act::RecordFirstContact { by: ContactWay::Telephone, choice_informed: true },
        1 => Act::OfferStart { start_on: TODAY.tomorrow().unwrap(), place: None },
        2 => Act::ConfirmDischarge { on: TODAY },
        3 => Act::AssessLevel { level: TrainingLevel::Basic, reason: "Efter samtale".into() },
        4 => Act::MarkInError { number: case::EventNumber(2), reason: "Forkert sag".into() },
        5 => decide(SecondPlanOutcome::Replaces),
        6 => decide(SecondPlanOutcome::Restarts),
        7 => decide(SecondPlanOutcome::Beside),
        _ => attempt(),
    }
}

async fn take(cases: &Cases<Sqlite>, known: &mut Vec<CaseId>, step: &Step, number: u32) {
    match step {
        Step::Letter { of, named, ended } => {
            let mut letter = intake(of.plan(number, *named));
            if *ended {
                letter.happened = vec![(ended_course(), TODAY)];
            }
            known.push(opened(cases, &letter).await);
        }
        Step::Report { of, named, discharged } => {
            let mut stories = Vec::new();
            for (named, more) in named.iter().zip(0..) {
                let mut story = intake(of.plan(1000 * number + more, *named));
                story.received = store::Happened::on(day(number, more));
                if *discharged {
                    story.happened = vec![(Event::DischargeConfirmed(DischargeConfirmed { on: TODAY }), TODAY)];
                }
                stories.push(story);
            }
            if let Reported::Recorded { opened, .. } = cases.take_in_report(&report(number, stories)).await.unwrap() {
                known.extend(opened);
            }
        }
        Step::Act { act: which, case, other } if !known.is_empty() => {
            let (case, other) = (case.get(known), other.get(known));
            let done = cases.carry_out(&command(&format!("form-{number}"), case, act(*which, other))).await;
            assert!(matches!(done, Ok(_) | Err(CasesError::Refused(_))), "{done:?}");
        }
        Step::Act { .. } => {}
    }
}

/// A day of its own for each story, since plans of one kind that came on one day are taken for the same.
fn day(number: u32, more: u32) -> Date {
    let back = i64::from(3 * number + more + 1);
    TODAY.saturating_sub(jiff::Span::new().days(back))
}

fn ended_course() -> Event {
    Event::CourseEnded(CourseEnded { reason: "Målene er nået".into() })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_taken_in_and_done_the_kept_views_are_the_rebuilt_ones(steps in steps()) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let store = fresh::sqlite().await;
            let cases = of_hjoerring(&store);
            cases.rebuild(|_| ()).await.unwrap();
            let mut known = Vec::new();
            for (step, number) in steps.iter().zip(1..) {
                take(&cases, &mut known, step, number).await;
                assert_kept(&store, &cases).await;
            }
        });
    }
}
