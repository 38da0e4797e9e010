//! The two clocks of a case: the law's seven days and the municipality's own.

use jiff::civil::Date;

use super::calendar::DayView;
use crate::{date::days_between, text::Voice};

/// Which clock it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lane {
    /// The law's limit: tall and dark.
    Law,
    /// The municipality's own goal: low and blue.
    Goal,
}

/// What the count begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beginning {
    /// The discharge from hospital.
    Discharge,
    /// A discharge that is only expected: the clock is provisional.
    ExpectedDischarge,
    /// A later date that the plan gives with a health reason.
    LaterDate,
    /// The receipt of the plan.
    Receipt,
}

/// How the clock stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Run {
    /// It runs.
    Running,
    /// It stands still, as while the citizen is in hospital.
    Still,
    /// It was stopped on this day, in time or late.
    Stopped(Date),
    /// What it waits for fell away on this day.
    FellAway(Date),
}

/// A clock. Its days are those that the law counted; the page computes none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClockView {
    /// Which clock.
    pub lane: Lane,
    /// What it counts from.
    pub beginning: Beginning,
    /// Length in days, as the source says it: 7.
    pub budget: u16,
    /// The day that starts it, itself not counted.
    pub from: Date,
    /// The last day in time.
    pub due: Date,
    /// The day on which the page is seen.
    pub today: Date,
    /// How it stands.
    pub run: Run,
    /// The days from `from` to `due`, and on to today when that is later.
    pub days: Vec<DayView>,
    /// What follows when it is over, or null: `Følge: ret til privat leverandør.`
    pub consequence: Option<String>,
}

/// How much time is left or over, for the words beside the drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Balance {
    /// Calendar days to the due date, which is ahead.
    Left(i64),
    /// The due date is today.
    Today,
    /// Calendar days past the due date.
    Over(i64),
    /// Stopped in time.
    InTime,
    /// Stopped this many calendar days too late.
    Late(i64),
    /// Stands still.
    Still,
    /// Nobody owes it any longer.
    FellAway,
}

impl ClockView {
    /// How much time is left or over.
    pub fn balance(&self) -> Balance {
        match self.run {
            Run::Still => Balance::Still,
            Run::FellAway(_) => Balance::FellAway,
            Run::Stopped(on) if on > self.due => Balance::Late(days_between(self.due, on)),
            Run::Stopped(_) => Balance::InTime,
            Run::Running => match days_between(self.today, self.due) {
                0 => Balance::Today,
                left @ 1.. => Balance::Left(left),
                over => Balance::Over(-over),
            },
        }
    }

    /// Whether it runs and its time is over: the one thing that is red.
    pub fn is_over(&self) -> bool {
        matches!(self.balance(), Balance::Over(_))
    }

    /// The words beside the drawing: `4 dage over`, `i dag`, `2 dage tilbage`, `nået i tide`.
    pub fn words(&self, voice: &Voice) -> String {
        match self.balance() {
            Balance::Left(days) => voice.say("clock-left").with("count", days),
            Balance::Today => voice.say("clock-today"),
            Balance::Over(days) => voice.say("clock-over").with("count", days),
            Balance::InTime => voice.say("clock-in-time"),
            Balance::Late(days) => voice.say("clock-late").with("count", days),
            Balance::Still => voice.say("clock-still"),
            Balance::FellAway => voice.say("clock-fell-away"),
        }
        .to_string()
    }

    /// The lane's short name: `Lov`, `Mål`.
    pub fn short_name(&self, voice: &Voice) -> String {
        match self.lane {
            Lane::Law => voice.say("clock-lane-law"),
            Lane::Goal => voice.say("clock-lane-goal"),
        }
        .to_string()
    }

    /// The heading over the wide drawing: `Loven: 7 dage fra udskrivning`.
    pub fn heading(&self, voice: &Voice) -> String {
        let key = match self.lane {
            Lane::Law => "clock-heading-law",
            Lane::Goal => "clock-heading-goal",
        };
        voice.say(key).with("count", self.budget).with("beginning", self.beginning(voice)).to_string()
    }

    /// The drawing in one sentence, for those who hear it.
    pub fn heard(&self, voice: &Voice) -> String {
        let key = match self.lane {
            Lane::Law => "clock-heard-law",
            Lane::Goal => "clock-heard-goal",
        };
        let phrase = voice.say(key).with("count", self.budget).with("beginning", self.beginning(voice));
        phrase
            .with("from", voice.long(&self.from).to_string())
            .with("due", voice.long(&self.due).to_string())
            .to_string()
    }

    /// When it runs out, or did: `Udløb fredag d. 3. april.`
    pub fn expiry(&self, voice: &Voice) -> String {
        let key = match self.run {
            Run::Still => "clock-expires-not",
            Run::Running if self.due < self.today => "clock-expired",
            Run::Running => "clock-expires",
            Run::Stopped(_) | Run::FellAway(_) => "clock-would-expire",
        };
        voice.say(key).with("due", voice.long(&self.due).to_string()).to_string()
    }

    fn beginning(&self, voice: &Voice) -> String {
        match self.beginning {
            Beginning::Discharge => voice.say("clock-from-discharge"),
            Beginning::ExpectedDischarge => voice.say("clock-from-expected-discharge"),
            Beginning::LaterDate => voice.say("clock-from-later-date"),
            Beginning::Receipt => voice.say("clock-from-receipt"),
        }
        .to_string()
    }

    /// Whether it counts from a discharge that is only expected.
    pub fn is_provisional(&self) -> bool {
        self.beginning == Beginning::ExpectedDischarge
    }
}
