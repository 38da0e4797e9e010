//! The next question: the one whose answer settles most.
//!
//! Every fact that an undecided right is waiting for is tried with each answer that it could have, and the rights that would
//! then be settled are counted. What can't matter is never asked; what nobody can find out isn't asked again.

use jiff::civil::{Date, date};

use crate::fact::{Decimal, FactId, FactSet, Facts, Kind, Slot, Value};
use crate::inquiry::Inquiry;
use crate::rights::Right;
use crate::ruling::{Outcome, Ruling};
use crate::trace::Silent;
use crate::{Language, say};

/// A question worth asking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The fact that is asked for.
    pub fact: FactId,
    /// The rights that hang on it.
    pub settles: Vec<Right>,
}

impl Question {
    /// Why it is asked, in one sentence.
    pub fn why(&self, language: Language) -> String {
        let rights: Vec<&str> = self.settles.iter().map(|right| right.say(language)).collect();
        match language {
            Language::Danish => format!("Svaret har betydning for retten til {}.", say::list(&rights, language)),
            Language::English => format!("The answer bears on the right to {}.", say::list(&rights, language)),
        }
    }
}

/// What the law says of a right on these facts.
pub fn ruling(right: Right, facts: &Facts, as_of: Date) -> Ruling {
    right.ask(&mut Inquiry::new(facts, as_of, &mut Silent))
}

/// The next question on these rights; none where no answer that anybody could give would settle more.
pub fn next_question(facts: &Facts, as_of: Date, rights: &[Right]) -> Option<Question> {
    let open: Vec<(Right, FactSet)> = rights
        .iter()
        .map(|right| (*right, ruling(*right, facts, as_of).missing().without(facts.unknowable())))
        .filter(|(_, missing)| !missing.is_empty())
        .collect();
    let asked: FactSet = open.iter().fold(FactSet::EMPTY, |asked, (_, missing)| asked | *missing);
    let best =
        asked.iter().map(|fact| (score(fact, facts, as_of, &open), fact)).max_by(|(one, first), (two, second)| {
            // Where two questions settle as much, the one that stands first in the vocabulary is asked.
            one.cmp(two).then_with(|| second.cmp(first))
        });
    let (_, fact) = best?;
    let settles = open.iter().filter(|(_, missing)| missing.contains(fact)).map(|(right, _)| *right).collect();
    Some(Question { fact, settles })
}

/// How much a fact's answer is worth: in thousandths, the rights settled on average over its answers; a right that waits for it
/// counts a little though no single answer settles it, so that a question on the way is worth asking.
fn score(fact: FactId, facts: &Facts, as_of: Date, open: &[(Right, FactSet)]) -> usize {
    let answers = possible_answers(fact, facts, as_of);
    let mut trial = facts.clone();
    let mut settled = 0;
    for answer in &answers {
        trial.put(fact, answer.clone());
        settled += open.iter().filter(|(right, _)| is_settled(ruling(*right, &trial, as_of))).count();
    }
    let waiting = open.iter().filter(|(_, missing)| missing.contains(fact)).count();
    settled * 1000 / answers.len().max(1) + waiting * 10
}

fn is_settled(ruling: Ruling) -> bool {
    matches!(ruling.outcome, Outcome::Yes | Outcome::No)
}

/// Answers that between them lead every way a fact can lead.
fn possible_answers(fact: FactId, facts: &Facts, as_of: Date) -> Vec<Slot> {
    let entry = fact.entry();
    let values: Vec<Value> = match entry.kind {
        Kind::Bool => vec![Value::Bool(true), Value::Bool(false)],
        Kind::Enum => (0..entry.values.len()).filter_map(|at| u8::try_from(at).ok()).map(Value::Choice).collect(),
        Kind::Set if entry.values.is_empty() => vec![],
        Kind::Set => std::iter::once(0).chain((0..entry.values.len()).map(|at| 1 << at)).map(Value::Choices).collect(),
        Kind::Integer => vec![Value::Integer(0), Value::Integer(17), Value::Integer(70)],
        Kind::Decimal => vec![Value::Decimal(Decimal::whole(10)), Value::Decimal(Decimal::whole(100))],
        Kind::Date => dates(fact, facts, as_of),
        Kind::Text | Kind::Instant => vec![],
    };
    values.into_iter().map(Slot::Known).collect()
}

/// Dates on either side of what a date is held against.
fn dates(fact: FactId, _: &Facts, as_of: Date) -> Vec<Value> {
    if fact == crate::fact::CITIZEN_BORN_ON.id() {
        return [date(2015, 1, 1), date(1980, 1, 1), date(1945, 1, 1)].map(Value::Date).to_vec();
    }
    let days = [-30_i64, -1, 1, 30];
    days.iter().filter_map(|days| as_of.checked_add(jiff::Span::new().days(*days)).ok()).map(Value::Date).collect()
}

/// The questions asked so far and to come, at most: for a progress that never goes back. Follows the answers most often given;
/// a bound, not a promise.
pub fn questions_left(facts: &Facts, as_of: Date, rights: &[Right]) -> usize {
    let mut trial = facts.clone();
    let mut count = 0;
    while let Some(question) = next_question(&trial, as_of, rights) {
        count += 1;
        match possible_answers(question.fact, &trial, as_of).into_iter().next() {
            Some(answer) => trial.put(question.fact, answer),
            None => trial.put(question.fact, Slot::Unknowable),
        }
        if count >= 30 {
            break;
        }
    }
    count
}
