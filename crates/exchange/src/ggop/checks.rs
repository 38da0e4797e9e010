//! What a person has to see to in a plan that is sound.

use case::citizen_number::{CitizenNumber, StatedNumber};
use case::plan::{Consent, ExpectedEnd, Plan};

use super::Reception;
use super::problem::Problem;
use super::walk::{At, Findings};
use crate::Place;

impl Findings {
    /// Adds what has to be seen to.
    pub(super) fn check(&mut self, plan: &Plan, root: &At<'_>, reception: &Reception) {
        let Some(letter_body) = root.all("RehabilitationPlan").next() else { return };
        self.check_number(plan, &letter_body, reception);
        self.check_place(plan, &letter_body, reception);
        self.check_contact(plan, &letter_body);
        if let Some(deadline) = plan.deadline.as_ref().filter(|deadline| !deadline.says_there_is_none()) {
            let words = deadline.as_written().to_owned();
            self.add(Problem::DeadlineInWords { words }, place_of(&letter_body, &["RehabilitationDeadline"]));
        }
        let consent = place_of(&letter_body, &["ConsentInformed"]);
        match &plan.consent {
            Consent::Given => {}
            Consent::Refused => self.add(Problem::ConsentRefused, consent),
            Consent::InWords(words) => self.add(Problem::ConsentInWords { words: words.clone() }, consent),
            Consent::NotStated => self.add(Problem::ConsentMissing, consent),
        }
    }

    fn check_number(&mut self, plan: &Plan, letter_body: &At<'_>, reception: &Reception) {
        let place = place_of(letter_body, &["Patient", "CivilRegistrationNumber"]);
        match &plan.citizen.number {
            StatedNumber::Read(CitizenNumber::Cpr(number)) if number.born_on() > reception.on => {
                self.add(Problem::BornAhead { born_on: number.born_on() }, place);
            }
            StatedNumber::Read(CitizenNumber::Cpr(_)) => {}
            StatedNumber::Read(CitizenNumber::Replacement(_)) => {
                self.add(Problem::ReplacementNumber, place_of(letter_body, &["Patient", "AlternativeIdentifier"]));
            }
            StatedNumber::Unreadable(number) => self.add(Problem::NumberImpossible { fault: number.fault() }, place),
            StatedNumber::NotStated => self.add(Problem::NumberMissing, place),
        }
    }

    fn check_place(&mut self, plan: &Plan, letter_body: &At<'_>, reception: &Reception) {
        let place = place_of(letter_body, &["Receiver", "Identifier"]);
        match (plan.receiver.municipality, reception.at) {
            (Some(addressed), Some(ours)) if addressed != ours => {
                self.add(Problem::OtherMunicipality { addressed }, place);
            }
            (None, Some(_)) => self.add(Problem::ReceiverUnclear, place),
            (Some(_) | None, _) => {}
        }
        let address = plan.citizen.address.as_ref();
        let hinted = address.and_then(case::plan::Address::municipality_hint);
        let receiver = plan.receiver.municipality.or(reception.at);
        if let Some((hinted, receiver)) = hinted.zip(receiver)
            && hinted != receiver
        {
            self.add(Problem::LivesElsewhere { hinted }, place_of(letter_body, &["Patient", "DistrictName"]));
        }
    }

    fn check_contact(&mut self, plan: &Plan, letter_body: &At<'_>) {
        let place = |end| place_of(letter_body, &["CurrentHospitalContact", end]);
        match &plan.contact.end {
            ExpectedEnd::Dated { when, .. } => {
                if let Some(start) = plan.contact.start.filter(|start| start.on > when.on) {
                    self.add(Problem::EndsBeforeStart { start: start.on, end: when.on }, place("ExpectedEnd"));
                }
            }
            ExpectedEnd::InWords(words) => {
                self.add(Problem::EndInWords { words: words.clone() }, place("ExpectedEndText"));
            }
            ExpectedEnd::NotStated => self.add(Problem::EndMissing, place("ExpectedEnd")),
        }
    }
}

/// The place of an element, or of where it should be: as far down as the message goes.
fn place_of(from: &At<'_>, names: &[&str]) -> Place {
    let mut at = from.clone();
    for (number, name) in names.iter().enumerate() {
        match at.all(name).next() {
            Some(next) => at = next,
            None => return at.place_of(&names[number..].join("/")),
        }
    }
    at.place()
}
