//! When a decision counts as received: recorded, else presumed from the channel. A letter that failed starts no clock.

use jiff::civil::Date;

use crate::book;
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
/// day must be recorded.
pub fn received_on<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Read<Receipt> {
    if let Read::Known(on) = inquiry.read(fact::DECISION_RECEIVED_ON) {
        inquiry.note(Note::From(on));
        return Read::Known(Receipt { on, presumed: false });
    }
    let asked = Read::Missing(FactSet::of(fact::DECISION_RECEIVED_ON.id()));
    if inquiry.read(fact::DECISION_DELIVERY_FAILED_ON).known().is_some() {
        return Read::Absent;
    }
    let Read::Known(channel) = inquiry.read(fact::DECISION_SENT_THROUGH) else { return asked };
    let presumed = match channel {
        DecisionSentThrough::DigitalPost => inquiry.rule(book::GEN_RECEIPT_DIGITAL, |inquiry| {
            noted(inquiry, |inquiry| inquiry.read(fact::DECISION_AVAILABLE_ON))
        }),
        DecisionSentThrough::Letter => {
            inquiry.rule(book::GEN_RECEIPT_LETTER, |inquiry| noted(inquiry, |inquiry| by_post(inquiry, LETTER)))
        }
        DecisionSentThrough::QuickLetter => inquiry
            .rule(book::GEN_RECEIPT_QUICK_LETTER, |inquiry| noted(inquiry, |inquiry| by_post(inquiry, QUICK_LETTER))),
        DecisionSentThrough::HandedOver => noted(inquiry, |inquiry| inquiry.read(fact::DECISION_SENT_ON)),
    };
    match presumed {
        Read::Known(on) => Read::Known(Receipt { on, presumed: true }),
        Read::Absent | Read::Missing(_) => asked,
    }
}

fn noted<T: Tracer>(inquiry: &mut Inquiry<'_, T>, read: impl FnOnce(&mut Inquiry<'_, T>) -> Read<Date>) -> Read<Date> {
    let read = read(inquiry);
    if let Read::Known(day) = read {
        inquiry.note(Note::From(day));
    }
    read
}

/// The presumption holds for the day the letter was sent, not for the day asked about.
fn by_post<T: Tracer>(inquiry: &mut Inquiry<'_, T>, days: WorkingDays) -> Read<Date> {
    let sent = inquiry.read(fact::DECISION_SENT_ON);
    let Read::Known(sent) = sent else { return sent };
    if !book::GEN_RECEIPT_LETTER.is_in_force(sent) {
        return Read::Absent;
    }
    match CountingRule::own_promise().due(sent, days) {
        Ok(due) => Read::Known(due.ends_on),
        Err(_) => Read::Absent,
    }
}
