//! One question: how it is asked, and how what was sent is read.

use jiff::{ToSpan as _, civil::Date};
use law::{
    fact::{Decimal, FactId, Kind, Slot, Value},
    interview::{Question, Turn, questions_left, ruling},
    rights::Right,
};

use super::{
    RIGHTS,
    given::{Answers, NO, YES, absence, carried, slot},
};
use crate::{
    access::visit::Visit,
    app::App,
    entry::{self, Misread},
    form::{Choice, Sent},
    text::Voice,
    told::source,
    typeset::capital,
    view::interview::{AnswerKind, QuestionView},
};

/// The names of what a question's form sends.
pub(super) const FACT: &str = "spm";
const PLACE: &str = "plads";
const ANSWER: &str = "svar";
const DAY: &str = "dag";
const MONTH: &str = "maaned";
const YEAR: &str = "aar";
const UNKNOWN: &str = "ved-ikke";
const ABSENT: &str = "ikke-sket";
/// The choice that none of a set fits.
const NONE: &str = "ingen";

/// A question that is to be asked.
#[derive(Clone, Debug)]
pub(super) struct Asking<'a> {
    /// The fact.
    pub(super) fact: FactId,
    /// Its place among the answers, where it was answered before.
    pub(super) place: Option<usize>,
    /// The answer given before.
    pub(super) before: Option<Slot>,
    /// What was sent and can't be read, and why.
    pub(super) typed: Option<(&'a Sent, String)>,
    /// Whether answers that came back were no answers of ours, and were left out.
    pub(super) is_again: bool,
}

impl Asking<'_> {
    /// A question not asked before.
    pub(super) fn of(fact: FactId) -> Self {
        Self { fact, place: None, before: None, typed: None, is_again: false }
    }

    /// What was typed in a field that can't be read.
    fn typed(&self, name: &str) -> Option<String> {
        let (sent, _) = self.typed.as_ref()?;
        sent.all(name).next().map(ToOwned::to_owned)
    }

    /// The answer given before, as a form carries it.
    fn before(&self) -> Option<String> {
        self.before.as_ref().map(|slot| carried(self.fact, slot))
    }

    fn was_known(&self) -> bool {
        matches!(self.before, Some(Slot::Known(_)))
    }

    /// Whether this answer was sent, or given before.
    fn has_chosen(&self, word: &str) -> bool {
        match (&self.typed, self.before()) {
            (Some((sent, _)), _) => sent.all(ANSWER).any(|sent| sent == word),
            (None, Some(before)) => before.split(',').any(|chosen| chosen == word),
            (None, None) => false,
        }
    }
}

/// The place that a form carries.
pub(super) fn place(sent: &Sent) -> Option<usize> {
    sent.get(PLACE)?.parse().ok()
}

/// What was answered.
pub(super) fn answer(fact: FactId, sent: &Sent, visit: &Visit) -> Result<Slot, String> {
    let voice = visit.voice;
    if sent.get(UNKNOWN).is_some() {
        return Ok(Slot::Unknowable);
    }
    if sent.get(ABSENT).is_some() {
        return Ok(Slot::Absent);
    }
    let said = |key| voice.say(key).to_string();
    match fact.entry().kind {
        Kind::Date => date(fact, sent, visit),
        Kind::Set => {
            let chosen: Vec<&str> = sent.all(ANSWER).collect();
            let (none, some): (Vec<&str>, Vec<&str>) = chosen.into_iter().partition(|word| *word == NONE);
            match (none.is_empty(), some.is_empty()) {
                (true, true) => Err(said("question-choose-some")),
                (false, false) => Err(said("question-none-and-some")),
                _ => slot(fact, &some.join(",")).ok_or_else(|| said("question-choose")),
            }
        }
        Kind::Decimal | Kind::Integer => {
            let typed = sent.get(ANSWER).unwrap_or_default().replace(',', ".");
            let number = Decimal::parse(&typed).filter(|_| !typed.starts_with('-'));
            number.and_then(|_| slot(fact, &typed)).ok_or_else(|| said("question-figure-wrong"))
        }
        _ => sent.get(ANSWER).and_then(|word| slot(fact, word)).ok_or_else(|| said("question-choose")),
    }
}

