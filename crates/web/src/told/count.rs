//! The days of a limit one by one, and the clock that they make.

use jiff::civil::Date;
use law::{
    Language, book,
    calendar::{Budget, CountingRule, DaysOff, Due, FirstDay, Place, Rest},
    duties::ExplainedDuty,
    duty::{Done, Duty, DutyAct, DutyKind},
    term::{Suspension, Term},
    trace::Verdict,
};

use crate::{
    text::Voice,
    view::{
        calendar::{DayOff, DayPart, DayView, Strip},
        clock::{Beginning, ClockView, Lane, Run},
    },
};

/// The days of a duty's limit, from the day that starts it to its last, or to today when that is later; none where nothing
/// is counted.
pub fn strip(duty: &Duty, today: Date, language: Language) -> Option<Strip> {
    let term = duty.term.as_ref()?;
    Some(Strip::new(days(term, duty, today, language)?, today))
}

/// The clock of a duty; none where its limit is not counted.
pub fn clock(explained: &ExplainedDuty, today: Date, language: Language) -> Option<ClockView> {
    let duty = &explained.duty;
    let term = duty.term.as_ref()?;
    let unmoved = unmoved(term)?.ends_on;
    let run = match duty.done {
        Done::On { day, .. } if day <= today => Run::Stopped(day),
        Done::Lapsed(day) if day <= today => Run::FellAway(day),
        _ if duty.stands_still() => Run::Still,
        _ => Run::Running,
    };
    Some(ClockView {
        lane: lane(duty.kind),
        beginning: beginning(explained),
        budget: term.budget.length(),
        from: term.from,
        due: duty.due.unwrap_or(unmoved),
        today,
        run,
        days: days(term, duty, today, language)?,
        consequence: None,
    })
}

/// The law's clock and the municipality's, in this order, those that the case has.
pub fn clocks(owed: &[ExplainedDuty], on: Date, voice: Voice) -> Vec<ClockView> {
    let pick = |act, kind| {
        let explained = owed.iter().find(|explained| explained.duty.act == act && explained.duty.kind == kind)?;
        clock(explained, on, voice.language)
    };
    let law = pick(DutyAct::OfferStart, DutyKind::Law).map(|clock| {
        let opened = owed.iter().any(|explained| explained.duty.act == DutyAct::InformPrivateChoice);
        let consequence = opened.then(|| voice.say("clock-private").to_string());
        ClockView { consequence, ..clock }
    });
    law.into_iter().chain(pick(DutyAct::StartTraining, DutyKind::Goal)).collect()
}

/// Whether the law sets a limit for the start that can't be counted yet, since nobody knows the day of discharge.
pub fn law_is_uncounted(owed: &[ExplainedDuty]) -> bool {
    let is_the_clock = |duty: &Duty| duty.act == DutyAct::OfferStart && duty.kind == DutyKind::Law;
    owed.iter().any(|explained| {
        is_the_clock(&explained.duty) && explained.duty.term.is_none() && explained.duty.state.is_owed()
    })
}

/// Whether a day is a weekend or a public holiday, as the municipality's own promises have it.
pub fn is_off(day: Date) -> bool {
    DaysOff::own_promises().rest_on(day).is_some()
}

fn lane(kind: DutyKind) -> Lane {
    match kind {
        DutyKind::Law => Lane::Law,
        DutyKind::Goal => Lane::Goal,
    }
}

/// What the limit counts from: for the law's clock what the law found, for the municipality's goal the receipt or the plan's
/// own later date.
fn beginning(explained: &ExplainedDuty) -> Beginning {
    let holds = |rule| {
        let part = explained.why.as_ref().and_then(|why| why.find(rule));
        part.is_some_and(|part| part.verdict == Verdict::Yes)
    };
    match explained.duty.kind {
        DutyKind::Law if holds(book::DS_LAW_140_4_LATER_START) => Beginning::LaterDate,
        DutyKind::Law if explained.duty.provisional => Beginning::ExpectedDischarge,
        DutyKind::Law => Beginning::Discharge,
        DutyKind::Goal if holds(book::HJ_START_LATER) => Beginning::LaterDate,
        DutyKind::Goal => Beginning::Receipt,
    }
}

/// The limit as it would end if nothing moved it.
fn unmoved(term: &Term) -> Option<Due> {
    term.counting.due(term.from, term.budget).ok()
}

fn days(term: &Term, duty: &Duty, until: Date, language: Language) -> Option<Vec<DayView>> {
    let unmoved = unmoved(term)?;
    if duty.moved_by.is_empty() {
        let day = |day: law::calendar::StripDay| DayView {
            on: day.on,
            part: part(day.place, day.count),
            off: day.rest.map(|rest| day_off(rest, language)),
        };
        return Some(unmoved.strip(until).map(day).collect());
    }
    let last = duty.due.unwrap_or(unmoved.ends_on).max(until);
    Some(around_pauses(term, duty, last, language))
}

fn part(place: Place, count: Option<u32>) -> DayPart {
    let number = count.and_then(|count| u16::try_from(count).ok());
    match (place, number) {
        (Place::Start, _) => DayPart::From,
        (Place::Within, Some(number)) => DayPart::Counted(number),
        (Place::Within, None) => DayPart::NotCounted,
        (Place::Due, number) => DayPart::Due(number.unwrap_or(0)),
        (Place::Over, _) => DayPart::Over,
    }
}

/// The days of a limit that stood still on the way: those on which it did are shown, and not numbered. Where the last day
/// lies, the law has said.
fn around_pauses(term: &Term, duty: &Duty, last: Date, language: Language) -> Vec<DayView> {
    let CountingRule { first_day, days_off, .. } = term.counting;
    let mut number = 0;
    let mut shown = Vec::new();
    for on in term.from.series(jiff::Span::new().days(1)).take_while(|on| *on <= last) {
        let rest = days_off.rest_on(on);
        let is_of_the_unit = rest.is_none() || !matches!(term.budget, Budget::WorkingDays(_));
        let part = if on == term.from && first_day == FirstDay::NotCounted {
            DayPart::From
        } else if duty.due.is_some_and(|due| on > due) {
            DayPart::Over
        } else if duty.moved_by.iter().any(|pause| stands_still_on(pause, on)) {
            DayPart::Paused
        } else if is_of_the_unit {
            number += 1;
            if duty.due == Some(on) { DayPart::Due(number) } else { DayPart::Counted(number) }
        } else {
            DayPart::NotCounted
        };
        shown.push(DayView { on, part, off: rest.map(|rest| day_off(rest, language)) });
    }
    shown
}

fn stands_still_on(pause: &Suspension, on: Date) -> bool {
    pause.from <= on && pause.through.is_none_or(|through| on <= through)
}

fn day_off(rest: Rest, language: Language) -> DayOff {
    if rest.is_weekend() { DayOff::Weekend } else { DayOff::Holiday(within_a_sentence(rest.name(language), language)) }
}

/// The names of Danish holidays begin with a small letter within a sentence; those that are proper names keep theirs.
fn within_a_sentence(name: &str, language: Language) -> String {
    let is_proper = name.starts_with("Kristi");
    let mut letters = name.chars();
    match (language, letters.next()) {
        (Language::Danish, Some(first)) if !is_proper => first.to_lowercase().chain(letters).collect(),
        _ => name.to_owned(),
    }
}
