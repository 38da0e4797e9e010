//! The next question: the one whose answer settles most, of those that the person asked can answer.
//!
//! Every fact that an undecided right is waiting for is tried with each answer that it could have, and the rights that would
//! then be settled are counted. What can't matter is never asked; what nobody can find out isn't asked again. What the citizen,
//! the relatives, the hospital or a register can tell comes before what the staff must find out, and a judgement comes last.

use jiff::Span;
use jiff::civil::Date;

use crate::fact::{self, AskedOf, Decimal, FactId, FactSet, Facts, Kind, Slot, Text, Value};
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
    /// Who can answer it, by what kind of answer it is.
    pub turn: Turn,
}

/// Who can answer a question, in the order of asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Turn {
    /// The citizen knows it, or can look it up.
    Citizen,
    /// The staff must find it out.
    Staff,
    /// It is the judgement of a person that may make it: never the citizen's to answer.
    Judgement,
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

/// A right that isn't settled, with what it waits for.
#[derive(Clone, Copy)]
struct Waiting {
    right: Right,
    /// Facts, and judgements where nothing else is missing.
    facts: FactSet,
    for_a_judgement: bool,
}

impl Waiting {
    fn of(right: Right, facts: &Facts, as_of: Date) -> Option<Self> {
        let (missing, for_a_judgement) = match ruling(right, facts, as_of).outcome {
            Outcome::Yes | Outcome::No => return None,
            Outcome::Missing(missing) => (missing, false),
            Outcome::Judge(judgement) => (judgement, true),
        };
        let facts = facts.still_to_ask(missing);
        (!facts.is_empty()).then_some(Self { right, facts, for_a_judgement })
    }
}

/// The next question on these rights; none where no answer that anybody could give would settle more.
pub fn next_question(facts: &Facts, as_of: Date, rights: &[Right]) -> Option<Question> {
    let waiting: Vec<Waiting> = rights.iter().filter_map(|right| Waiting::of(*right, facts, as_of)).collect();
    let mut trial = facts.clone();
    let all = waiting.iter().fold(FactSet::EMPTY, |all, waiting| all | waiting.facts);
    let leads_on =
        |fact: &FactId| rank(*fact, &waiting).0 != Turn::Judgement || leads_on(*fact, &mut trial, as_of, &waiting);
    let asked: FactSet = all.iter().filter(leads_on).collect();
    let first = asked.iter().map(|fact| rank(fact, &waiting)).min()?;
    let in_turn = asked.iter().filter(|fact| rank(*fact, &waiting) == first);
    let scored = in_turn.map(|fact| (score(fact, &mut trial, as_of, &waiting), fact));
    let (_, fact) = scored.max_by(|(one, first), (two, second)| {
        // Where two questions settle as much, the one that stands first in the vocabulary is asked.
        one.cmp(two).then_with(|| second.cmp(first))
    })?;
    let settles = waiting.iter().filter(|waiting| waiting.facts.contains(fact)).map(|waiting| waiting.right).collect();
    Some(Question { fact, settles, turn: first.0 })
}

/// The order of asking: whose turn it is, and of the citizen's questions first those that need no staff to put them right.
fn rank(fact: FactId, waiting: &[Waiting]) -> (Turn, bool) {
    if waiting.iter().all(|waiting| waiting.for_a_judgement || !waiting.facts.contains(fact)) {
        return (Turn::Judgement, false);
    }
    let entry = fact.entry();
    match entry.asked_of {
        AskedOf::Citizen | AskedOf::Relative | AskedOf::Hospital | AskedOf::Gp | AskedOf::Register => {
            (Turn::Citizen, false)
        }
        AskedOf::Officer | AskedOf::Therapist | AskedOf::Provider | AskedOf::System if entry.citizen_da.is_some() => {
            (Turn::Citizen, true)
        }
        AskedOf::Officer | AskedOf::Therapist | AskedOf::Provider | AskedOf::System => (Turn::Staff, false),
    }
}

/// Whether a judgement settles a right, or brings something that can be asked; another that must be made as well may leave the
/// right with a person whatever is answered here.
fn leads_on(fact: FactId, trial: &mut Facts, as_of: Date, waiting: &[Waiting]) -> bool {
    let answers = possible_answers(fact, trial, as_of);
    let found = answers.iter().any(|answer| {
        trial.put(fact, answer.clone());
        waiting.iter().filter(|waiting| waiting.facts.contains(fact)).any(|waiting| {
            let settled = matches!(ruling(waiting.right, trial, as_of).outcome, Outcome::Yes | Outcome::No);
            settled || Waiting::of(waiting.right, trial, as_of).is_some()
        })
    });
    trial.forget(fact);
    found
}

