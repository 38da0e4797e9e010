//! A duty as a page shows it: what, who, by when, how it stands, and why.

use jiff::civil::Date;
use law::{
    Facts, Language, book,
    book::Discretion,
    duties::ExplainedDuty,
    duty::{Duty, DutyAct, DutyKind, DutyState},
    standards::Standard,
    trace::Verdict,
};

use super::{count, source};
use crate::{
    date::days_between,
    view::duty::{Due, DutyView, ReasonView, Source, State},
};

/// Against what duties are shown: the case's facts, the standard, the day, the reader's language.
#[derive(Clone, Copy, Debug)]
pub struct Telling<'a> {
    /// The facts that the duties follow from.
    pub facts: &'a Facts,
    /// The municipality's standard.
    pub standard: Option<&'a Standard>,
    /// The day.
    pub on: Date,
    /// The language.
    pub language: Language,
}

impl Telling<'_> {
    /// The duty, without what can be done about it here.
    pub fn duty(&self, explained: &ExplainedDuty) -> DutyView {
        let duty = &explained.duty;
        DutyView {
            act: duty.act.say(self.language).into(),
            owed_by: duty.actor.say(self.language).into(),
            source: match duty.kind {
                DutyKind::Law => Source::Law,
                DutyKind::Goal => Source::Goal,
            },
            due: duty.due.map_or(Due::Never, Due::By),
            state: state(duty, self.on),
            reason: self.reason(explained),
            acts: Vec::new(),
        }
    }

    /// Why it is owed: the law's sentence, the days counted, the provision, and what fulfils it.
    pub fn reason(&self, explained: &ExplainedDuty) -> ReasonView {
        let duty = &explained.duty;
        let citation = |rule| source::citation(rule, self.on, self.standard, self.language);
        let moved = [book::DS_LAW_140_4_LATER_START, book::HJ_START_LATER].into_iter().filter(|rule| {
            let part = explained.why.as_ref().and_then(|why| why.find(*rule));
            *rule != duty.rule && part.is_some_and(|part| part.verdict == Verdict::Yes)
        });
        let must_weigh = Discretion::of(duty.rule).map_or(&[][..], |judged| judged.must_weigh(self.language));
        ReasonView {
            about: about(duty, self.language),
            sentences: vec![explained.because(self.facts, self.language)],
            strip: count::strip(duty, self.on, self.language),
            sources: std::iter::once(duty.rule).chain(moved).map(citation).collect(),
            fulfilled_when: duty.state.is_owed().then(|| duty.act.fulfilled_when(self.language).into()),
            must_weigh: must_weigh.iter().map(|point| (*point).to_owned()).collect(),
            open: false,
        }
    }
}

/// How a duty stands, as its word on the page.
pub fn state(duty: &Duty, on: Date) -> State {
    match (duty.state, duty.due) {
        (DutyState::Fulfilled, _) => State::Fulfilled(duty.fulfilled_on().unwrap_or(on)),
        (DutyState::FulfilledLate, _) => State::FulfilledLate(duty.fulfilled_on().unwrap_or(on)),
        (DutyState::Lapsed, _) => State::Lapsed,
        (_, Some(due)) => by_due(due, on),
        (_, None) if duty.stands_still() => State::Still,
        (DutyState::NotYet, None) => State::NotYet,
        (_, None) if duty.act == DutyAct::AssessLevel => State::Judge,
        (_, None) => State::Open,
    }
}

/// How many days ahead count as soon.
pub const SOON: i64 = 3;

/// How a due date lies to a day.
pub fn by_due(due: Date, on: Date) -> State {
    match days_between(on, due) {
        0 => State::Today,
        days @ 1..=SOON => State::Soon(days),
        days if days > SOON => State::Later(days),
        days => State::Overdue(-days),
    }
}

/// What a reason is about, for those who hear a list of links.
fn about(duty: &Duty, language: Language) -> String {
    let act = duty.act.say(language);
    match language {
        Language::Danish => format!("om: {act}"),
        Language::English => format!("about: {act}"),
    }
}
