//! What the answer leaves open, to a person or to a fact, and what is no.

use law::{
    assess::Entitlement,
    book::Discretion,
    fact::{AskedOf, FactId, FactSet},
    rights::Right,
    ruling::Outcome,
};

use super::{answer::Answering, given::askable};
use crate::{typeset::capital, view::answer::OpenView};

/// What a person must judge, and by what. Of the right that the headline speaks of, the sentence stands there already.
pub(super) fn judged(answering: &Answering<'_>, main: Right) -> Vec<OpenView> {
    let language = answering.language();
    let judged = answering.law.entitlements.iter().filter(|it| matches!(it.ruling.outcome, Outcome::Judge(_)));
    judged
        .map(|entitlement| {
            let discretion = Discretion::of(entitlement.ruling.by).or_else(|| Discretion::of(entitlement.right.rule()));
            let points = discretion.map_or(&[][..], |discretion| discretion.must_weigh(language));
            let decided_by = discretion.map(|discretion| discretion.decided_by.pick(language));
            let open = open(answering, entitlement);
            OpenView {
                text: if entitlement.right == main { String::new() } else { open.text },
                points: points.iter().map(|point| capital(point)).collect(),
                how: decided_by.map(|who| answering.voice.say("judged-by").with("who", who).to_string()),
                ..open
            }
        })
        .collect()
}

/// What hangs on a fact that was not told, with how to find it out.
pub(super) fn unknown(answering: &Answering<'_>) -> Vec<OpenView> {
    let (language, voice) = (answering.language(), answering.voice);
    let mut views = Vec::new();
    for entitlement in &answering.law.entitlements {
        let Outcome::Missing(missing) = entitlement.ruling.outcome else { continue };
        if !is_of_interest(answering, entitlement.right) {
            continue;
        }
        let wanted: Vec<FactId> = told_of(missing);
        let first = wanted.first().copied();
        let how = first.and_then(|fact| {
            let entry = fact.entry();
            let ask = somebody_else(entry.asked_of)
                .then(|| voice.say("unknown-ask").with("who", entry.asked_of.say(language)).to_string());
            let how: Vec<String> = entry.help(language).map(ToOwned::to_owned).into_iter().chain(ask).collect();
            (!how.is_empty()).then(|| how.join(" "))
        });
        views.push(OpenView {
            points: wanted.iter().map(|fact| fact.entry().citizen_question(language).to_owned()).collect(),
            how,
            answer_now: first.map(|fact| fact.name().to_owned()),
            ..open(answering, entitlement)
        });
    }
    views
}

/// Whether it is somebody whom a citizen can ask.
fn somebody_else(asked: AskedOf) -> bool {
    match asked {
        AskedOf::Relative
        | AskedOf::Hospital
        | AskedOf::Gp
        | AskedOf::Officer
        | AskedOf::Therapist
        | AskedOf::Provider => true,
        AskedOf::Citizen | AskedOf::Register | AskedOf::System => false,
    }
}

/// The facts among these that a citizen could answer.
fn told_of(missing: FactSet) -> Vec<FactId> {
    missing.iter().filter(|fact| askable(*fact)).collect()
}

/// What was asked about and is no, beside what the headline says.
pub(super) fn excluded(answering: &Answering<'_>, main: Right) -> Vec<OpenView> {
    let no = answering.law.entitlements.iter().filter(|it| it.ruling.outcome == Outcome::No);
    no.filter(|entitlement| entitlement.right != main && is_of_interest(answering, entitlement.right))
        .map(|entitlement| OpenView {
            source: Some(answering.citation(entitlement.ruling.by)),
            ..open(answering, entitlement)
        })
        .collect()
}

/// Whether somebody in this situation would ask: nobody grown up asks for a child's right, and without a plan nobody chooses
/// who is to carry it out.
pub(super) fn is_of_interest(answering: &Answering<'_>, right: Right) -> bool {
    match right {
        Right::TrainingAfterHospital => true,
        Right::FreeChoice | Right::PrivateSupplier | Right::Transport => answering.has_plan(),
        Right::TrainingWithoutPlan => !answering.has_plan() && !answering.is_child(),
        Right::Maintenance => !answering.is_child(),
        Right::ChildTraining | Right::ChildMaintenance => answering.is_child(),
    }
}

fn open(answering: &Answering<'_>, entitlement: &Entitlement) -> OpenView {
    OpenView {
        what: format!("{}.", capital(entitlement.right.say(answering.language()))),
        text: answering.sentence(entitlement),
        points: Vec::new(),
        how: None,
        answer_now: None,
        source: Some(answering.citation_of(entitlement.right)),
    }
}