fn date(fact: FactId, sent: &Sent, visit: &Visit) -> Result<Slot, String> {
    let part = |name| sent.get(name).unwrap_or_default();
    let day = entry::date_from_fields(part(DAY), part(MONTH), part(YEAR)).map_err(|misread| match misread {
        Misread::Empty => visit.voice.say("question-date-empty").to_string(),
        // The advice of a date on one line helps nobody who has three fields before them.
        Misread::NotADate(_) => visit.voice.say("question-date-wrong").to_string(),
        misread => misread.say(visit.voice),
    })?;
    if fact == law::fact::CITIZEN_BORN_ON.id() && day > visit.today {
        return Err(visit.voice.say("question-born-ahead").to_string());
    }
    if day > visit.today.saturating_add(1.year()) {
        return Err(visit.voice.say("question-too-far-ahead").to_string());
    }
    Ok(Slot::Known(Value::Date(day)))
}

/// The page of a question.
pub(super) fn view(app: &App, visit: &Visit, answers: &Answers, asking: &Asking<'_>) -> QuestionView {
    let (voice, today, entry) = (visit.voice, visit.today, asking.fact.entry());
    let language = voice.language;
    let facts = answers.facts(today);
    let settles: Vec<Right> =
        RIGHTS.iter().filter(|right| ruling(**right, &facts, today).missing().contains(asking.fact)).copied().collect();
    let source =
        settles.first().map(|right| source::in_full(right.provision_on(today), app.cases().standard(), language));
    let why = if settles.is_empty() {
        voice.say("question-why-corrected").to_string()
    } else {
        Question { fact: asking.fact, settles, turn: Turn::Citizen }.why(language)
    };
    let place = asking.place.unwrap_or(answers.len());
    let left = questions_left(&facts, today, RIGHTS).saturating_sub(1);
    let error = asking.typed.as_ref().map(|(_, fault)| fault.clone());
    let strange = asking.is_again.then(|| voice.say("question-strange").to_string());
    QuestionView {
        number: number(place + 1),
        about_left: number(left),
        fact: asking.fact.name().to_owned(),
        place: asking.place,
        question: entry.citizen_question(language).to_owned(),
        help: entry.help(language).map(ToOwned::to_owned),
        kind: kind(asking, voice, visit),
        none: (entry.kind == Kind::Date && asking.fact != law::fact::CITIZEN_BORN_ON.id())
            .then(|| voice.say(absence(asking.fact)).to_string()),
        why: vec![why],
        source,
        given: answers.views(voice),
        error: error.or(strange),
    }
}

fn number(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

/// How the question is answered, with what was typed or answered before.
fn kind(asking: &Asking<'_>, voice: Voice, visit: &Visit) -> AnswerKind {
    let entry = asking.fact.entry();
    let said = |key| voice.say(key).to_string();
    let choice = |word: &str, label: String| Choice::new(word, label).chosen_if(asking.has_chosen(word));
    let values = || {
        let values = entry.values.iter().enumerate();
        let words = |at| capital(entry.citizen_value_words(at, voice.language));
        values.map(|(at, word)| choice(word, words(at))).collect::<Vec<_>>()
    };
    match entry.kind {
        Kind::Bool => AnswerKind::One(vec![choice(YES, said("answer-yes")), choice(NO, said("answer-no"))]),
        Kind::Enum => AnswerKind::One(values()),
        Kind::Set => {
            let was_none = matches!(asking.before, Some(Slot::Known(Value::Choices(0))));
            let none = choice(NONE, said("question-none"));
            let none = Choice { chosen: none.chosen || was_none, ..none };
            AnswerKind::Several(values().into_iter().chain([none]).collect())
        }
        Kind::Date => date_fields(asking, visit.today),
        Kind::Decimal | Kind::Integer | Kind::Text | Kind::Instant => AnswerKind::Number {
            value: asking.typed(ANSWER).or_else(|| asking.before().filter(|_| asking.was_known())).unwrap_or_default(),
            unit: entry.unit.unwrap_or_default().to_owned(),
        },
    }
}

/// The three fields of a date.
fn date_fields(asking: &Asking<'_>, today: Date) -> AnswerKind {
    let day = match asking.before {
        Some(Slot::Known(Value::Date(day))) => Some(day),
        _ => None,
    };
    let part = |name, of: fn(Date) -> String| asking.typed(name).or_else(|| day.map(of)).unwrap_or_default();
    AnswerKind::Date {
        day: part(DAY, |day| day.day().to_string()),
        month: part(MONTH, |day| day.month().to_string()),
        year: part(YEAR, |day| day.year().to_string()),
        example: format!("{} {} {}", today.day(), today.month(), today.year()),
    }
}
