//! Complaint of professional practice in the health service: the hospital's assessment, the plan, the training, the record.

use jiff::Span;
use jiff::civil::Date;

use crate::Answer;
use crate::book::{self, Rule};
use crate::fact::{self, Choice, ComplaintSubject, FactSet, Read};
use crate::inquiry::Inquiry;
use crate::remedy::{FiledWith, Hears, Remedy, Route};
use crate::retssikkerhedsloven::s060;
use crate::trace::{Note, Tracer};

/// Years from when the patient knew, or should have known.
pub const YEARS_FROM_KNOWING: i8 = 2;
/// Years from the event, at the latest.
pub const YEARS_FROM_EVENT: i8 = 5;

/// Where can this grievance be complained of, and until when?
///
/// Professional practice goes to the state body of the date; waiting time, amount and arrangement of § 140 training to the
/// municipality that gives it, and no further. Where an act sets a route of its own, that wins. One letter may hold both.
pub fn complaint_route<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Route {
    inquiry.rule(book::COMP_HEALTH_BOARD, |inquiry| {
        let subject = match inquiry.read(fact::COMPLAINT_SUBJECT) {
            Read::Known(subject) => subject,
            Read::Absent => return Route::Closed,
            Read::Missing(facts) => return Route::Missing(facts),
        };
        route_of(inquiry, subject)
    })
}

/// The route of a grievance, whatever else the facts say is complained of.
pub fn route_of<T: Tracer>(inquiry: &mut Inquiry<'_, T>, subject: ComplaintSubject) -> Route {
    let Some(rule) = rule_for(subject) else {
        return match subject {
            ComplaintSubject::ServiceLevel | ComplaintSubject::WaitingTime | ComplaintSubject::Organisation => inquiry
                .rule(book::COMP_140_SERVICE_LEVEL, |_| {
                    s060::to_municipality_only(subject.word(), book::COMP_140_SERVICE_LEVEL)
                }),
            _ => Route::Closed,
        };
    };
    let special = inquiry.rule(book::COMP_HEALTH_SPECIAL_ROUTE, |inquiry| {
        inquiry.presume_absent(fact::COMPLAINT_SPECIAL_ROUTE).is_there()
    });
    if special.is_yes() {
        return Route::Closed;
    }
    if subject == ComplaintSubject::ProfessionalPractice && !is_covered(inquiry) {
        return Route::Missing(FactSet::of(fact::COMPLAINT_PERSON_AUTHORISED.id()));
    }
    inquiry.rule(rule, |inquiry| to_the_body(inquiry, subject, rule))
}

/// The rule that sends a grievance to the state body.
fn rule_for(subject: ComplaintSubject) -> Option<Rule> {
    match subject {
        ComplaintSubject::NeedAssessment => Some(book::COMP_HEALTH_NEED_ASSESSMENT),
        ComplaintSubject::PlanContent => Some(book::COMP_HEALTH_PLAN_CONTENT),
        ComplaintSubject::MissingPlan => Some(book::COMP_HEALTH_NO_PLAN),
        ComplaintSubject::ProfessionalPractice => Some(book::COMP_HEALTH_TRAINING_QUALITY),
        ComplaintSubject::Records => Some(book::COMP_HEALTH_RECORDS),
        ComplaintSubject::MissingConsent => Some(book::COMP_HEALTH_CONSENT),
        ComplaintSubject::PsychiatricCoercion => Some(book::COMP_HEALTH_PSYCHIATRIC_COERCION),
        _ => None,
    }
}

/// An authorised person, or one of those without authorisation who take direct part in treatment or care.
fn is_covered<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> bool {
    let authorised = inquiry
        .rule(book::COMP_HEALTH_AUTHORISED, |inquiry| inquiry.presume(fact::COMPLAINT_PERSON_AUTHORISED, true).holds());
    authorised
        .or(inquiry
            .rule(book::COMP_HEALTH_NON_AUTHORISED, |inquiry| inquiry.holds(fact::COMPLAINT_PERSON_TREATS_PATIENTS)))
        .is_yes()
}

fn to_the_body<T: Tracer>(inquiry: &mut Inquiry<'_, T>, subject: ComplaintSubject, rule: Rule) -> Route {
    let asked_on = inquiry.read(fact::COMPLAINT_MADE_ON).known().unwrap_or(inquiry.as_of());
    let hears = Hears::by(rule, asked_on);
    if let Hears::Body(body) = hears {
        inquiry.note(Note::Body(body.what));
    }
    let until = until(inquiry);
    if let Read::Known(day) = until {
        inquiry.note(Note::Limit(day));
    }
    Route::Open(Remedy {
        subject: subject.word(),
        hears,
        filed_with: FiledWith::Body,
        until: until.known(),
        provisional: false,
        rule,
        missing: until.missing(),
    })
}

/// The earlier of two years from knowing and five from the event. Nothing before 2011, where no source says.
fn until<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Read<Date> {
    let known = years_after(inquiry, book::GEN_HEALTH_COMPLAINT_2_YEARS, fact::COMPLAINT_KNOWN_ON, YEARS_FROM_KNOWING);
    let event = years_after(inquiry, book::GEN_HEALTH_COMPLAINT_5_YEARS, fact::COMPLAINT_EVENT_ON, YEARS_FROM_EVENT);
    match (known, event) {
        (Read::Known(known), Read::Known(event)) => Read::Known(known.min(event)),
        // The two years alone may be cut short by the five; the day is told once both are known.
        (known, event) => match known.missing() | event.missing() {
            facts if facts.is_empty() => Read::Absent,
            facts => Read::Missing(facts),
        },
    }
}

fn years_after<T: Tracer>(inquiry: &mut Inquiry<'_, T>, rule: Rule, fact: fact::Fact<Date>, years: i8) -> Read<Date> {
    inquiry.rule(rule, |inquiry| match inquiry.read(fact) {
        Read::Known(day) => day.checked_add(Span::new().years(years)).map_or(Read::Absent, Read::Known),
        read => read,
    })
}

/// A decision on transport or refund for § 140 training is one of patients' rights (GEN-TRANSPORT-COMPLAINT-BODY); before
/// 1 July 2018 the body was not found.
pub fn transport_route<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Route {
    inquiry.rule(book::GEN_TRANSPORT_COMPLAINT_BODY, |inquiry| {
        let about_transport = inquiry.is(fact::DECISION_SUBJECT, fact::DecisionSubject::Transport);
        match about_transport {
            Answer::No => return Route::Closed,
            Answer::Missing(facts) => return Route::Missing(facts),
            Answer::Yes => {}
        }
        let hears = Hears::by(book::GEN_TRANSPORT_COMPLAINT_BODY, inquiry.as_of());
        if let Hears::Body(body) = hears {
            inquiry.note(Note::Body(body.what));
        }
        Route::Open(Remedy {
            subject: "transport",
            hears,
            filed_with: FiledWith::Body,
            until: None,
            provisional: false,
            rule: book::GEN_TRANSPORT_COMPLAINT_BODY,
            missing: FactSet::EMPTY,
        })
    })
}
