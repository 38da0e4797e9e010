//! A case: who it is, the two clocks, what must happen now, what happened, what may be done.

use jiff::civil::{Date, DateTime};

use super::{
    act::{ActView, BarredView},
    calendar::Axis,
    clock::ClockView,
    content::ContentView,
    duty::DutyView,
    notice::Notice,
};
use crate::{form::Form, text::Voice};

/// A case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseView {
    /// Whose it is, with the age: `Karen Testrup, 71 år`.
    pub title: String,
    /// The name alone, for the path of the page.
    pub name: String,
    /// What it is about: `Genoptræning efter hofteoperation`.
    pub subject: Option<String>,
    /// Messages over the page.
    pub notices: Vec<Notice>,
    /// The CPR number.
    pub cpr: CprView,
    /// Label and value of what is known.
    pub facts: Vec<FactView>,
    /// The clocks, none where the case has no such limit.
    pub clocks: Vec<ClockView>,
    /// That the law's clock can't be counted yet, where that is so.
    pub uncounted: Option<String>,
    /// The days on which they are drawn.
    pub axis: Axis,
    /// What must happen, in order of due date.
    pub duties: Vec<DutyView>,
    /// What is done or no longer owed.
    pub settled: Vec<DutyView>,
    /// What may be done now, beside what the duties ask.
    pub acts: Vec<ActView>,
    /// What may not be done now, with the reason.
    pub barred: Vec<BarredView>,
    /// What the check of the plan found, where there is a plan.
    pub plan: Option<ContentView>,
    /// Other cases of the same person.
    pub linked: Vec<LinkedView>,
    /// What happened, latest first.
    pub happened: Vec<HappenedView>,
    /// The plan's own words, part by part.
    pub words: Vec<FactView>,
    /// Who has looked, the latest first.
    pub accesses: Vec<AccessView>,
    /// Seeing the case as it stands on another day.
    pub other_day: OtherDayView,
}

/// Somebody's opening of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessView {
    /// Who: `Demo Terapeut, terapeut`.
    pub who: String,
    /// When.
    pub at: DateTime,
    /// What for.
    pub what: String,
}

/// The form that asks for another day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OtherDayView {
    /// The case's address.
    pub action: String,
    /// What was typed.
    pub typed: String,
    /// What is wrong with it.
    pub error: Option<String>,
}

/// The CPR number: masked until asked for, and the asking is recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CprView {
    /// There is none.
    None,
    /// Hidden.
    Masked {
        /// Where a form asks for it; none for those who may not.
        ask: Option<String>,
    },
    /// Shown, as `010101-0101`.
    Shown(String),
}

/// A fact with its label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactView {
    /// The label.
    pub label: String,
    /// The value in words.
    pub value: String,
}

/// Another case of the same person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkedView {
    /// Its page.
    pub href: String,
    /// What it is.
    pub name: String,
    /// How it is tied to this one: `Denne plan erstatter den`.
    pub relation: String,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HappenedView {
    /// What.
    pub what: String,
    /// When it happened.
    pub happened: Moment,
    /// When it was written down.
    pub recorded: DateTime,
    /// By whom: `Sara Bjerg, fysioterapeut`.
    pub by: String,
    /// What else to know.
    pub notes: Vec<String>,
    /// What was wrong with it, where it was corrected. Nothing is deleted.
    pub corrected: Option<String>,
    /// The way to correct it.
    pub acts: Vec<ActView>,
}

/// When something happened: a day, with the hour where it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// The day.
    Day(Date),
    /// The day and hour.
    Hour(DateTime),
}

impl CaseView {
    /// What is wrong with a form of the page that was sent and comes back, each with the id to jump to.
    pub fn errors(&self) -> Vec<(String, &str)> {
        let of_duties = self.duties.iter().flat_map(|duty| &duty.acts);
        let of_events = self.happened.iter().flat_map(|event| &event.acts);
        let of_notices = self.notices.iter().flat_map(|notice| &notice.acts);
        let of_plan = self.plan.iter().flat_map(|plan| &plan.acts);
        let acts = of_notices.chain(of_duties).chain(&self.acts).chain(of_plan).chain(of_events);
        let mut errors: Vec<(String, &str)> = acts.filter_map(ActView::form).flat_map(Form::errors).collect();
        errors.extend(self.other_day.error.as_deref().map(|error| ("pr".to_owned(), error)));
        errors
    }
}

impl HappenedView {
    /// When it happened and when it was written down. The two are kept apart, and both are shown.
    pub fn when(&self, voice: &Voice) -> String {
        let recorded = |key| {
            let (day, hour) = (self.recorded.date(), self.recorded.time());
            voice.say(key).with("date", voice.long(&day).to_string()).with("hour", voice.hour(&hour))
        };
        let happened = |day: Date| voice.say("happened").with("date", voice.full(&day).to_string());
        match self.happened {
            Moment::Hour(moment) if moment == self.recorded => {
                let (day, hour) = (moment.date(), moment.time());
                let phrase = voice.say("happened-and-recorded").with("date", voice.full(&day).to_string());
                phrase.with("hour", voice.hour(&hour)).to_string()
            }
            Moment::Hour(moment) => {
                format!("{} {} · {}", happened(moment.date()), voice.hour(&moment.time()), recorded("recorded"))
            }
            Moment::Day(day) => format!("{} · {}", happened(day), recorded("recorded")),
        }
    }
}
