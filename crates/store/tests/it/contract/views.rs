//! The derived rows.

use jiff::civil::date;
use law::duty::Party;
use law::fact::PlanType;
use store::view::{CaseRow, DutyRow, InboxRow, InboxState, PersonRow, ViewChange};
use store::worklist::{Assigned, DueState, Page, Tally, WorklistFilter, WorklistQuery};
use store::{AppendError, Log, Rebuild, StreamId, UserId, Views};

use crate::fresh::Fresh;
use crate::samples::{self, batch, case, case_row, duty, hjoerring, id, whole_worklist};

super::promises! {
    a_case_is_read_back_as_it_was_written,
    a_case_written_again_keeps_nothing_of_before,
    the_cases_of_a_person_are_found,
    a_case_is_found_by_the_beginnings_of_its_words,
    the_worklist_goes_by_the_earliest_outstanding_due_date,
    a_case_with_nothing_outstanding_is_not_on_the_worklist,
    the_worklist_counts_all_states_whatever_is_shown,
    the_worklist_of_an_actor_goes_by_what_that_actor_owes,
    every_filter_narrows_the_worklist,
    the_worklist_is_read_page_by_page,
    a_provision_finds_its_paragraphs_and_not_its_neighbour,
    the_inbox_shows_the_longest_waiting_first,
    a_person_is_found_by_a_number_that_moves_with_them,
    a_municipality_sees_its_own_views_only,
    rebuilt_views_equal_the_kept_ones,
    a_rebuild_that_is_given_up_leaves_the_old_views,
    nobody_sees_a_rebuild_before_it_is_finished,
    views_know_what_they_were_made_of,
    a_row_of_another_book_is_read_all_the_same,
}

/// Records something, so that the views may change with it.
async fn show(store: &impl Fresh, views: Vec<ViewChange>) {
    let mut recorded = batch(case("any"), vec![samples::citizen_contacted()]);
    recorded.views = views;
    store.append(&recorded).await.unwrap();
}

async fn show_cases(store: &impl Fresh, rows: impl IntoIterator<Item = CaseRow>) {
    show(store, rows.into_iter().map(ViewChange::Case).collect()).await;
}

async fn listed(store: &impl Fresh, query: &WorklistQuery) -> Vec<String> {
    let worklist = store.worklist(hjoerring(), query).await.unwrap();
    worklist.lines.into_iter().map(|line| line.case.case.to_string()).collect()
}

fn filtered(filter: WorklistFilter) -> WorklistQuery {
    WorklistQuery { filter, ..whole_worklist() }
}

async fn a_case_is_read_back_as_it_was_written(store: impl Fresh) {
    let fulfilled = DutyRow {
        fulfilled_on: Some(date(2026, 4, 2)),
        counted_on: Some(date(2026, 4, 10)),
        provisional: false,
        ..duty(Party::Therapist, Some(date(2026, 4, 3)))
    };
    let mut full =
        case_row("0412", "Åge Test Berggren", vec![duty(Party::Municipality, Some(date(2026, 4, 3))), fulfilled]);
    full.goal_clock = full.law_clock.clone();
    let bare = CaseRow {
        born_on: None,
        plan_type: None,
        unit: None,
        assigned_to: None,
        received_on: None,
        discharged_on: None,
        law_clock: None,
        ..case_row("0398", "", Vec::new())
    };
    show_cases(&store, [full.clone(), bare.clone()]).await;

    assert_eq!(store.case(hjoerring(), &id("0412")).await.unwrap(), Some(full.clone()));
    assert_eq!(store.case(hjoerring(), &id("0398")).await.unwrap(), Some(bare.clone()));
    assert_eq!(store.case(hjoerring(), &id("none-such")).await.unwrap(), None);
    assert_eq!(store.cases(hjoerring(), Page { number: 0, size: 9 }).await.unwrap(), [bare, full]);
    assert_eq!(store.cases(hjoerring(), Page { number: 1, size: 9 }).await.unwrap(), []);
}

