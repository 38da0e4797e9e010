//! Sundhedsloven § 84: the hospital's rehabilitation plan, and what the order in force on its date demands of it.

use jiff::civil::{Date, date};

use crate::Answer;
use crate::book;
use crate::content::{self, Checked};
use crate::fact::{self, Read};
use crate::inquiry::Inquiry;
use crate::trace::{Note, Tracer};

/// The order in force on a plan's date: BEK 1266/2006, then BEK 1088/2014, then BEK 918/2018. The days on which the first
/// ended and the second began are assumed; what the second demanded was not seen, so it demands nothing here.
pub fn order_on(day: Date) -> &'static str {
    if day < date(2015, 1, 1) {
        "BEK 1266/2006"
    } else if day < date(2018, 7, 1) {
        "BEK 1088/2014"
    } else {
        "BEK 918/2018"
    }
}

/// Does the plan hold what the order of its date demands, and nothing that it forbids (PLAN-MINIMUM-BY-ORDER)?
///
/// A missing part is put to the hospital; training doesn't wait for the answer. A plan whose date isn't known is held
/// against the order of the day asked about, and the check says so.
pub fn check<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Checked {
    let issued = inquiry.read(fact::PLAN_ISSUED_ON).known();
    let day = issued.unwrap_or(inquiry.as_of());
    let order = order_on(day);
    inquiry.note(Note::Order(order));
    let mut checked = content::walk(inquiry, "rehabilitation_plan", Some(order), day);
    checked.provisional = issued.is_none();
    checked
}

/// Is the plan complete? As an answer to the book's own question, with its sentence.
pub fn is_complete<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    inquiry.rule(book::PLAN_MINIMUM_BY_ORDER, |inquiry| {
        let checked = check(inquiry);
        if !checked.missing.is_empty() || !checked.forbidden.is_empty() {
            return Answer::No;
        }
        let unknown = checked.unknown.iter().filter_map(|finding| finding.rule.entry().part.as_ref());
        let facts: fact::FactSet = unknown.flat_map(|part| part.facts.iter().copied()).collect();
        // Nobody has seen what BEK 1088/2014 demanded: a plan of its years is neither complete nor not.
        let demands_are_known = !checked.held.is_empty() || !facts.is_empty();
        if facts.is_empty() && demands_are_known { Answer::Yes } else { Answer::Missing(facts) }
    })
}

/// A start date without a health reason is a question to the hospital (GEN-PLAN-TIME-LIMIT): until it answers, the date
/// moves no limit.
pub fn date_lacks_reason<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    inquiry.rule(book::GEN_PLAN_TIME_LIMIT, |inquiry| {
        let dated = inquiry.read(fact::PLAN_START_ON).is_there();
        if !dated.is_yes() {
            return dated;
        }
        match inquiry.read(fact::PLAN_START_REASON_GIVEN) {
            Read::Known(given) => Answer::known(!given),
            Read::Absent => Answer::Yes,
            Read::Missing(facts) => Answer::Missing(facts),
        }
    })
}
