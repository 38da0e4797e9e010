//! Retssikkerhedsloven §§ 60-67: complaint of the municipality's decision in a social case.

use jiff::civil::Date;

use crate::book::{self, Rule};
use crate::calendar::{CountingRule, Weeks};
use crate::fact::{self, ComplaintSubject, DecisionProvision, Read};
use crate::inquiry::Inquiry;
use crate::provision::Act;
use crate::remedy::{FiledWith, Hears, Remedy, Route};
use crate::retssikkerhedsloven::receipt;
use crate::trace::{Note, Tracer};

/// From the receipt of the decision; the day of receipt isn't counted. A limit that ends at a weekend or a public holiday moves
/// to the next working day (GEN-COUNT-WEEKS, GEN-COUNT-HOLIDAY-MOVES).
pub const CITIZENS_LIMIT: Weeks = Weeks(4);

/// Where can this decision be complained of, and until when?
///
/// Any decision under Serviceloven: its content, its extent, and how the case was handled. Not the service level that the politicians
/// chose, and not a decision on support for individual transport (§ 117). The body follows the date; the complaint is sent to the
/// municipality in every year.
pub fn complaint_route<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Route {
    let outside = match (inquiry.peek(fact::DECISION_PROVISION), inquiry.peek(fact::COMPLAINT_SUBJECT)) {
        (Some(DecisionProvision::Sel117), _) => Some(book::TRANS_117_NO_APPEAL),
        (Some(provision), Some(subject)) if is_social(provision) => goes_to_the_municipality(subject),
        _ => None,
    };
    match outside {
        Some(rule) => inquiry.rule(rule, |inquiry| stays_with_the_municipality(inquiry, rule)),
        None => inquiry.rule(book::COMP_SOCIAL_RIGHT, of_a_decision),
    }
}

/// The rule by which a grievance in a social case stays with the municipality: the level of service with how long one waits and how it
/// is arranged, and the time and the staff that the case took.
fn goes_to_the_municipality(subject: ComplaintSubject) -> Option<Rule> {
    match subject {
        ComplaintSubject::ServiceLevel | ComplaintSubject::WaitingTime | ComplaintSubject::Organisation => {
            Some(book::COMP_SOCIAL_NOT_SERVICE_LEVEL)
        }
        ComplaintSubject::ProcessingTime | ComplaintSubject::Staff => Some(book::COMP_MAYOR_HANDLING),
        _ => None,
    }
}

fn stays_with_the_municipality<T: Tracer>(inquiry: &mut Inquiry<'_, T>, rule: Rule) -> Route {
    inquiry.read(fact::DECISION_PROVISION).known();
    let subject = inquiry.presume_absent(fact::COMPLAINT_SUBJECT).known();
    to_municipality_only(subject.map_or("decision", fact::Choice::word), rule)
}

fn of_a_decision<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Route {
    let provision = match inquiry.read(fact::DECISION_PROVISION) {
        Read::Known(provision) => provision,
        Read::Absent => return Route::Closed,
        Read::Missing(facts) => return Route::Missing(facts),
    };
    if !is_social(provision) {
        return Route::Closed;
    }
    if is_training(provision) {
        inquiry.state(book::COMP_SOCIAL_TRAINING);
    }
    let subject = inquiry.presume_absent(fact::COMPLAINT_SUBJECT).known();
    match subject {
        Some(subject) if is_of_the_handling(subject) => inquiry.state(book::COMP_SOCIAL_SCOPE_HANDLING),
        Some(subject) if !is_of_the_decision(subject) => return Route::Closed,
        Some(_) | None => inquiry.state(book::COMP_SOCIAL_SCOPE_DECISION),
    }
    to_the_body(inquiry, subject)
}

/// How the case was run. Time and staff go to the mayor.
fn is_of_the_handling(subject: ComplaintSubject) -> bool {
    matches!(subject, ComplaintSubject::CaseHandling | ComplaintSubject::MissingReasons)
}

/// What was decided: whether help is given, for what need, how much, and what it consists of.
fn is_of_the_decision(subject: ComplaintSubject) -> bool {
    matches!(
        subject,
        ComplaintSubject::DecisionContent
            | ComplaintSubject::OfferContent
            | ComplaintSubject::NeedAssessment
            | ComplaintSubject::Other
    )
}

fn to_the_body<T: Tracer>(inquiry: &mut Inquiry<'_, T>, subject: Option<ComplaintSubject>) -> Route {
    let complained_on = complained_on(inquiry);
    let hears = Hears::by(book::COMP_SOCIAL_RIGHT, complained_on);
    if let Hears::Body(body) = hears {
        inquiry.note(Note::Body(body.what));
    }
    inquiry.state(book::COMP_SOCIAL_SENT_TO_MUNICIPALITY);
    let limit = inquiry.rule(book::COMP_SOCIAL_4_WEEKS, until);
    Route::Open(Remedy {
        subject: subject.map_or("decision", fact::Choice::word),
        hears,
        filed_with: FiledWith::Municipality,
        until: limit.known().map(|limit| limit.on),
        provisional: limit.known().is_some_and(|limit| limit.is_presumed),
        rule: book::COMP_SOCIAL_RIGHT,
        missing: limit.missing(),
    })
}

/// The day on which the body is asked for: that of the complaint, else the day asked about.
pub(crate) fn complained_on<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Date {
    let today = inquiry.as_of();
    inquiry.presume(fact::COMPLAINT_MADE_ON, today).known().unwrap_or(today)
}

/// The last day for the citizen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Until {
    on: Date,
    is_presumed: bool,
}

/// Four weeks from the receipt, to the same weekday; past a weekend or a public holiday.
fn until<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Read<Until> {
    let received = match receipt::received_on(inquiry) {
        Read::Known(received) => received,
        Read::Absent => return Read::Absent,
        Read::Missing(facts) => return Read::Missing(facts),
    };
    let Ok(due) = CountingRule::binding_the_citizen().due(received.on, CITIZENS_LIMIT) else { return Read::Absent };
    inquiry.state(book::GEN_COUNT_WEEKS);
    if due.moved_from.is_some() {
        inquiry.state(book::GEN_COUNT_HOLIDAY_MOVES);
    }
    inquiry.note(Note::Limit(due.ends_on));
    Read::Known(Until { on: due.ends_on, is_presumed: received.presumed })
}

/// A grievance that goes to the municipality and no further, at any time.
pub fn to_municipality_only(subject: &'static str, rule: Rule) -> Route {
    Route::Open(Remedy {
        subject,
        hears: Hears::NobodyAbove,
        filed_with: FiledWith::Municipality,
        until: None,
        provisional: false,
        rule,
        missing: fact::FactSet::EMPTY,
    })
}

/// Whether a provision stands in an act whose decisions go to the social appeal body.
pub fn is_social(provision: DecisionProvision) -> bool {
    matches!(provision.act(), Some(Act::Sel | Act::Bl | Act::Ael))
}

fn is_training(provision: DecisionProvision) -> bool {
    matches!(
        provision,
        DecisionProvision::Sel861 | DecisionProvision::Sel862 | DecisionProvision::Sel44 | DecisionProvision::Bl90
    )
}
