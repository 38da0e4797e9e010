//! What holds of every case, whatever is known of it: found false by no case that could be thought up.

mod any;
mod asked;

use std::collections::BTreeMap;

use jiff::ToSpan;
use law::answer::Answer;
use law::contradiction::contradictions;
use law::duties::{duties, explained};
use law::duty::{Duty, DutyAct, DutyKind, DutyState};
use law::fact::{FactSet, Facts, Slot};
use law::rights::Right;
use law::routing::Route;
use law::trace::{Reasons, Silent};
use law::{Inquiry, Language, Outcome};
use proptest::prelude::*;

use any::{a_fact, a_situation, facts_used};
use asked::{Asked, Said, questions};

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn one_more_fact_never_changes_an_answer_that_is_decided_unless_it_was_presumed(
        (situation, (fact, slot)) in a_situation().prop_flat_map(|situation| {
            let fact = a_fact(situation.as_of);
            (Just(situation), fact)
        }),
    ) {
        prop_assume!(!matches!(slot, Slot::NotYet | Slot::Unknowable));
        let (mut less, mut more) = (situation.facts.clone(), situation.facts);
        less.forget(fact);
        more.put(fact, slot);
        for question in questions() {
            let before = question.ask(&less, situation.as_of);
            if !before.is_decided() || before.presumed.contains(fact) {
                continue;
            }
            let after = question.ask(&more, situation.as_of);
            prop_assert_eq!(before.word, after.word, "{:?}, once {:?} is {:?}", question, fact, more.slot(fact));
        }
    }

    #[test]
    fn an_expected_day_that_is_confirmed_changes_no_answer(situation in a_situation()) {
        let mut confirmed = situation.facts.clone();
        for fact in situation.facts.expected().iter() {
            confirmed.put(fact, situation.facts.slot(fact).clone());
        }
        for question in questions() {
            let [before, after] = [&situation.facts, &confirmed].map(|facts| question.ask(facts, situation.as_of));
            prop_assert_eq!(before.word, after.word, "{:?}", question);
        }
    }

    #[test]
    fn the_leaves_of_an_explanation_are_the_facts_that_were_used(
        (situation, (fact, slot)) in a_situation().prop_flat_map(|situation| {
            let fact = a_fact(situation.as_of);
            (Just(situation), fact)
        }),
    ) {
        let mut otherwise = situation.facts.clone();
        otherwise.put(fact, slot);
        for question in questions() {
            let before = question.ask(&situation.facts, situation.as_of);
            if before.leaves.contains(fact) {
                continue;
            }
            let after = question.ask(&otherwise, situation.as_of);
            prop_assert_eq!(&before, &after, "{:?} never read {:?}", question, fact);
        }
        let said = |facts: &Facts| -> BTreeMap<_, _> {
            let owed = explained(facts, situation.standard.as_ref(), situation.as_of).into_iter();
            owed.map(|duty| {
                let leaves = duty.why.as_ref().map_or(FactSet::EMPTY, law::trace::Why::all_facts);
                let said = duty.because(facts, Language::Danish);
                ((duty.duty.act, duty.duty.kind), (leaves, duty.duty, duty.why, said))
            }).collect()
        };
        let (before, after) = (said(&situation.facts), said(&otherwise));
        for (key, duty) in before.iter().filter(|(_, duty)| !duty.0.contains(fact)) {
            prop_assert_eq!(Some(duty), after.get(key), "{:?} never read {:?}", key, fact);
        }
    }

    #[test]
    fn who_listens_changes_no_answer(situation in a_situation()) {
        for question in questions() {
            let aloud = question.put(&mut Inquiry::new(&situation.facts, situation.as_of, &mut Reasons::new()));
            let silent = question.put(&mut Inquiry::new(&situation.facts, situation.as_of, &mut Silent));
            prop_assert_eq!(aloud, silent, "{:?}", question);
        }
        let aloud = explained(&situation.facts, situation.standard.as_ref(), situation.as_of);
        let (silent, _) = duties(&situation.facts, situation.standard.as_ref(), situation.as_of);
        prop_assert_eq!(aloud.into_iter().map(|explained| explained.duty).collect::<Vec<_>>(), silent);
    }

    #[test]
    fn a_duty_says_who_owes_what_by_which_rule_and_is_never_due_before_its_count_begins(situation in a_situation()) {
        let (owed, _) = duties(&situation.facts, situation.standard.as_ref(), situation.as_of);
        for duty in owed {
            prop_assert!(duty.rule.is_in_force(situation.as_of), "{:?}", duty);
            prop_assert!(duty.actor != duty.to, "{:?}", duty);
            let counted = duty.rule != law::book::HJ_START_EARLIER;
            if let (Some(term), Some(due), true) = (duty.term, duty.due, counted) {
                prop_assert!(term.from <= due, "{:?}", duty);
            }
            prop_assert_eq!(duty.state, duty.clone().on(situation.as_of).state);
        }
    }

    #[test]
    fn what_is_fulfilled_or_has_lapsed_stays_so_on_every_later_day(
        (situation, later) in (a_situation(), 0_i64..120),
    ) {
        let then = situation.as_of + later.days();
        let sound = [situation.as_of, then].iter().all(|day| contradictions(&situation.facts, *day).is_empty());
        // On the first day of a new act duties may pass to another, or fall away.
        prop_assume!(sound && situation.as_of.year() >= 2019 && then.year() <= 2026);
        let on = |day| -> BTreeMap<(DutyAct, DutyKind), Duty> {
            let (owed, _) = duties(&situation.facts, situation.standard.as_ref(), day);
            owed.into_iter().map(|duty| ((duty.act, duty.kind), duty)).collect()
        };
        let (now, later) = (on(situation.as_of), on(then));
        for (key, duty) in now.iter().filter(|(_, duty)| !duty.state.is_owed()) {
            let stands = later.get(key).is_some_and(|duty| !duty.state.is_owed());
            prop_assert!(stands, "{:?} was {:?}, then {:?}", key, duty, later.get(key));
        }
    }

    #[test]
    fn a_right_is_never_given_under_a_provision_that_isnt_on_the_way(situation in a_situation()) {
        for (route, right) in [
            (Route::Sul140, Right::TrainingAfterHospital),
            (Route::Sel86Stk1, Right::TrainingWithoutPlan),
            (Route::Sel86Stk2, Right::Maintenance),
            (Route::ChildTraining, Right::ChildTraining),
            (Route::ChildMaintenance, Right::ChildMaintenance),
        ] {
            let way = Asked::Route(route).ask(&situation.facts, situation.as_of);
            let given = Asked::Right(right).ask(&situation.facts, situation.as_of);
            prop_assert!(way.word != Said::No || given.word != Said::Yes, "{:?} and {:?}", route, right);
        }
    }

    #[test]
    fn no_right_is_refused_by_a_rule_that_nobody_has_seen(situation in a_situation()) {
        for right in Right::ALL {
            let ruling = right.ask(&mut Inquiry::new(&situation.facts, situation.as_of, &mut Silent));
            let refused = ruling.outcome == Outcome::No && ruling.by.is_in_force(situation.as_of);
            prop_assert!(!refused || ruling.by.is_verified_on(situation.as_of), "{:?}: {:?}", right, ruling);
        }
    }

    #[test]
    fn facts_written_and_read_again_are_the_same(situation in a_situation()) {
        let written = situation.facts.to_json().to_string();
        prop_assert_eq!(Facts::from_json(&written), Ok(situation.facts));
    }

    #[test]
    fn every_case_on_every_day_has_an_answer_in_both_languages(
        (situation, year, day) in (a_situation(), 1850_i16..2200, 1_i16..366),
    ) {
        let on = jiff::civil::date(year, 1, 1) + i64::from(day - 1).days();
        let assessment = law::assess::assess(&situation.facts, on, situation.standard.as_ref());
        for language in [Language::Danish, Language::English] {
            let told = assessment.to_json(&situation.facts, law::assess::Reasoning::Full, language);
            prop_assert!(is_told_whole(&told), "a place is left open: {}", told);
        }
    }
}