async fn a_case_written_again_keeps_nothing_of_before(store: impl Fresh) {
    let due = Some(date(2026, 4, 3));
    let before =
        case_row("0412", "Åge Test Berggren", vec![duty(Party::Municipality, due), duty(Party::Provider, due)]);
    show_cases(&store, [before]).await;
    let after = case_row("0412", "Max Test Berggren", vec![duty(Party::Hospital, None)]);
    show_cases(&store, [after.clone()]).await;

    assert_eq!(store.case(hjoerring(), &id("0412")).await.unwrap(), Some(after.clone()));
    assert_eq!(store.search(hjoerring(), "Åge", 9).await.unwrap(), [], "nobody is found by a name that was corrected");
    assert_eq!(store.search(hjoerring(), "Max", 9).await.unwrap(), [after]);
    let provider = filtered(WorklistFilter { actor: Some(Party::Provider), ..WorklistFilter::default() });
    assert_eq!(listed(&store, &provider).await, [""; 0]);

    show(&store, vec![ViewChange::CaseGone(id("0412"))]).await;
    assert_eq!(store.case(hjoerring(), &id("0412")).await.unwrap(), None);
    assert_eq!(listed(&store, &whole_worklist()).await, [""; 0]);
}

async fn the_cases_of_a_person_are_found(store: impl Fresh) {
    let of = |case, person| CaseRow { person: id(person), ..case_row(case, "Åge Test Berggren", Vec::new()) };
    show_cases(&store, [of("0412", "aage"), of("0398", "aage"), of("0430", "somebody-else")]).await;
    let found: Vec<StreamId> =
        store.cases_of(hjoerring(), &id("aage")).await.unwrap().into_iter().map(|row| row.case).collect();
    assert_eq!(found, [id("0398"), id("0412")]);
}

async fn a_case_is_found_by_the_beginnings_of_its_words(store: impl Fresh) {
    show_cases(
        &store,
        [
            case_row("0412", "Åge Test Berggren", vec![duty(Party::Municipality, None)]),
            case_row("0398", "Nancy Ann Test Berggren", vec![duty(Party::Municipality, None)]),
            case_row("0430", "Bruno Test Elmer", Vec::new()),
        ],
    )
    .await;
    let all = [
        ("berg", vec!["0398", "0412"]),
        ("ÅGE", vec!["0412"]),
        ("aage berggren", vec!["0412"]),
        ("test an", vec!["0398"]),
        ("ggren", vec![]),
        ("2026-0430", vec!["0430"]),
        (" - ", vec![]),
        ("100% _", vec![]),
    ];
    for (text, expected) in all {
        let found = store.search(hjoerring(), text, 9).await.unwrap();
        assert_eq!(found.iter().map(|row| row.case.as_str()).collect::<Vec<_>>(), expected, "{text}");
    }
    assert_eq!(store.search(hjoerring(), "berg", 1).await.unwrap().len(), 1);

    let text = filtered(WorklistFilter { text: Some("berg".to_owned()), ..WorklistFilter::default() });
    assert_eq!(listed(&store, &text).await, ["0398", "0412"]);
}

async fn the_worklist_goes_by_the_earliest_outstanding_due_date(store: impl Fresh) {
    let on = |day| Some(date(2026, 4, day));
    let done = DutyRow { fulfilled_on: on(1), ..duty(Party::Municipality, on(2)) };
    let lapsed = DutyRow { lapsed_on: on(1), ..duty(Party::Municipality, on(2)) };
    show_cases(
        &store,
        [
            case_row("a", "", vec![duty(Party::Municipality, None)]),
            case_row("b", "", vec![duty(Party::Municipality, on(20)), duty(Party::Provider, on(5))]),
            case_row("c", "", vec![done, lapsed, duty(Party::Municipality, on(9))]),
            case_row("d", "", vec![duty(Party::Municipality, on(3))]),
        ],
    )
    .await;
    let worklist = store.worklist(hjoerring(), &whole_worklist()).await.unwrap();
    let order: Vec<_> = worklist.lines.iter().map(|line| (line.case.case.as_str(), line.due_on)).collect();
    assert_eq!(order, [("d", on(3)), ("b", on(5)), ("c", on(9)), ("a", None)]);
    assert_eq!(worklist.lines[1].case.duties.len(), 2, "a line has all duties of its case");
}

