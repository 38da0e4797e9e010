//! What is owed in a case, on any day past or future.

use jiff::ToSpan;
use jiff::civil::Date;
use law::duties::{self, ExplainedDuty};
use law::duty::{Done, Duty, DutyAct, DutyKind};
use law::standards::Standard;

use crate::event::Event;
use crate::facts::facts;
use crate::history::Case;

/// The duties of a case as they stand on a day, each with its reasons, in the order of their due days.
pub fn duties(case: &Case, standard: Option<&Standard>, on: Date) -> Vec<ExplainedDuty> {
    let mut owed = duties::explained(&facts(case, on), standard, on);
    let is_word = |explained: &ExplainedDuty| explained.duty.act == DutyAct::InformPrivateChoice;
    if !owed.iter().any(|explained| is_word(explained) && !explained.duty.state.is_owed())
        && let Some(told) = told_of_private_choice(case, standard, on)
    {
        owed.retain(|explained| !is_word(explained));
        owed.push(told);
        owed.sort_by_key(|explained| order(&explained.duty));
    }
    if let Some(closed) = case.closed_on(on) {
        for explained in &mut owed {
            explained.duty = lapse(explained.duty.clone(), closed, on);
        }
    }
    owed
}

/// A right that the citizen was told of may fall away again, or be known from another day: by an earlier start, or while a stay in
/// hospital stops the clock, also on the very day. That the duty to tell was fulfilled stands. A right that was only expected, and turned
/// out never to have been, leaves nothing.
fn told_of_private_choice(case: &Case, standard: Option<&Standard>, on: Date) -> Option<ExplainedDuty> {
    let happened = case.happened_by(on);
    let told = happened.iter().position(|recorded| matches!(recorded.event, Event::PrivateChoiceInformed(_)))?;
    let mut fulfilled = happened[told..].iter().find_map(|latest| {
        let day = latest.happened_on;
        let then = duties::explained(&facts(&case.right_after(latest), day), standard, day);
        then.into_iter().find(|ExplainedDuty { duty, .. }| {
            duty.act == DutyAct::InformPrivateChoice && !duty.state.is_owed() && !duty.provisional
        })
    })?;
    fulfilled.duty = fulfilled.duty.on(on);
    Some(fulfilled)
}

/// By due day; those without one come last.
fn order(duty: &Duty) -> (bool, Option<Date>, DutyAct) {
    (duty.due.is_none(), duty.due, duty.act)
}

/// Whatever is still owed when a case closes falls away with it.
fn lapse(duty: Duty, closed: Date, on: Date) -> Duty {
    if duty.state.is_owed() { duty.done(Done::Lapsed(closed)).on(on) } else { duty }
}

/// What is still owed on a day, in the order of the due days.
pub(crate) fn outstanding(case: &Case, standard: Option<&Standard>, on: Date) -> Vec<Duty> {
    let all = duties(case, standard, on).into_iter().map(|explained| explained.duty);
    all.filter(|duty| duty.state.is_owed()).collect()
}

/// The duties with the dates that they have as long as nothing more happens: also those that time alone will bring, such as the duty
/// to tell of the private supplier when the seven days run out. What a list keeps of a case. Each stands as it does on `today`.
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
            all.push(explained.duty.on(today));
        }
    }
    all.sort_by_key(order);
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
pub fn clocks<'d>(duties: impl IntoIterator<Item = &'d Duty>) -> Clocks {
    let mut clocks = Clocks { law: None, goal: None };
    for duty in duties {
        let clock = match (duty.act, duty.kind) {
            (DutyAct::OfferStart, DutyKind::Law) => &mut clocks.law,
            (DutyAct::StartTraining, DutyKind::Goal) => &mut clocks.goal,
            _ => continue,
        };
        clock.get_or_insert_with(|| duty.clone());
    }
    clocks
}
