//! Commands on a real plan, from the case that is read to the case that is left.

use case::event::ContactWay;
use case::{Act, CaseId, CommandId};
use store::view::InboxState;
use store::{CarriedOut, Cases, CasesError, Intake, Log, Sqlite, Views};

use crate::fresh::{self, FreshSqlite};
use crate::samples::cases::{TODAY, command, intake, of_hjoerring, opened, plan};
use crate::samples::hjoerring;

/// The cases of Hjørring, and one among them.
async fn with_a_plan(store: &FreshSqlite) -> (Cases<Sqlite>, CaseId) {
    let cases = of_hjoerring(store);
    let case = opened(&cases, &intake(plan())).await;
    (cases, case)
}

fn first_contact() -> Act {
    Act::RecordFirstContact { by: ContactWay::Telephone, choice_informed: true }
}

#[tokio::test]
async fn the_case_that_a_command_leaves_is_the_case_that_is_read() {
    let store = fresh::sqlite().await;
    let (cases, case) = with_a_plan(&store).await;
    let offer = Act::OfferStart { start_on: TODAY.tomorrow().unwrap(), place: Some("Træningscenter Nord".into()) };
    for (id, act) in [("form-1", first_contact()), ("form-2", offer)] {
        let done = cases.carry_out(&command(id, &case, act)).await.unwrap();
        assert!(matches!(done, CarriedOut::Now(_)));
        let read = cases.case(&case).await.unwrap().unwrap();
        assert_eq!(done.case().history(), read.history());
    }
}

#[tokio::test]
async fn a_command_sent_twice_is_carried_out_once() {
    let store = fresh::sqlite().await;
    let (cases, case) = with_a_plan(&store).await;
    let contact = command("form-1", &case, first_contact());
    let done = cases.carry_out(&contact).await.unwrap();
    let again = cases.carry_out(&contact).await.unwrap();
    assert!(matches!(again, CarriedOut::Before(_)));
    assert_eq!(again.case().history(), done.case().history());
}

#[tokio::test]
async fn what_would_be_refused_now_and_was_done_before_is_known() {
    let store = fresh::sqlite().await;
    let (cases, case) = with_a_plan(&store).await;
    let offer = command("form-1", &case, Act::OfferStart { start_on: TODAY, place: None });
    cases.carry_out(&offer).await.unwrap();
    // A command of the same mark, whose fields no longer hold: the mark decides.
    let mut late = offer.clone();
    late.happened_on = TODAY.tomorrow().unwrap();
    assert!(matches!(cases.carry_out(&late).await.unwrap(), CarriedOut::Before(_)));
    late.id = CommandId("form-2".into());
    assert!(matches!(cases.carry_out(&late).await.unwrap_err(), CasesError::Refused(_)));
}

#[tokio::test]
async fn commands_at_the_same_moment_are_both_carried_out() {
    let store = fresh::sqlite().await;
    let (cases, case) = with_a_plan(&store).await;
    let attempts =
        ["form-1", "form-2"].map(|id| command(id, &case, Act::RecordContactAttempt { by: ContactWay::Letter }));
    let (one, two) = tokio::join!(cases.carry_out(&attempts[0]), cases.carry_out(&attempts[1]));
    assert!(matches!((one.unwrap(), two.unwrap()), (CarriedOut::Now(_), CarriedOut::Now(_))));
    assert_eq!(cases.case(&case).await.unwrap().unwrap().history().len(), 3);
    assert!(store.verify(|_| ()).await.unwrap().is_sound());
}

#[tokio::test]
async fn the_same_letter_is_known_and_its_identifiers_over_another_content_are_a_plan_of_their_own() {
    let store = fresh::sqlite().await;
    let (cases, earlier) = with_a_plan(&store).await;
    assert_eq!(cases.take_in(&intake(plan())).await.unwrap(), Intake::Known);

    let mut moved = plan();
    moved.descriptions = case::plan::Descriptions::default();
    let taken = cases.take_in(&intake(moved.clone())).await.unwrap();
    let case = CaseId::new(2026, 2);
    assert_eq!(taken, Intake::Differs { case, earlier });
    assert_eq!(cases.take_in(&intake(moved)).await.unwrap(), Intake::Known);
    let states: Vec<_> = store.inbox(hjoerring()).await.unwrap().into_iter().map(|row| row.state).collect();
    assert!(states.contains(&InboxState::NeedsChoice), "{states:?}");
}

#[tokio::test]
async fn identifiers_that_begin_alike_are_not_the_same() {
    let store = fresh::sqlite().await;
    let cases = of_hjoerring(&store);
    let mut longer = plan();
    longer.message.letter.push_str("/2");
    opened(&cases, &intake(longer)).await;
    opened(&cases, &intake(plan())).await;
}
