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
        by_way_of(inquiry, subject)
    })
}

/// The route of a grievance, whatever else the facts say is complained of.
pub fn route_of<T: Tracer>(inquiry: &mut Inquiry<'_, T>, subject: ComplaintSubject) -> Route {
    inquiry.rule(book::COMP_HEALTH_BOARD, |inquiry| by_way_of(inquiry, subject))
}

/// Which way a grievance goes.
enum Way {
    /// To the state body, by this rule.
    Body(Rule),
    /// To the municipality that gives the training, and no further.
    Municipality,
    /// Not this way.
    Another,
}

fn way_of(subject: ComplaintSubject) -> Way {
    use ComplaintSubject as Subject;
    match subject {
        Subject::NeedAssessment => Way::Body(book::COMP_HEALTH_NEED_ASSESSMENT),
        Subject::PlanContent => Way::Body(book::COMP_HEALTH_PLAN_CONTENT),
        Subject::MissingPlan => Way::Body(book::COMP_HEALTH_NO_PLAN),
        Subject::ProfessionalPractice => Way::Body(book::COMP_HEALTH_TRAINING_QUALITY),
        Subject::Records => Way::Body(book::COMP_HEALTH_RECORDS),
        Subject::MissingConsent => Way::Body(book::COMP_HEALTH_CONSENT),
        Subject::PsychiatricCoercion => Way::Body(book::COMP_HEALTH_PSYCHIATRIC_COERCION),
        // What is decided of training after hospital is how much one gets and how.
        Subject::ServiceLevel
        | Subject::WaitingTime
        | Subject::Organisation
        | Subject::DecisionContent
        | Subject::OfferContent => Way::Municipality,
        Subject::DecisionSubsidyRight
        | Subject::SubsidyDiscretion
        | Subject::CaseHandling
        | Subject::MissingReasons
        | Subject::ProcessingTime
        | Subject::Staff
        | Subject::Provider
        | Subject::Legality
        | Subject::InjuryClaim
        | Subject::ServiceAbroad
        | Subject::Other => Way::Another,
    }
}

fn by_way_of<T: Tracer>(inquiry: &mut Inquiry<'_, T>, subject: ComplaintSubject) -> Route {
    let special = book::COMP_HEALTH_SPECIAL_ROUTE;
    if inquiry.rule(special, |inquiry| Answer::known(inquiry.is_told(fact::COMPLAINT_SPECIAL_ROUTE))).is_yes() {
        return by_a_body_not_known(subject, FiledWith::Body, special);
    }
    let rule = match way_of(subject) {
        // In a case under Serviceloven alone the need is part of what was decided, and goes where the decision does.
        Way::Body(_) if subject == ComplaintSubject::NeedAssessment && is_under_serviceloven_alone(inquiry) => {
            return Route::Closed;
        }
        Way::Body(rule) => rule,
        Way::Municipality => return to_the_municipality(inquiry, subject),
        Way::Another => return Route::Closed,
    };
    if subject == ComplaintSubject::ProfessionalPractice {
        match concerns_a_person_covered(inquiry) {
            Answer::No => return Route::Closed,
            Answer::Missing(facts) => return Route::Missing(facts),
            Answer::Yes => {}
        }
    }
    inquiry.rule(rule, |inquiry| to_the_body(inquiry, subject, rule))
}

/// How long one waits, how much one gets and how it is arranged is the municipality's own to answer for. In a case under Serviceloven
/// alone the same grievance goes another way.
fn to_the_municipality<T: Tracer>(inquiry: &mut Inquiry<'_, T>, subject: ComplaintSubject) -> Route {
    inquiry.rule(book::COMP_140_SERVICE_LEVEL, |inquiry| {
        if is_under_serviceloven_alone(inquiry) {
            return Route::Closed;
        }
        s060::to_municipality_only(subject.word(), book::COMP_140_SERVICE_LEVEL)
    })
}

/// The decision rests on Serviceloven or what came after it, and no plan from a hospital is in the case.
fn is_under_serviceloven_alone<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> bool {
    let is_social = inquiry.presume_absent(fact::DECISION_PROVISION).known().is_some_and(s060::is_social);
    is_social && !inquiry.presume(fact::PLAN_ISSUED, false).holds().is_yes()
}

/// A grievance of which this version doesn't know the route: the municipality takes every letter and passes it on.
pub fn route_not_known<T: Tracer>(inquiry: &mut Inquiry<'_, T>, subject: ComplaintSubject) -> Route {
    let rule = book::GEN_COMPLAINT_NOT_HERE;
    inquiry.rule(rule, |_| by_a_body_not_known(subject, FiledWith::Municipality, rule))
}

fn by_a_body_not_known(subject: ComplaintSubject, filed_with: FiledWith, rule: Rule) -> Route {
    Route::Open(Remedy {
        subject: subject.word(),
        hears: Hears::NotKnown,
        filed_with,
        until: None,
        provisional: false,
        rule,
        missing: FactSet::EMPTY,
    })
}

/// An authorised person, or one of those without authorisation who take direct part in treatment or care. Who they are today was
/// not seen: since 2011 nobody is turned away for it.
fn concerns_a_person_covered<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Answer {
    let authorised = inquiry
        .rule(book::COMP_HEALTH_AUTHORISED, |inquiry| inquiry.presume(fact::COMPLAINT_PERSON_AUTHORISED, true).holds());
    if authorised.is_yes() {
        return authorised;
    }
    let treats =
        inquiry.rule(book::COMP_HEALTH_NON_AUTHORISED, |inquiry| inquiry.holds(fact::COMPLAINT_PERSON_TREATS_PATIENTS));
    let may_turn_away = book::COMP_HEALTH_NON_AUTHORISED.is_verified_on(inquiry.as_of());
    if treats.is_no() && !may_turn_away { Answer::Yes } else { treats }
}

fn to_the_body<T: Tracer>(inquiry: &mut Inquiry<'_, T>, subject: ComplaintSubject, rule: Rule) -> Route {
    let complained_on = s060::complained_on(inquiry);
    let hears = Hears::by(rule, complained_on);
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
    inquiry.rule(rule, |inquiry| match inquiry.happened_on(fact) {
        Read::Known(day) => day.checked_add(Span::new().years(years)).map_or(Read::Absent, |last| {
            inquiry.note(Note::Limit(last));
            Read::Known(last)
        }),
        read => read,
    })
}

/// A decision on transport or refund for § 140 training is one of patients' rights (GEN-TRANSPORT-COMPLAINT-BODY); before
/// 1 July 2018 the body was not found.
pub fn transport_route<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Route {
    inquiry.rule(book::GEN_TRANSPORT_COMPLAINT_BODY, |inquiry| {
        match inquiry.is(fact::DECISION_SUBJECT, fact::DecisionSubject::Transport) {
            Answer::No => return Route::Closed,
            Answer::Missing(facts) => return Route::Missing(facts),
            Answer::Yes => {}
        }
        // Support for individual transport under Serviceloven is another matter, and can't be appealed.
        if inquiry.presume_absent(fact::DECISION_PROVISION).known().is_some_and(s060::is_social) {
            return Route::Closed;
        }
        let complained_on = s060::complained_on(inquiry);
        let hears = Hears::by(book::GEN_TRANSPORT_COMPLAINT_BODY, complained_on);
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
