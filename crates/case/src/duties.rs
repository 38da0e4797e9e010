//! What is owed in a case, on any day past or future.

use jiff::ToSpan;
use jiff::civil::Date;
use law::duties::{self, ExplainedDuty};
use law::duty::{Done, Duty, DutyAct, DutyKind};
use law::standards::Standard;

use crate::facts::facts;
use crate::history::Case;

/// The duties of a case as they stand on a day, each with its reasons, in the order of their due days.
pub fn duties(case: &Case, standard: Option<&Standard>, on: Date) -> Vec<ExplainedDuty> {
    let facts = facts(case, on);
    let mut owed = duties::explained(&facts, standard, on);
    if let Some(closed) = case.closed_on(on) {
        for explained in &mut owed {
            explained.duty = lapse(explained.duty.clone(), closed, on);
        }
    }
    owed
}

/// Whatever is still owed when a case closes falls away with it.
fn lapse(duty: Duty, closed: Date, on: Date) -> Duty {
    if duty.state.is_owed() { duty.done(Done::Lapsed(closed)).on(on) } else { duty }
}

/// The duties with the dates that they have as long as nothing more happens: also those that time alone will bring, such as the duty
/// to tell of the private supplier when the seven days run out. What a list keeps of a case.
///
/// `today` is the day of the latest record. Nothing is owed after the last of their due days that isn't owed by then.
pub fn foreseen(case: &Case, standard: Option<&Standard>, today: Date) -> Vec<Duty> {
    let now: Vec<Duty> = duties(case, standard, today).into_iter().map(|explained| explained.duty).collect();
    let Some(last) = now.iter().filter_map(|duty| duty.due).chain([today]).max() else { return now };
    let Ok(after) = last.checked_add(1.day()) else { return now };
    let mut all = now;
    for explained in duties(case, standard, after) {
        let known = all.iter().any(|duty| duty.act == explained.duty.act && duty.kind == explained.duty.kind);
        if !known {
            all.push(explained.duty);
        }
    }
    all.sort_by_key(|duty| (duty.due.is_none(), duty.due, duty.act));
    all
}

/// The two clocks of a case: the law's seven days, and the municipality's own goal for the start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clocks {
    /// The law's seven days.
    pub law: Option<Duty>,
    /// The municipality's own goal.
    pub goal: Option<Duty>,
}

/// Picks the clocks out of a case's duties.
pub fn clocks<'d>(duties: impl Iterator<Item = &'d Duty> + Clone) -> Clocks {
    let pick = |act, kind| duties.clone().find(|duty| duty.act == act && duty.kind == kind).cloned();
    Clocks { law: pick(DutyAct::OfferStart, DutyKind::Law), goal: pick(DutyAct::StartTraining, DutyKind::Goal) }
}
