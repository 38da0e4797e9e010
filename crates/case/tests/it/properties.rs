//! What holds of every history that the program accepts, however people come to it.

use std::collections::BTreeMap;

use case::acts::{Standing, possible};
use case::event::Provider;
use case::{Case, Event, Role};
use jiff::ToSpan;
use jiff::civil::Date;
use law::Inquiry;
use law::duty::{Duty, DutyAct, DutyKind, DutyState};
use law::fact::{self, FactId, Slot, Value};
use law::sundhedsloven::s140_choice;
use law::trace::Silent;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::given::command;
use crate::samples::{case_id, earlier_id, one_of_each_act, standard};
use crate::world::{Try, World, any_plan, any_try};

type Kept = BTreeMap<(DutyAct, DutyKind), Duty>;

fn duties(case: &Case, on: Date) -> Kept {
    let duties = case::duties(case, Some(&standard()), on).into_iter().map(|explained| explained.duty);
    duties.map(|duty| ((duty.act, duty.kind), duty)).collect()
}

fn is_fulfilled(duty: &Duty) -> bool {
    matches!(duty.state, DutyState::Fulfilled | DutyState::FulfilledLate)
}

fn tries() -> impl Strategy<Value = Vec<Try>> {
    prop::collection::vec(any_try(), 1..30)
}

