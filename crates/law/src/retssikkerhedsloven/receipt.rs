//! When a decision counts as received: recorded, else presumed from the channel. A letter that failed starts no clock.

use jiff::civil::Date;

use crate::book::{self, Rule};
use crate::calendar::{CountingRule, WorkingDays};
use crate::fact::{self, DecisionSentThrough, FactSet, Read};
use crate::inquiry::Inquiry;
use crate::trace::{Note, Tracer};

/// Working days until an ordinary letter counts as received.
pub const LETTER: WorkingDays = WorkingDays(6);
/// Working days until a quick letter counts as received.
pub const QUICK_LETTER: WorkingDays = WorkingDays(2);

/// A day of receipt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The day.
    pub on: Date,
    /// It is presumed from the channel, not recorded.
    pub presumed: bool,
}

/// The day the citizen received the decision.
///
/// Recorded receipt wins. Digital Post is received the day it is available. Paper up to 2025 counts as received after the
/// ministry's number of days; from 2026 nothing is presumed of paper, since no source says what holds. Before 26 June 2018 the
/// day must be recorded. *Absent* where the letter failed: no clock runs.
pub fn received_on<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Read<Receipt> {
    if let Read::Known(on) = inquiry.happened_on(fact::DECISION_RECEIVED_ON) {
        inquiry.note(Note::From(on));
        return Read::Known(Receipt { on, presumed: false });
    }
    if inquiry.presume_not_happened(fact::DECISION_DELIVERY_FAILED_ON).is_some() {
        return Read::Absent;
    }
    match presumed_from_the_channel(inquiry) {
        Some(on) => {
            // A recorded receipt, also a later one that is shown, wins once it is known.
            inquiry.presume_not_happened(fact::DECISION_RECEIVED_ON);
            Read::Known(Receipt { on, presumed: true })
        }
        None => Read::Missing(FactSet::of(fact::DECISION_RECEIVED_ON.id())),
    }
}

fn presumed_from_the_channel<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Option<Date> {
    match inquiry.read(fact::DECISION_SENT_THROUGH).known()? {
        DecisionSentThrough::DigitalPost => {
            let available = inquiry.happened_on(fact::DECISION_AVAILABLE_ON).known()?;
            noted(inquiry, book::GEN_RECEIPT_DIGITAL, available, Some(available))
        }
        DecisionSentThrough::Letter => by_post(inquiry, book::GEN_RECEIPT_LETTER, LETTER),
        DecisionSentThrough::QuickLetter => by_post(inquiry, book::GEN_RECEIPT_QUICK_LETTER, QUICK_LETTER),
        DecisionSentThrough::HandedOver => inquiry.happened_on(fact::DECISION_SENT_ON).known(),
    }
}

/// Counted in days of delivery. 5 June, 24 and 31 December are taken not to be, since the day of receipt starts the citizen's limit.
fn by_post<T: Tracer>(inquiry: &mut Inquiry<'_, T>, rule: Rule, days: WorkingDays) -> Option<Date> {
    let sent = inquiry.happened_on(fact::DECISION_SENT_ON).known()?;
    let arrived = CountingRule::binding_the_citizen().due(sent, days).ok().map(|due| due.ends_on);
    noted(inquiry, rule, sent, arrived)
}

/// The presumption holds as it stood on the day of the letter, not on the day asked about.
fn noted<T: Tracer>(inquiry: &mut Inquiry<'_, T>, rule: Rule, dated: Date, received: Option<Date>) -> Option<Date> {
    let read = inquiry.ask_on(dated, rule, |inquiry| {
        if let Some(day) = received {
            inquiry.note(Note::From(day));
        }
        received.map_or(Read::Absent, Read::Known)
    });
    read.and_then(Read::known)
}
