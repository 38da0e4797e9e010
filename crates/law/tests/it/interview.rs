//! The interview: it asks nothing that can't matter, asks those who know, and ends.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use law::fact::{self, FactId, Facts, Slot};
use law::interview::{Turn, next_question, possible_answers, questions_left, ruling};
use law::rights::Right;
use law::{Language, Outcome};
use proptest::prelude::*;
use proptest::sample::Index;

const AS_OF: Date = date(2026, 4, 7);

/// The ways that people take most: each is walked through to the end, with every answer at every question.
const WAYS: [&[Right]; 7] = [
    &[Right::TrainingAfterHospital],
    &[Right::TrainingAfterHospital, Right::FreeChoice],
    &[Right::TrainingAfterHospital, Right::PrivateSupplier],
    &[Right::Transport],
    &[Right::TrainingWithoutPlan],
    &[Right::Maintenance],
    &[Right::ChildTraining, Right::ChildMaintenance],
];

/// How a right stands, in a word; what is left to a person and what nobody can find out end the questions alike.
fn outcomes(rights: &[Right], facts: &Facts) -> Vec<&'static str> {
    let word = |right: &Right| match ruling(*right, facts, AS_OF).outcome {
        Outcome::Yes => "yes",
        Outcome::No => "no",
        Outcome::Judge(_) | Outcome::Missing(_) => "judge",
    };
    rights.iter().map(word).collect()
}

/// What one meets below a question: every way it can end, and how many questions that takes, at most and on average.
struct Below {
    ends: Vec<Vec<&'static str>>,
    deepest: usize,
    average: f64,
}

/// Walks every way from here on.
fn walk(rights: &[Right], facts: &Facts, path: &mut Vec<FactId>) -> Below {
    let Some(question) = next_question(facts, AS_OF, rights) else {
        return Below { ends: vec![outcomes(rights, facts)], deepest: 0, average: 0.0 };
    };
    assert!(!path.contains(&question.fact), "{:?} asked twice on {path:?}", question.fact);
    path.push(question.fact);
    let mut below = Below { ends: Vec::new(), deepest: 0, average: 0.0 };
    let answers = possible_answers(question.fact, facts, AS_OF);
    assert!(!answers.is_empty(), "{:?} can't be answered", question.fact);
    for answer in &answers {
        let mut told = facts.clone();
        told.put(question.fact, answer.clone());
        let next = walk(rights, &told, path);
        below.ends.extend(next.ends);
        below.deepest = below.deepest.max(1 + next.deepest);
        below.average += (1.0 + next.average) / f64::from(u32::try_from(answers.len()).expect("a few answers"));
    }
    below.ends.sort_unstable();
    below.ends.dedup();
    assert!(
        below.ends.len() > 1,
        "{:?} was asked on {path:?}, and every way ends as {:?}",
        question.fact,
        below.ends[0]
    );
    path.pop();
    below
}

/// The fewest questions that could do on average: every fact that is waited for is tried at every turn.
fn fewest(rights: &[Right], facts: &Facts, known: &mut BTreeMap<String, f64>) -> f64 {
    let key = facts.to_json().to_string();
    if let Some(found) = known.get(&key) {
        return *found;
    }
    let waited_for = rights
        .iter()
        .flat_map(|right| facts.still_to_ask(ruling(*right, facts, AS_OF).missing()).iter().collect::<Vec<_>>());
    let costs = waited_for.map(|fact| {
        let answers = possible_answers(fact, facts, AS_OF);
        let below: f64 = answers
            .iter()
            .map(|answer| {
                let mut told = facts.clone();
                told.put(fact, answer.clone());
                fewest(rights, &told, known)
            })
            .sum();
        1.0 + below / f64::from(u32::try_from(answers.len()).expect("a few answers"))
    });
    let best = costs.reduce(f64::min).unwrap_or(0.0);
    known.insert(key, best);
    best
}

#[test]
fn every_question_can_change_how_it_ends_and_few_are_asked() {
    for rights in WAYS {
        let below = walk(rights, &Facts::new(), &mut Vec::new());
        let best = fewest(rights, &Facts::new(), &mut BTreeMap::new());
        assert!(below.deepest <= 9, "{rights:?}: up to {} questions", below.deepest);
        assert!(
            below.average <= best + 0.75,
            "{rights:?}: {:.2} questions on average, where {best:.2} would do",
            below.average
        );
    }
}

#[test]
fn a_citizen_who_knows_nothing_comes_to_an_end() {
    let mut facts = Facts::new();
    let mut asked = Vec::new();
    while let Some(question) = next_question(&facts, AS_OF, &Right::ALL) {
        assert!(!asked.contains(&question.fact), "{:?} asked twice", question.fact);
        asked.push(question.fact);
        facts.set_unknowable(question.fact);
    }
    assert!(asked.len() <= 25, "{} questions: {asked:?}", asked.len());
    let answers = law::assess::assess(&facts, AS_OF, None);
    assert!(
        answers.entitlements.iter().all(|right| right.word(&facts) != "unknown"),
        "what nobody knows is left to a person"
    );
    assert_eq!(questions_left(&facts, AS_OF, &Right::ALL), 0);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn whatever_one_answers_the_interview_ends_and_asks_judgements_last(answers in prop::collection::vec(any::<Index>(), 40)) {
        let mut facts = Facts::new();
        let mut count = 0;
        while let Some(question) = next_question(&facts, AS_OF, &Right::ALL) {
            let waits = |right: &Right| matches!(ruling(*right, &facts, AS_OF).outcome, Outcome::Missing(missing) if !facts.still_to_ask(missing).is_empty());
            prop_assert!(question.turn != Turn::Judgement || !Right::ALL.iter().any(waits), "{:?} before a fact", question.fact);
            prop_assert!(!question.settles.is_empty() && !question.why(Language::Danish).is_empty());
            let mut possible = possible_answers(question.fact, &facts, AS_OF);
            possible.push(Slot::Unknowable);
            facts.put(question.fact, answers[count].get(&possible).clone());
            count += 1;
            prop_assert!(count < 30, "{:?}", facts);
        }
    }
}

#[test]
fn the_first_question_is_one_that_the_citizen_can_answer() {
    let question = next_question(&Facts::new(), AS_OF, &Right::ALL).unwrap();
    assert_eq!((question.fact, question.turn), (fact::PLAN_ISSUED.id(), Turn::Citizen));
}

#[test]
fn the_judgement_of_a_condition_is_asked_for_only_when_pension_and_distance_dont_settle_it() {
    let mut facts = Facts::new();
    facts.set(fact::PLAN_ISSUED, true).set(fact::HOSPITAL_DISCHARGED_ON, AS_OF);
    let asked =
        |facts: &Facts| next_question(facts, AS_OF, &[Right::Transport]).map(|question| (question.fact, question.turn));
    assert_eq!(asked(&facts), Some((fact::CITIZEN_IS_PENSIONER.id(), Turn::Citizen)));
    facts.set(fact::CITIZEN_IS_PENSIONER, false);
    assert_eq!(asked(&facts), Some((fact::TRANSPORT_DISTANCE_KM.id(), Turn::Citizen)));
    facts.set(fact::TRANSPORT_DISTANCE_KM, fact::Decimal::whole(50));
    assert_eq!(asked(&facts), Some((fact::CITIZEN_CONDITION_EXCLUDES_PUBLIC_TRANSPORT.id(), Turn::Judgement)));
    facts.set(fact::CITIZEN_CONDITION_EXCLUDES_PUBLIC_TRANSPORT, true);
    assert_eq!(asked(&facts), None);
}
