//! Retssikkerhedsloven §§ 60-67: complaint of the municipality's decision in a social case.

use crate::Answer;
use crate::book;
use crate::calendar::{CountingRule, Weeks};
use crate::fact::{self, ComplaintSubject, DecisionProvision, Read};
use crate::inquiry::Inquiry;
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
    inquiry.rule(book::COMP_SOCIAL_RIGHT, |inquiry| {
        let provision = match inquiry.read(fact::DECISION_PROVISION) {
            Read::Known(provision) => provision,
            Read::Absent => return Route::Closed,
            Read::Missing(facts) => return Route::Missing(facts),
        };
        if provision == DecisionProvision::Sel117 {
            return no_appeal(inquiry);
        }
        if !is_social(provision) {
            return Route::Closed;
        }
        let _ = inquiry.rule(book::COMP_SOCIAL_TRAINING, |_| Answer::known(is_training(provision)));
        let subject = inquiry.read(fact::COMPLAINT_SUBJECT).known();
        if subject == Some(ComplaintSubject::ServiceLevel) {
            return service_level(inquiry);
        }
        scope(inquiry, subject);
        to_the_body(inquiry, subject)
    })
}

fn to_the_body<T: Tracer>(inquiry: &mut Inquiry<'_, T>, subject: Option<ComplaintSubject>) -> Route {
    let asked_on = inquiry.read(fact::COMPLAINT_MADE_ON).known().unwrap_or(inquiry.as_of());
    let hears = Hears::by(book::COMP_SOCIAL_RIGHT, asked_on);
    if let Hears::Body(body) = hears {
        inquiry.note(Note::Body(body.what));
    }
    let _ = inquiry.rule(book::COMP_SOCIAL_SENT_TO_MUNICIPALITY, |_| Answer::Yes);
    let limit = inquiry.rule(book::COMP_SOCIAL_4_WEEKS, |inquiry| {
        let received = receipt::received_on(inquiry);
        let Read::Known(received) = received else { return received.map(|receipt| (receipt.on, false)) };
        match CountingRule::binding_the_citizen().due(received.on, CITIZENS_LIMIT) {
            Ok(due) => {
                inquiry.note(Note::Limit(due.ends_on));
                Read::Known((due.ends_on, received.presumed))
            }
            Err(_) => Read::Absent,
        }
    });
    Route::Open(Remedy {
        subject: subject.map_or("decision", fact::Choice::word),
        hears,
        filed_with: FiledWith::Municipality,
        until: limit.known().map(|(until, _)| until),
        provisional: limit.known().is_some_and(|(_, presumed)| presumed),
        rule: book::COMP_SOCIAL_RIGHT,
        missing: limit.missing(),
    })
}

/// The body may hear of the handling as of the content.
fn scope<T: Tracer>(inquiry: &mut Inquiry<'_, T>, subject: Option<ComplaintSubject>) {
    let rule = match subject {
        Some(ComplaintSubject::CaseHandling | ComplaintSubject::MissingReasons | ComplaintSubject::ProcessingTime) => {
            let _ = inquiry.rule(book::COMP_SOCIAL_PROCEDURE, |_| Answer::Yes);
            book::COMP_SOCIAL_SCOPE_HANDLING
        }
        _ => book::COMP_SOCIAL_SCOPE_DECISION,
    };
    let _ = inquiry.rule(rule, |_| Answer::Yes);
}

fn no_appeal<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Route {
    inquiry.rule(book::TRANS_117_NO_APPEAL, |_| to_municipality_only("decision", book::TRANS_117_NO_APPEAL))
}

fn service_level<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Route {
    inquiry.rule(book::COMP_SOCIAL_NOT_SERVICE_LEVEL, |_| {
        to_municipality_only(fact::Choice::word(ComplaintSubject::ServiceLevel), book::COMP_SOCIAL_NOT_SERVICE_LEVEL)
    })
}

/// A grievance that goes to the municipality and no further, at any time.
pub fn to_municipality_only(subject: &'static str, rule: book::Rule) -> Route {
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
    use fact::Choice;
    ["sel_", "bl_", "ael_"].iter().any(|act| provision.word().starts_with(act))
}

fn is_training(provision: DecisionProvision) -> bool {
    matches!(provision, DecisionProvision::Sel861 | DecisionProvision::Sel862 | DecisionProvision::Sel44)
}
