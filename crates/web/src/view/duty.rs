//! A duty: who owes what by when, and why.

use jiff::civil::Date;

use super::{act::ActView, calendar::Strip};
use crate::text::Voice;

/// A duty, as it stands on the day of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DutyView {
    /// What must be done, as an imperative: `Tilbyd opstart af genoptræning`.
    pub act: String,
    /// Who owes it: `Træningsenheden`.
    pub owed_by: String,
    /// Whether the law or the municipality's own goal asks for it.
    pub source: Source,
    /// By when.
    pub due: Due,
    /// How it stands.
    pub state: State,
    /// Why it is owed.
    pub reason: ReasonView,
    /// What can be done about it here.
    pub acts: Vec<ActView>,
}

/// What a duty rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// A provision of law.
    Law,
    /// The municipality's own goal.
    Goal,
}

/// By when a duty is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// On this day at the latest.
    By(Date),
    /// At once since this day.
    Since(Date),
    /// No limit is set.
    Never,
}

/// How a duty stands. Red is for what is overdue, and for nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Past its due date by so many calendar days.
    Overdue(i64),
    /// Owed at once.
    Now,
    /// Due today.
    Today,
    /// Due within three days: so many calendar days ahead.
    Soon(i64),
    /// Due later: so many calendar days ahead.
    Later(i64),
    /// Open, without a limit.
    Open,
    /// Not owed yet.
    NotYet,
    /// Its clock stands still.
    Still,
    /// A person must judge.
    Judge,
    /// Done in time.
    Fulfilled(Date),
    /// Done, but late.
    FulfilledLate(Date),
    /// No longer owed.
    Lapsed,
}

impl State {
    /// The state in words.
    pub fn words(&self, voice: &Voice) -> String {
        match *self {
            Self::Overdue(days) => voice.say("relative-overdue").with("count", days),
            Self::Now => voice.say("state-now"),
            Self::Today => voice.say("relative-today"),
            Self::Soon(1) | Self::Later(1) => voice.say("relative-tomorrow"),
            Self::Soon(days) | Self::Later(days) => voice.say("relative-in-days").with("count", days),
            Self::Open => voice.say("state-open"),
            Self::NotYet => voice.say("state-not-yet"),
            Self::Still => voice.say("state-still"),
            Self::Judge => voice.say("state-judge"),
            Self::Fulfilled(on) => voice.say("state-fulfilled").with("on", voice.short(&on).to_string()),
            Self::FulfilledLate(on) => voice.say("state-fulfilled-late").with("on", voice.short(&on).to_string()),
            Self::Lapsed => voice.say("state-lapsed"),
        }
        .to_string()
    }

    /// The class of the word.
    pub fn class(self) -> &'static str {
        match self {
            Self::Overdue(_) | Self::Now => "state-late",
            Self::Today => "state-today",
            Self::Soon(_) => "state-soon",
            Self::Later(_) | Self::Open | Self::NotYet | Self::Lapsed => "state-later",
            Self::Still | Self::Judge => "state-hold",
            Self::Fulfilled(_) | Self::FulfilledLate(_) => "state-done",
        }
    }
}

impl DutyView {
    /// The class of the panel: the red edge is kept for the law.
    pub fn panel_class(&self) -> &'static str {
        match (self.state, self.source) {
            (State::Overdue(_) | State::Now, Source::Law) => "panel-late",
            (State::Today, _) => "panel-today",
            _ => "",
        }
    }

    /// The line under the act: `Skyldes af Træningsenheden · lovkrav`.
    pub fn owed(&self, voice: &Voice) -> String {
        let source = match self.source {
            Source::Law => "duty-by-law",
            Source::Goal => "duty-by-goal",
        };
        let phrase = voice.say("duty-owed-by").with("who", self.owed_by.as_str());
        phrase.with("source", voice.say(source).to_string()).to_string()
    }
}

/// Why: a sentence, the days counted, the provision and what fulfils the duty. The four come from the law's answer
/// unchanged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReasonView {
    /// What it is about, for those who hear a list of links: `om Karen Testrups frist`.
    pub about: String,
    /// The reason in words, a paragraph each.
    pub sentences: Vec<String>,
    /// The days counted, where days were.
    pub strip: Option<Strip>,
    /// Where it stands.
    pub sources: Vec<Citation>,
    /// What fulfils the duty: `Opfyldt, når en opstart er tilbudt`.
    pub fulfilled_when: Option<String>,
    /// What must be weighed, where a person judges.
    pub must_weigh: Vec<String>,
    /// Whether the reason is shown from the start.
    pub open: bool,
}

/// A provision or a standard, and the page that says it in plain words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// As a jurist cites it: `Sundhedsloven § 140, stk. 4`.
    pub text: String,
    /// The rule's own page, where it has one.
    pub href: Option<String>,
    /// Since when, where the reader should know: a standard changes more often than an act.
    pub valid_from: Option<Date>,
    /// Whether the wording or a figure in it has not been checked against the source.
    pub is_unverified: bool,
}
