//! Sundhedsloven § 84: the hospital's rehabilitation plan, and what the order in force on its date demands of it.

use jiff::civil::{Date, date};

use crate::Answer;
use crate::book;
use crate::content::{self, Checked};
use crate::fact;
use crate::inquiry::Inquiry;
use crate::trace::{Note, Tracer};

/// The order in force on a plan's date: BEK 1266/2006, then BEK 1088/2014, then BEK 918/2018. The days on which the first
/// ended and the second began are assumed; what the second demanded was not seen, so it demands nothing here.
///
/// None before the reform of 2007, when there were no such plans.
pub fn order_on(day: Date) -> Option<&'static str> {
    if day < date(2007, 1, 1) {
        None
    } else if day < date(2015, 1, 1) {
        Some("BEK 1266/2006")
    } else if day < date(2018, 7, 1) {
        Some("BEK 1088/2014")
    } else {
        Some("BEK 918/2018")
    }
}

/// Does the plan hold what the order of its date demands, and nothing that it forbids (PLAN-MINIMUM-BY-ORDER)?
///
/// A missing part is put to the hospital; training doesn't wait for the answer. A plan whose date isn't known is held
/// against the order of the day asked about, and the check says so.
pub fn check<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Checked {
    let as_of = inquiry.as_of();
    let issued = inquiry.read(fact::PLAN_ISSUED_ON).known();
    let dated = issued.unwrap_or(as_of);
    let Some(order) = order_on(dated) else { return Checked::new("rehabilitation_plan", None) };
    let checked = inquiry.ask_on(dated, book::PLAN_MINIMUM_BY_ORDER, |inquiry| {
        inquiry.note(Note::From(dated));
        inquiry.note(Note::Order(order));
        content::walk(inquiry, "rehabilitation_plan", order, dated)
    });
    let checked = checked.unwrap_or_else(|| Checked::new("rehabilitation_plan", Some(order)));
    Checked { provisional: issued.is_none(), ..checked }
}

/// A start date without a health reason is a question to the hospital (GEN-PLAN-TIME-LIMIT): until it answers, the date
/// moves no limit. Yes where the reason is known to be wanting. The order of the plan's own date says whether one is demanded.
pub fn date_lacks_reason<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    let issued = inquiry.read(fact::PLAN_ISSUED_ON).known().unwrap_or(inquiry.as_of());
    let lacks_reason = inquiry.ask_on(issued, book::GEN_PLAN_TIME_LIMIT, |inquiry| {
        let starts = inquiry.exists(fact::PLAN_START_ON);
        if !starts.is_yes() {
            return starts;
        }
        !inquiry.holds(fact::PLAN_START_REASON_GIVEN)
    });
    lacks_reason.unwrap_or(Answer::No)
}
