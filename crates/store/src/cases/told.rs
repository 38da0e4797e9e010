//! What a source tells has happened, put to a case one by one: each is decided on what stands before it, and what the record has heard
//! already is not recorded again.

use case::{Case, Event, EventNumber, Recorded, Refusal, admit};
use jiff::civil::Date;

use super::reading::folded;
use super::{Cases, CasesError, Writer};
use crate::contract::Store;
use crate::stream::Version;

/// A case after it was told of.
#[derive(Clone, Debug)]
pub(super) struct Told {
    /// The case with everything new in it.
    pub(super) case: Case,
    /// What was new and can have happened.
    pub(super) new: Vec<Recorded>,
    /// What can't have happened, by its place among what was told.
    pub(super) refused: Vec<(usize, Refusal)>,
}

impl<S: Store> Cases<S> {
    /// Tells a case, whose stream ends with `last`, what happened.
    pub(super) fn tell(
        &self,
        case: Case,
        last: Version,
        happened: &[(Event, Date)],
        writer: &Writer,
    ) -> Result<Told, CasesError> {
        let mut told = Told { case, new: Vec::new(), refused: Vec::new() };
        for (at, (event, on)) in happened.iter().enumerate() {
            let happened_on = event.own_day().unwrap_or(*on);
            if !is_news(&told.case, event, happened_on) {
                continue;
            }
            let mut recorded = Recorded {
                number: EventNumber(last.0 + 1 + told.new.len() as u64),
                event: event.clone(),
                happened_on,
                happened_at: None,
                recorded_at: writer.at,
                by: writer.by.clone(),
                role: writer.role,
            };
            match admit(&told.case, &recorded, self.standard()) {
                Ok(event) => recorded.event = event,
                Err(refusal) => {
                    told.refused.push((at, refusal));
                    continue;
                }
            }
            told.new.push(recorded.clone());
            let id = told.case.id().clone();
            let history = told.case.history().iter().cloned().chain([recorded]).collect();
            told.case = folded(&id, history)?;
        }
        Ok(told)
    }
}

/// Whether the record hasn't heard this yet.
///
/// Events that were marked as mistakes have been heard: another system goes on telling what somebody here has put right, and a report
/// doesn't undo a correction. Of what has one value at a time the last that was told counts, so that a value can come back.
fn is_news(case: &Case, event: &Event, on: Date) -> bool {
    let far = Date::constant(9999, 12, 31);
    let heard = |same: &dyn Fn(&Recorded) -> bool| case.history().iter().any(same);
    let last_told = |same: &dyn Fn(&Event) -> Option<bool>| {
        let mut told = case.history().iter().rev().filter(|recorded| recorded.role == case::Role::System);
        told.find_map(|recorded| same(&recorded.event)) == Some(true)
    };
    match event {
        Event::DischargeConfirmed(discharge) => {
            let same = |event: &Event| match event {
                Event::DischargeConfirmed(known) => Some(known.on == discharge.on),
                _ => None,
            };
            case.discharge_confirmed(far) != Some(discharge.on) && !last_told(&same)
        }
        Event::LevelAssessed(assessed) => {
            let same = |event: &Event| match event {
                Event::LevelAssessed(known) => Some(known.level == assessed.level),
                _ => None,
            };
            let valid = case.happened_by(far).into_iter().rev().find_map(|recorded| same(&recorded.event));
            valid != Some(true) && !last_told(&same)
        }
        Event::StartOffered(offered) => {
            !heard(&|known| matches!(&known.event, Event::StartOffered(known) if known.start_on == offered.start_on))
        }
        Event::FirstContactMade(_) => {
            let contact = |event: &Event| matches!(event, Event::FirstContactMade(_));
            case.days_of(far, contact).is_empty() && !heard(&|known| contact(&known.event) && known.happened_on == on)
        }
        Event::TrainingHeld(_) => {
            !heard(&|known| matches!(known.event, Event::TrainingHeld(_)) && known.happened_on == on)
        }
        // Where no day of the end is reported, each report gives its own.
        Event::CourseEnded(ended) => {
            case.closed_on(far).is_none()
                && !heard(&|known| matches!(&known.event, Event::CourseEnded(known) if known.reason == ended.reason))
        }
        _ => true,
    }
}