/// The days on which a fact can lie after the day asked about: an offer, the plan's own date and an expected discharge look ahead.
fn looks_ahead(facts: &law::Facts, id: FactId) -> bool {
    let plans = [fact::TRAINING_OFFERED_START_ON.id(), fact::PLAN_START_ON.id(), fact::PLAN_ISSUED_ON.id()];
    plans.contains(&id) || facts.expected().iter().any(|expected| expected == id)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, rng_seed: RngSeed::Fixed(20_260_407), ..ProptestConfig::default() })]

    #[test]
    fn every_history_that_was_accepted_can_be_folded_written_and_read_back(
        (earlier, later, tries) in (any_plan(), any_plan(), tries()),
    ) {
        let mut world = World::new(earlier, later);
        for attempt in tries {
            world.attempt(attempt);
            for case in world.both() {
                let read: Vec<_> = case.history().iter().cloned().map(|mut recorded| {
                    let content = recorded.event.content().unwrap();
                    recorded.event = Event::read(recorded.event.name(), &content).unwrap();
                    recorded
                }).collect();
                prop_assert_eq!(Case::fold(case.id().clone(), read), Ok(case));
            }
        }
    }

    #[test]
    fn no_accepted_choice_of_a_provider_was_barred(
        (earlier, later, tries) in (any_plan(), any_plan(), tries()),
    ) {
        let mut world = World::new(earlier, later);
        for attempt in tries {
            let Some(done) = world.attempt(attempt) else { continue };
            let case::Act::ChooseProvider { provider } = &done.command.act else { continue };
            let (case, on) = (world.case(&done.command.case), done.command.happened_on);
            let facts = case::facts(&case, on);
            let mut silent = Silent;
            let inquiry = &mut Inquiry::new(&facts, on, &mut silent);
            let bar = match provider {
                Provider::Private { .. } => s140_choice::choose_private_supplier(inquiry),
                _ => s140_choice::choose_provider(inquiry),
            };
            // A choice recorded late may lie before a newer one, which is then what the facts hold.
            if case.provider(on).is_some_and(|(chosen, _)| chosen == *provider) {
                prop_assert_eq!(bar.is_allowed(), Some(true), "{:?} on {}", provider, on);
            }
        }
    }

    #[test]
    fn everything_on_record_was_done_by_somebody_who_may(
        (earlier, later, tries) in (any_plan(), any_plan(), tries()),
    ) {
        let mut world = World::new(earlier, later);
        for attempt in tries {
            let Some(done) = world.attempt(attempt) else { continue };
            let word = done.command.act.word();
            let by_system = done.command.role == Role::System && !done.command.act.kind().takes_a_person();
            let named = standard().roles_for(word).unwrap_or_default().iter().any(|role| role == done.command.role.word());
            prop_assert!(by_system || named, "{} by {:?}", word, done.command.role);
        }
    }

    #[test]
    fn what_was_fulfilled_stays_fulfilled_unless_something_is_corrected_or_taken_back(
        (earlier, later, tries) in (any_plan(), any_plan(), tries()),
    ) {
        let mut world = World::new(earlier, later);
        for attempt in tries {
            let before = world.both().map(|case| duties(&case, world.today));
            let done = world.attempt(attempt);
            if done.is_some_and(|done| done.corrects() || done.takes_back() || done.tells_late()) {
                continue;
            }
            for (case, before) in world.both().iter().zip(before) {
                let days = [world.today, world.today + 1.day(), world.today + 40.days()];
                // In 2027 specialised rehabilitation passes to the region, and the duty with it.
                for on in days.into_iter().filter(|on| on.year() <= 2026) {
                    let after = duties(case, on);
                    for (key, duty) in before.iter().filter(|(_, duty)| is_fulfilled(duty) && is_settled(duty)) {
                        let stands = after.get(key).is_some_and(is_fulfilled);
                        prop_assert!(stands, "{:?} was {:?}, on {} it is {:?}", key, duty, on, after.get(key));
                    }
                }
            }
        }
    }

    #[test]
    fn what_was_owed_on_a_past_day_stays_as_it_was_unless_something_is_corrected(
        (earlier, later, tries) in (any_plan(), any_plan(), tries()),
    ) {
        let mut world = World::new(earlier, later);
        for attempt in tries {
            let before = world.both();
            let Some(done) = world.attempt(attempt) else { continue };
            if done.corrects() {
                continue;
            }
            let eve = done.command.happened_on - 1.day();
            for (before, after) in before.iter().zip(world.both()) {
                prop_assert_eq!(duties(before, eve), duties(&after, eve));
            }
        }
    }

    #[test]
    fn the_facts_of_a_day_hold_nothing_that_happened_later(
        (earlier, later, tries, back) in (any_plan(), any_plan(), tries(), 0i64..40),
    ) {
        let mut world = World::new(earlier, later);
        for attempt in tries {
            world.attempt(attempt);
        }
        let on = world.today - back.days();
        for case in world.both() {
            let facts = case::facts(&case, on);
            let labelled = facts.all_labelled().map(|(_, id, slot)| (id, slot));
            for (id, slot) in facts.settled().chain(labelled) {
                if let Slot::Known(Value::Date(day)) = slot {
                    prop_assert!(*day <= on || looks_ahead(&facts, id), "{:?} is {} on {}", id, day, on);
                }
            }
        }
    }

    #[test]
    fn what_was_recorded_later_is_not_known(
        (earlier, later, tries) in (any_plan(), any_plan(), tries()),
    ) {
        let mut world = World::new(earlier, later);
        let mut known = Vec::new();
        for attempt in tries {
            world.attempt(attempt);
            known.push(world.case(&case_id()));
        }
        let now = world.case(&case_id());
        for then in known {
            let instant = then.history().last().unwrap().recorded_at;
            prop_assert_eq!(now.as_known_at(instant), Some(then));
        }
    }

    #[test]
    fn a_list_that_keeps_the_dates_foreseen_never_misses_a_duty(
        (earlier, later, tries) in (any_plan(), any_plan(), tries()),
    ) {
        let mut world = World::new(earlier, later);
        for attempt in tries {
            world.attempt(attempt);
            let standard = standard();
            for case in world.both() {
                let foreseen = case::foreseen(&case, Some(&standard), world.today);
                for ahead in [0, 1, 3, 7, 8, 15, 30, 60, 100, 400i64] {
                    let on = world.today + ahead.days();
                    for (key, duty) in duties(&case, on) {
                        let kept = foreseen.iter().find(|kept| (kept.act, kept.kind) == key);
                        let Some(kept) = kept else {
                            return Err(TestCaseError::fail(format!("{key:?} on {on} was not foreseen on {}", world.today)));
                        };
                        if !is_fulfilled(&duty) {
                            prop_assert_eq!((kept.due, kept.opens_on), (duty.due, duty.opens_on), "{:?} on {}", key, on);
                        }
                        prop_assert_eq!(kept.clone().on(on).state, duty.state, "{:?} on {}", key, on);
                    }
                }
            }
        }
    }

    #[test]
    fn a_closed_case_owes_nothing(
        (earlier, later, tries) in (any_plan(), any_plan(), tries()),
    ) {
        let mut world = World::new(earlier, later);
        for attempt in tries {
            world.attempt(attempt);
            for case in world.both() {
                if case.closed_on(world.today).is_some() {
                    prop_assert!(duties(&case, world.today).values().all(|duty| !duty.state.is_owed()));
                    prop_assert!(case::foreseen(&case, Some(&standard()), world.today).iter().all(|duty| !duty.state.is_owed()));
                }
            }
        }
    }

    #[test]
    fn the_list_of_possible_acts_and_the_decision_agree(
        (earlier, later, tries, role) in (any_plan(), any_plan(), tries(), prop::sample::select(&Role::ALL[..])),
    ) {
        let mut world = World::new(earlier, later);
        for attempt in tries {
            world.attempt(attempt);
        }
        let [earlier, case] = world.both();
        let today = world.today;
        let listed = possible(&case, &[&earlier], Some(&standard()), role, today);
        for act in one_of_each_act(today) {
            let standing = &listed.iter().find(|possible| possible.act == act.word()).unwrap().standing;
            let command = command(&case_id(), act, today, role);
            let decided = case::decide(&case, Some(&earlier), &command, Some(&standard()));
            let allowed = *standing == Standing::Allowed;
            if decided.is_ok() {
                prop_assert!(allowed, "{} was accepted and is listed as {:?}", command.act.word(), standing);
            }
            // What is listed as possible fails only for what its fields say.
            if allowed && !matches!(command.act.word(), "confirm_discharge" | "mark_in_error" | "offer_start") {
                prop_assert!(decided.is_ok(), "{} is listed and was refused: {:?}", command.act.word(), decided);
            }
        }
        prop_assert!(earlier_id() < case_id());
    }
}

/// Whether a fulfilled duty rests on what is known for certain, and not on a discharge that is only expected.
fn is_settled(duty: &Duty) -> bool {
    !duty.provisional
}