async fn a_case_with_nothing_outstanding_is_not_on_the_worklist(store: impl Fresh) {
    let done = DutyRow { fulfilled_on: Some(date(2026, 4, 1)), ..duty(Party::Municipality, Some(date(2026, 4, 2))) };
    show_cases(&store, [case_row("0412", "", vec![done]), case_row("0398", "", Vec::new())]).await;
    assert_eq!(store.worklist(hjoerring(), &whole_worklist()).await.unwrap().tally, Tally::default());
    assert!(store.case(hjoerring(), &id("0412")).await.unwrap().is_some(), "it is still found by its id");
}

/// Today is Tuesday 7 April 2026; soon ends on Friday.
async fn some_of_each_state(store: &impl Fresh) {
    let due =
        [("a", Some(3)), ("b", Some(6)), ("c", Some(7)), ("d", Some(8)), ("e", Some(10)), ("f", Some(11)), ("g", None)];
    let row = |(case, day): (&str, Option<i8>)| {
        case_row(case, "", vec![duty(Party::Municipality, day.map(|day| date(2026, 4, day)))])
    };
    show_cases(store, due.map(row)).await;
}

async fn the_worklist_counts_all_states_whatever_is_shown(store: impl Fresh) {
    some_of_each_state(&store).await;
    let tally = Tally { overdue: 2, today: 1, soon: 2, later: 2 };
    let shown = [
        (None, vec!["a", "b", "c", "d", "e", "f", "g"]),
        (Some(DueState::Overdue), vec!["a", "b"]),
        (Some(DueState::Today), vec!["c"]),
        (Some(DueState::Soon), vec!["d", "e"]),
        (Some(DueState::Later), vec!["f", "g"]),
    ];
    for (state, expected) in shown {
        let query = WorklistQuery { state, ..whole_worklist() };
        assert_eq!(listed(&store, &query).await, expected);
        assert_eq!(store.worklist(hjoerring(), &query).await.unwrap().tally, tally);
        if let Some(state) = state {
            assert_eq!(usize::try_from(tally.of(state)).unwrap(), expected.len());
        }
    }
    assert_eq!(tally.all(), 7);
}

async fn the_worklist_of_an_actor_goes_by_what_that_actor_owes(store: impl Fresh) {
    let on = |day| Some(date(2026, 4, day));
    show_cases(
        &store,
        [
            case_row("a", "", vec![duty(Party::Municipality, on(3)), duty(Party::Provider, on(20))]),
            case_row("b", "", vec![duty(Party::Municipality, on(4)), duty(Party::Provider, on(10))]),
            case_row("c", "", vec![duty(Party::Municipality, on(5))]),
        ],
    )
    .await;
    let provider = filtered(WorklistFilter { actor: Some(Party::Provider), ..WorklistFilter::default() });
    let worklist = store.worklist(hjoerring(), &provider).await.unwrap();
    let order: Vec<_> = worklist.lines.iter().map(|line| (line.case.case.as_str(), line.due_on)).collect();
    assert_eq!(order, [("b", on(10)), ("a", on(20))]);
    assert_eq!(worklist.tally, Tally { soon: 1, later: 1, ..Tally::default() });
}

async fn every_filter_narrows_the_worklist(store: impl Fresh) {
    let officer = UserId::new("officer").unwrap();
    let row = |case| case_row(case, "", vec![duty(Party::Municipality, None)]);
    show_cases(
        &store,
        [
            row("plain"),
            CaseRow { plan_type: Some(PlanType::SpecialisedTraining), ..row("special") },
            CaseRow { unit: Some("allocation_unit".to_owned()), ..row("unit") },
            CaseRow { assigned_to: Some(UserId::new("colleague").unwrap()), ..row("colleague") },
            CaseRow { assigned_to: None, ..row("nobody") },
        ],
    )
    .await;
    let none = WorklistFilter::default;
    let all = [
        (WorklistFilter { plan_type: Some(PlanType::SpecialisedTraining), ..none() }, vec!["special"]),
        (WorklistFilter { unit: Some("allocation_unit".to_owned()), ..none() }, vec!["unit"]),
        (WorklistFilter { assigned: Some(Assigned::Nobody), ..none() }, vec!["nobody"]),
        (WorklistFilter { assigned: Some(Assigned::To(officer.clone())), ..none() }, vec!["plain", "special", "unit"]),
        (
            WorklistFilter { assigned: Some(Assigned::ToOrNobody(officer)), ..none() },
            vec!["nobody", "plain", "special", "unit"],
        ),
        (WorklistFilter { actor: Some(Party::Hospital), ..none() }, vec![]),
    ];
    for (filter, expected) in all {
        assert_eq!(listed(&store, &filtered(filter.clone())).await, expected, "{filter:?}");
        assert_eq!(store.worklist(hjoerring(), &filtered(filter)).await.unwrap().tally.all(), expected.len() as u64);
    }
}

