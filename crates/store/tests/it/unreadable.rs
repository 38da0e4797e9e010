//! A case of which something was removed by a decision, or that this program can't read: it stops nobody else.

use store::view::InboxRow;
use store::worklist::Page;
use store::{Cases, CasesError, Log, Rebuilt, Sqlite, Stream, StreamId, Unreadable, UnreadableCase, Views};

use crate::fresh::{self, Fresh, FreshSqlite};
use crate::samples::cases::{self as samples, again, command, intake, of_hjoerring, opened, plan, plan_of_another};
use crate::samples::{case, hjoerring, id};
use case::event::ContactWay;
use case::{Act, CaseId};

/// Two cases of one citizen and one of another.
async fn three_cases(store: &FreshSqlite) -> (Cases<Sqlite>, [CaseId; 3]) {
    let cases = of_hjoerring(store);
    let first = opened(&cases, &intake(plan())).await;
    let second = opened(&cases, &intake(again(plan(), 2))).await;
    let of_another = opened(&cases, &intake(plan_of_another())).await;
    (cases, [first, second, of_another])
}

async fn listed(store: &FreshSqlite) -> Vec<String> {
    let rows = store.cases(hjoerring(), Page { number: 0, size: 9 }).await.unwrap();
    rows.into_iter().map(|row| row.number).collect()
}

async fn in_the_inbox(store: &FreshSqlite) -> Vec<StreamId> {
    store.inbox(hjoerring()).await.unwrap().into_iter().map(|row: InboxRow| row.intake).collect()
}

fn left_out(rebuilt: &Rebuilt) -> Vec<(&str, &'static str)> {
    rebuilt.unreadable.iter().map(|left| (left.case.as_str(), left.why.word())).collect()
}

fn attempt() -> Act {
    Act::RecordContactAttempt { by: ContactWay::Telephone }
}

#[tokio::test]
async fn a_removed_plan_takes_its_case_from_the_lists_and_no_other() {
    let store = fresh::sqlite().await;
    let (cases, [first, second, of_another]) = three_cases(&store).await;
    let stream = case(&first.to_string());
    samples::remove(&store, &stream, "plan_received").await;

    let rebuilt = cases.rebuild(|_| ()).await.unwrap();
    assert_eq!(left_out(&rebuilt), [("2026-0001", "plan_removed")]);
    assert_eq!(rebuilt.cases, 2);
    assert_eq!(listed(&store).await, [second.to_string(), of_another.to_string()]);
    assert_eq!(in_the_inbox(&store).await, [id("2026-0002"), id("2026-0003")]);

    let removed = UnreadableCase { case: first.to_string(), why: Unreadable::PlanRemoved };
    assert_eq!(cases.case(&first).await, Err(CasesError::Unreadable(removed.clone())));
    let kept = store.view_tables().await;
    assert_eq!(cases.rebuild(|_| ()).await.unwrap().unreadable, [removed]);
    assert_eq!(store.view_tables().await, kept);
    assert!(store.verify(|_| ()).await.unwrap().is_sound());
}

#[tokio::test]
async fn work_goes_on_in_the_other_cases_of_the_same_citizen() {
    let store = fresh::sqlite().await;
    let (cases, [first, second, _]) = three_cases(&store).await;
    samples::remove(&store, &case(&first.to_string()), "plan_received").await;
    cases.rebuild(|_| ()).await.unwrap();

    cases.carry_out(&command("form-1", &second, attempt())).await.unwrap();
    assert_eq!(cases.others(&second).await.unwrap(), []);
    let third = opened(&cases, &intake(again(plan(), 3))).await;
    assert_eq!(cases.others(&third).await.unwrap().len(), 1);
    let kept = store.view_tables().await;
    cases.rebuild(|_| ()).await.unwrap();
    assert_eq!(store.view_tables().await, kept);
}

#[tokio::test]
async fn a_case_of_which_nobody_knows_any_more_whose_it_is_is_in_no_list() {
    let store = fresh::sqlite().await;
    let (cases, [first, second, of_another]) = three_cases(&store).await;
    samples::remove(&store, &Stream::person(id("P2026-0003")), "person_noted").await;

    let rebuilt = cases.rebuild(|_| ()).await.unwrap();
    assert_eq!(left_out(&rebuilt), [("2026-0003", "nobody_named")]);
    assert_eq!(listed(&store).await, [first.to_string(), second.to_string()]);
    let refused = cases.carry_out(&command("form-1", &of_another, attempt())).await.unwrap_err();
    assert!(matches!(refused, CasesError::Unreadable(left) if left.why == Unreadable::NobodyNamed));
}

#[tokio::test]
async fn an_event_of_a_newer_program_takes_its_case_from_the_lists_and_no_other() {
    let store = fresh::sqlite().await;
    let (cases, [first, second, of_another]) = three_cases(&store).await;
    let unknown = crate::samples::call_written_down_later();
    store.append(&crate::samples::batch(case(&of_another.to_string()), vec![unknown])).await.unwrap();

    let rebuilt = cases.rebuild(|_| ()).await.unwrap();
    assert_eq!(left_out(&rebuilt), [("2026-0003", "not_understood")]);
    assert_eq!(listed(&store).await, [first.to_string(), second.to_string()]);
}