/// How much a fact's answer is worth: in thousandths, the rights settled on average over its answers; a right that waits for it
/// counts a little though no single answer settles it, so that a question on the way is worth asking.
fn score(fact: FactId, trial: &mut Facts, as_of: Date, waiting: &[Waiting]) -> usize {
    let answers = possible_answers(fact, trial, as_of);
    let mut settled = 0;
    for answer in &answers {
        trial.put(fact, answer.clone());
        settled += waiting.iter().filter(|waiting| Waiting::of(waiting.right, trial, as_of).is_none()).count();
    }
    trial.forget(fact);
    let waiting = waiting.iter().filter(|waiting| waiting.facts.contains(fact)).count();
    settled * 1000 / answers.len().max(1) + waiting * 10
}

/// Answers that between them lead every way a fact can lead.
pub fn possible_answers(fact: FactId, facts: &Facts, as_of: Date) -> Vec<Slot> {
    let entry = fact.entry();
    let values: Vec<Value> = match entry.kind {
        Kind::Bool => vec![Value::Bool(true), Value::Bool(false)],
        Kind::Enum => (0..entry.values.len()).filter_map(|at| u8::try_from(at).ok()).map(Value::Choice).collect(),
        Kind::Set if entry.values.is_empty() => vec![],
        Kind::Set => std::iter::once(0).chain((0..entry.values.len()).map(|at| 1 << at)).map(Value::Choices).collect(),
        Kind::Integer => vec![Value::Integer(0), Value::Integer(17), Value::Integer(70)],
        Kind::Decimal => vec![Value::Decimal(Decimal::whole(10)), Value::Decimal(Decimal::whole(100))],
        Kind::Date => days(fact, facts, as_of).into_iter().map(Value::Date).collect(),
        Kind::Text => names(facts).into_iter().map(Value::Text).collect(),
        Kind::Instant => vec![],
    };
    // A day can be known to be none: nobody was discharged, no start was offered. Everybody was born.
    let none = (entry.kind == Kind::Date && fact != fact::CITIZEN_BORN_ON.id()).then_some(Slot::Absent);
    values.into_iter().map(Slot::Known).chain(none).collect()
}

/// Dates on either side of what a date is held against: for a birth a child, an adult and an old person; else the day asked about
/// and, where it is known, the discharge with its seven days.
fn days(fact: FactId, facts: &Facts, as_of: Date) -> Vec<Date> {
    let around = |day: Date, spans: &[Span]| -> Vec<Date> {
        spans.iter().filter_map(|span| day.checked_add(*span).ok()).collect()
    };
    if fact == fact::CITIZEN_BORN_ON.id() {
        return around(as_of, &[10, 40, 80].map(|years: i64| Span::new().years(-years)));
    }
    let mut days = around(as_of, &[-30, -1, 1, 30].map(|days: i64| Span::new().days(days)));
    if let (Some(discharged), true) =
        (facts.read(fact::HOSPITAL_DISCHARGED_ON).known(), fact != fact::HOSPITAL_DISCHARGED_ON.id())
    {
        days.extend(around(discharged, &[1, 30].map(|days: i64| Span::new().days(days))));
    }
    days
}

/// A name that is the same as the home municipality's, and one that isn't.
fn names(facts: &Facts) -> Vec<Text> {
    let home = facts.read(fact::CITIZEN_HOME_MUNICIPALITY).known().unwrap_or_else(|| "home".into());
    vec![home, "elsewhere".into()]
}

/// How many questions are left: an estimate for a progress bar, never more than thirty. It is the longer of two ways, on which each
/// question gets the first of its possible answers, or nobody knows; other answers may lead to more questions, or fewer.
pub fn questions_left(facts: &Facts, as_of: Date, rights: &[Right]) -> usize {
    let known =
        |fact, facts: &Facts| possible_answers(fact, facts, as_of).into_iter().next().unwrap_or(Slot::Unknowable);
    let answered = way_left(facts, as_of, rights, known);
    answered.max(way_left(facts, as_of, rights, |_, _| Slot::Unknowable))
}

fn way_left(facts: &Facts, as_of: Date, rights: &[Right], answer: impl Fn(FactId, &Facts) -> Slot) -> usize {
    let mut trial = facts.clone();
    let mut count = 0;
    while count < 30
        && let Some(question) = next_question(&trial, as_of, rights)
    {
        count += 1;
        let answer = answer(question.fact, &trial);
        trial.put(question.fact, answer);
    }
    count
}