async fn the_worklist_is_read_page_by_page(store: impl Fresh) {
    some_of_each_state(&store).await;
    let mut all = Vec::new();
    for number in 0..4 {
        let query = WorklistQuery { page: Page { number, size: 2 }, ..whole_worklist() };
        all.extend(listed(&store, &query).await);
    }
    assert_eq!(all, ["a", "b", "c", "d", "e", "f", "g"]);
}

async fn a_provision_finds_its_paragraphs_and_not_its_neighbour(store: impl Fresh) {
    let of = |case, provision: &str| CaseRow {
        provision: provision.to_owned(),
        ..case_row(case, "", vec![duty(Party::Municipality, None)])
    };
    let all = [of("a", "SUL § 140, stk. 1"), of("b", "SUL § 140"), of("c", "SUL § 140 a"), of("d", "SEL § 86, stk. 1")];
    show_cases(&store, all).await;
    let provision = |provision: &str| {
        filtered(WorklistFilter { provision: Some(provision.to_owned()), ..WorklistFilter::default() })
    };
    assert_eq!(listed(&store, &provision("SUL § 140")).await, ["a", "b"]);
    assert_eq!(listed(&store, &provision("SEL § 86, stk. 1")).await, ["d"]);
}

async fn the_inbox_shows_the_longest_waiting_first(store: impl Fresh) {
    let later = samples::inbox_row("intake-1");
    let mut earlier = InboxRow { case: None, state: InboxState::NeedsHospital, ..samples::inbox_row("intake-2") };
    earlier.received.on = date(2026, 4, 1);
    show(&store, vec![ViewChange::Inbox(later.clone()), ViewChange::Inbox(earlier.clone())]).await;
    assert_eq!(store.inbox(hjoerring()).await.unwrap(), [earlier.clone(), later]);

    let answered = InboxRow { state: InboxState::Ready, ..earlier };
    show(&store, vec![ViewChange::Inbox(answered.clone()), ViewChange::InboxGone(id("intake-1"))]).await;
    assert_eq!(store.inbox(hjoerring()).await.unwrap(), [answered]);
}

async fn a_person_is_found_by_a_number_that_moves_with_them(store: impl Fresh) {
    show(&store, vec![ViewChange::Person(samples::person_row("filed-wrongly"))]).await;
    assert_eq!(store.person_with(hjoerring(), &samples::cpr()).await.unwrap(), Some(id("filed-wrongly")));

    let right = ViewChange::Person(samples::person_row("nancy"));
    let wrong = ViewChange::Person(PersonRow { person: id("filed-wrongly"), identifiers: Vec::new() });
    show(&store, vec![wrong, right]).await;
    assert_eq!(store.person_with(hjoerring(), &samples::cpr()).await.unwrap(), Some(id("nancy")));

    show(&store, vec![ViewChange::PersonGone(id("nancy"))]).await;
    assert_eq!(store.person_with(hjoerring(), &samples::cpr()).await.unwrap(), None);
    assert!(!format!("{:?}", samples::cpr()).contains("2512"), "no number reaches a log");
}

