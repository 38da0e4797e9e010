//! Sundhedsloven § 140: which start the municipality has offered, of those that the citizen could take up.

use jiff::civil::Date;

use crate::fact::{self, ProviderSelection, Read};
use crate::inquiry::Inquiry;
use crate::sundhedsloven::s140_seven_days::{StatutoryLimit, statutory_clock};
use crate::trace::Tracer;

/// The label under which the offer that the citizen said no to is kept apart from the offer of the earliest start: a later offer may be
/// the earlier one, and nobody has said no to that.
pub const DECLINED: &str = "declined";

/// A start that was offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Offer {
    /// The day the offer was made, where somebody has said it.
    pub(crate) made: Option<Date>,
    /// The first day of training that was offered.
    pub(crate) start: Date,
}

impl Offer {
    /// The day the offer was made: on record by now, it was made by now and by the start, until somebody says when.
    pub(crate) fn made_by(self, as_of: Date) -> Date {
        self.made.unwrap_or_else(|| self.start.min(as_of))
    }

    /// An offer of a day that the citizen couldn't train on is none: a day before the offer itself, before the discharge, or before the
    /// day that the plan sets for health reasons.
    fn is_possible(self, earliest: Option<Date>) -> bool {
        self.made.is_none_or(|made| made <= self.start) && earliest.is_none_or(|earliest| earliest <= self.start)
    }
}

/// The first day on which training can begin: what the seven days are counted from, also where no seven days run.
pub(super) fn earliest_possible<T: Tracer>(inquiry: &mut Inquiry<'_, T>, limit: &Read<StatutoryLimit>) -> Option<Date> {
    match limit {
        Read::Known(limit) => Some(limit.clock.from),
        Read::Absent => statutory_clock(inquiry).known().map(|clock| clock.from),
        Read::Missing(_) => None,
    }
}

/// The offer of the earliest start that was possible, of those made by the day asked about. Known to be none where none was made by
/// then.
///
/// Several are kept apart by labels, and the fact without one is the earliest of them.
pub(super) fn offer<T: Tracer>(inquiry: &mut Inquiry<'_, T>, earliest: Option<Date>) -> Read<Offer> {
    let as_of = inquiry.as_of();
    let one = match the_only_one(inquiry) {
        Read::Missing(facts) => return Read::Missing(facts),
        read => read.known(),
    };
    let starts: Vec<(&str, Read<Date>)> = inquiry.labelled(fact::TRAINING_OFFERED_START_ON).collect();
    let made: Vec<(&str, Read<Date>)> = inquiry.labelled(fact::TRAINING_OFFER_MADE_ON).collect();
    let several = starts.into_iter().filter(|(label, _)| *label != DECLINED).filter_map(|(label, start)| {
        let made = made.iter().find(|(other, _)| *other == label).and_then(|(_, made)| made.known());
        start.known().map(|start| Offer { made, start })
    });
    let stands = |offer: &Offer| offer.made.is_none_or(|made| made <= as_of) && offer.is_possible(earliest);
    let first = one.into_iter().chain(several).filter(stands).min_by_key(|offer| (offer.start, offer.made));
    first.map_or(Read::Absent, Read::Known)
}

/// The offer that has no label.
fn the_only_one<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Read<Offer> {
    let as_of = inquiry.as_of();
    let (made, start) = match inquiry.read(fact::TRAINING_OFFER_MADE_ON) {
        Read::Known(made) if made > as_of => return Read::Absent,
        Read::Known(made) => (Some(made), inquiry.read(fact::TRAINING_OFFERED_START_ON)),
        Read::Absent => (None, inquiry.presume_absent(fact::TRAINING_OFFERED_START_ON)),
        Read::Missing(_) => match inquiry.read(fact::TRAINING_OFFERED_START_ON) {
            Read::Known(start) => {
                inquiry.presume(fact::TRAINING_OFFER_MADE_ON, start.min(as_of)).known();
                (None, Read::Known(start))
            }
            read => (None, read),
        },
    };
    match start {
        Read::Known(start) => Read::Known(Offer { made, start }),
        Read::Absent => Read::Absent,
        Read::Missing(facts) => Read::Missing(facts),
    }
}

/// The offer that the citizen said no to by the day asked about, where the start was possible. Who keeps it apart, under [`DECLINED`], is
/// asked for that alone; elsewhere it is the one offer that is on record.
pub(crate) fn declined_offer<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Option<Offer> {
    if !inquiry.is_told(fact::TRAINING_DECLINED_REASON) {
        return None;
    }
    let as_of = inquiry.as_of();
    let mut kept_apart = |day| inquiry.labelled(day).find(|(label, _)| *label == DECLINED).map(|(_, day)| day);
    let (start, made) = (kept_apart(fact::TRAINING_OFFERED_START_ON), kept_apart(fact::TRAINING_OFFER_MADE_ON));
    let start = start.unwrap_or_else(|| inquiry.presume_absent(fact::TRAINING_OFFERED_START_ON)).known()?;
    let made = made.unwrap_or_else(|| inquiry.presume(fact::TRAINING_OFFER_MADE_ON, start.min(as_of))).known()?;
    let earliest = statutory_clock(inquiry).known().map(|clock| clock.from);
    let offer = Offer { made: Some(made), start };
    (made <= as_of && offer.is_possible(earliest)).then_some(offer)
}

/// The day the citizen chose a private supplier on the ground of the seven days.
pub(crate) fn private_supplier_chosen_on<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Option<Date> {
    let selection = inquiry.presume_absent(fact::PROVIDER_SELECTION);
    if selection != Read::Known(ProviderSelection::PrivateAfterSevenDays) {
        return None;
    }
    let as_of = inquiry.as_of();
    inquiry.presume(fact::PROVIDER_CHOSEN_ON, as_of).known().filter(|day| *day <= as_of)
}
