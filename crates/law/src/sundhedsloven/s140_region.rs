//! Sundhedsloven § 140 from 1 January 2027: rehabilitation at specialised level passes from the municipality to the region, and the
//! rest stays (CF-SPECIALISED-2027). Neither the act's new words nor a rule for courses that run across the day was seen.

use jiff::civil::Date;

use crate::book;
use crate::duty::Party;
use crate::fact::{self, PlanType, Read};
use crate::inquiry::Inquiry;
use crate::ruling::{Outcome, Ruling};
use crate::sundhedsloven::s140;
use crate::trace::Tracer;

/// Whose the training is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Responsible {
    /// The municipality's.
    Municipality,
    /// The municipality's, taken on before rehabilitation at specialised level passed to the region. What was owed then is owed until a
    /// person has said who owes it now.
    Crossing,
    /// The region's.
    Region,
}

impl Responsible {
    /// Who owes what the training calls for.
    pub fn party(self) -> Party {
        match self {
            Self::Municipality | Self::Crossing => Party::Municipality,
            Self::Region => Party::Region,
        }
    }
}

/// Whose the training is, by the plan's type and the day on which the course began: the discharge, else the receipt of the plan.
pub fn responsible<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Responsible {
    let rule = book::SUL140_SPECIALISED_REGION;
    let as_of = inquiry.as_of();
    let began = began_on(inquiry).unwrap_or(as_of);
    if !rule.is_in_force(as_of.max(began)) {
        return Responsible::Municipality;
    }
    // A plan that doesn't say its type is asked for it elsewhere.
    match inquiry.presume_absent(fact::PLAN_TYPE) {
        Read::Known(PlanType::SpecialisedRehabilitation) if rule.is_in_force(began) => Responsible::Region,
        Read::Known(PlanType::SpecialisedRehabilitation) => Responsible::Crossing,
        Read::Known(PlanType::GeneralTraining | PlanType::SpecialisedTraining) | Read::Absent | Read::Missing(_) => {
            Responsible::Municipality
        }
    }
}

fn began_on<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Option<Date> {
    s140::discharged_on(inquiry).known().or_else(|| inquiry.happened_on(fact::PLAN_RECEIVED_ON).known())
}

/// That the municipality is the one to give the training. Where it has passed to the region, or runs across the day, a person must judge:
/// no source for either was seen.
pub(super) fn is_the_municipalitys_to_grant<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Ruling {
    let by = book::SUL140_SPECIALISED_REGION;
    let begins = by.entry().valid_from.unwrap_or(inquiry.as_of());
    match responsible(inquiry) {
        Responsible::Municipality => Ruling { outcome: Outcome::Yes, by: book::SUL140_ENTITLED },
        Responsible::Crossing | Responsible::Region => {
            let judged = Ruling::judged(by);
            inquiry.ask_on(begins, by, |_| judged).unwrap_or(judged)
        }
    }
}