async fn a_municipality_sees_its_own_views_only(store: impl Fresh) {
    show(&store, samples::all_views()).await;
    let elsewhere = samples::broenderslev();
    assert_eq!(store.case(elsewhere, &id("0412")).await.unwrap(), None);
    assert_eq!(store.search(elsewhere, "test", 9).await.unwrap(), []);
    assert_eq!(store.worklist(elsewhere, &whole_worklist()).await.unwrap().tally.all(), 0);
    assert_eq!(store.inbox(elsewhere).await.unwrap(), []);
    assert_eq!(store.person_with(elsewhere, &samples::cpr()).await.unwrap(), None);
}

async fn rebuilt_views_equal_the_kept_ones(store: impl Fresh) {
    // Kept: a history with detours. Rebuilt: only where it ended.
    show(&store, vec![ViewChange::Case(case_row("0430", "Bruno Test Elmer", Vec::new()))]).await;
    let detour = case_row("0412", "Max Test Berggren", vec![duty(Party::Hospital, None); 4]);
    show(&store, vec![ViewChange::Case(detour), ViewChange::Person(samples::person_row("somebody-else"))]).await;
    show(&store, samples::all_views()).await;
    show(&store, vec![ViewChange::CaseGone(id("0430")), ViewChange::Inbox(samples::inbox_row("intake-9"))]).await;
    show(&store, vec![ViewChange::InboxGone(id("intake-9"))]).await;
    let kept = store.view_tables().await;

    let mut rebuild = store.rebuild(hjoerring()).await.unwrap();
    for change in samples::all_views() {
        rebuild.write(&[change]).await.unwrap();
    }
    rebuild.finish(&samples::made_of("book")).await.unwrap();

    assert_eq!(store.view_tables().await, kept);
    assert!(kept.lines().count() > 10, "there is something in the tables");
}

async fn a_rebuild_that_is_given_up_leaves_the_old_views(store: impl Fresh) {
    show(&store, samples::all_views()).await;
    let kept = store.view_tables().await;
    let mut rebuild = store.rebuild(hjoerring()).await.unwrap();
    rebuild.write(&[ViewChange::Case(case_row("0500", "", Vec::new()))]).await.unwrap();
    drop(rebuild);

    assert_eq!(store.view_tables().await, kept);
    show(&store, Vec::new()).await;
    assert!(!store.views_are_of(hjoerring(), &samples::made_of("book")).await.unwrap());
}

async fn nobody_sees_a_rebuild_before_it_is_finished(store: impl Fresh) {
    show(&store, samples::all_views()).await;
    let mut rebuild = store.rebuild(hjoerring()).await.unwrap();
    rebuild.write(&[ViewChange::Case(case_row("0500", "", Vec::new()))]).await.unwrap();

    assert!(store.case(hjoerring(), &id("0412")).await.unwrap().is_some(), "the old case is still read");
    assert_eq!(store.case(hjoerring(), &id("0500")).await.unwrap(), None);
    rebuild.finish(&samples::made_of("book")).await.unwrap();
    assert!(store.case(hjoerring(), &id("0500")).await.unwrap().is_some());
    assert_eq!(store.case(hjoerring(), &id("0412")).await.unwrap(), None);
}

async fn views_know_what_they_were_made_of(store: impl Fresh) {
    let (old, new) = (samples::made_of("book of 2025"), samples::made_of("book of 2026"));
    assert!(!store.views_are_of(hjoerring(), &old).await.unwrap());
    for made_of in [old, new] {
        store.rebuild(hjoerring()).await.unwrap().finish(&made_of).await.unwrap();
        assert!(store.views_are_of(hjoerring(), &made_of).await.unwrap());
    }
    assert!(!store.views_are_of(hjoerring(), &old).await.unwrap());
    assert!(!store.views_are_of(samples::broenderslev(), &new).await.unwrap());
    let guarded = batch(case("0412"), Vec::new());
    assert_eq!(store.append(&guarded).await, Err(AppendError::Empty), "and the writer is free again");
}

async fn a_row_of_another_book_is_read_all_the_same(store: impl Fresh) {
    let of_old_book = DutyRow { rule: "RULE-THAT-IS-NO-MORE".to_owned(), ..duty(Party::Municipality, None) };
    let row = case_row("0412", "", vec![of_old_book]);
    show_cases(&store, [row.clone()]).await;
    assert_eq!(store.case(hjoerring(), &id("0412")).await.unwrap(), Some(row));
}