/// Whether no sentence has a place that nothing filled.
fn is_told_whole(told: &serde_json::Value) -> bool {
    match told {
        serde_json::Value::String(text) => !text.contains(['{', '}']),
        serde_json::Value::Array(items) => items.iter().all(is_told_whole),
        serde_json::Value::Object(fields) => fields.values().all(is_told_whole),
        _ => true,
    }
}

#[test]
fn every_fact_that_the_law_reads_is_among_those_that_are_tried() {
    let tried = facts_used();
    assert!(tried.len() > 70, "{} facts", tried.len());
    assert!(tried.iter().all(|fact| !fact.entry().means.is_empty()));
}

#[test]
fn a_state_is_told_for_every_way_a_duty_can_have_gone() {
    use jiff::civil::date;
    use law::duty::Done;
    let days = [None, Some(date(2026, 4, 1)), Some(date(2026, 4, 8))];
    let done = [
        Done::NotYet,
        Done::on(date(2026, 4, 2)),
        Done::On { day: date(2026, 4, 2), counts: date(2026, 4, 20) },
        Done::Lapsed(date(2026, 4, 5)),
    ];
    for done in done {
        for opens in days {
            for due in days {
                let mut settled = false;
                for day in 0..40_i64 {
                    let state = DutyState::standing(done, opens, due, date(2026, 3, 25) + day.days());
                    assert!(!settled || !state.is_owed(), "{done:?}, {opens:?}, {due:?}: owed again");
                    settled |= !state.is_owed();
                    assert!(due.is_some() || state != DutyState::Overdue, "overdue without a limit");
                }
                assert_eq!(settled, done != Done::NotYet);
            }
        }
    }
}

#[test]
fn kleene_logic_agrees_with_every_completion_of_what_is_missing() {
    let missing = Answer::Missing(FactSet::of(law::fact::PLAN_ISSUED.id()));
    let completions = |answer: Answer| match answer {
        Answer::Yes => vec![true],
        Answer::No => vec![false],
        Answer::Missing(_) => vec![true, false],
    };
    for one in [Answer::Yes, Answer::No, missing] {
        for two in [Answer::Yes, Answer::No, missing] {
            for (joined, join) in
                [(one.and(two), (|a, b| a && b) as fn(bool, bool) -> bool), (one.or(two), |a, b| a || b)]
            {
                let all: Vec<bool> = completions(one)
                    .iter()
                    .flat_map(|a| completions(two).iter().map(|b| join(*a, *b)).collect::<Vec<_>>())
                    .collect();
                if joined.missing().is_empty() {
                    assert!(all.iter().all(|holds| Answer::known(*holds) == joined), "{one:?}, {two:?}");
                }
            }
        }
    }
}
