//! What is true of a person, in a stream of its own: who it is, as each document told.

use serde::{Deserialize, Serialize};

use crate::citizen_number::StatedNumber;
use crate::ids::CaseId;
use crate::plan::{Address, PersonName, Phone, Plan};

/// A document told who a case is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonNoted {
    /// The case that the document opened.
    pub case: CaseId,
    /// The number.
    pub number: StatedNumber,
    /// The name.
    pub name: PersonName,
    /// The address.
    pub address: Option<Address>,
    /// Telephone numbers.
    pub phones: Vec<Phone>,
}

impl PersonNoted {
    /// The event's name with its edition.
    pub const NAME: &'static str = "person_noted.v1";

    /// What a plan tells of the person.
    pub fn of(case: CaseId, plan: &Plan) -> Self {
        let citizen = &plan.citizen;
        Self {
            case,
            number: citizen.number.clone(),
            name: citizen.name.clone(),
            address: citizen.address.clone(),
            phones: citizen.phones.clone(),
        }
    }
}

/// A person: the fold of what was noted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    notes: Vec<PersonNoted>,
}

impl Person {
    /// Folds what was noted, in the order of recording.
    pub fn fold(notes: Vec<PersonNoted>) -> Self {
        Self { notes }
    }

    /// The name told last; empty where none was told.
    pub fn name(&self) -> String {
        self.notes.iter().rev().map(|note| note.name.full()).find(|name| !name.is_empty()).unwrap_or_default()
    }

    /// The telephone number told last.
    pub fn phone(&self) -> Option<&str> {
        self.notes.iter().rev().flat_map(|note| &note.phones).map(|phone| phone.number.as_str()).next()
    }

    /// The number told last.
    pub fn number(&self) -> Option<&StatedNumber> {
        self.notes.last().map(|note| &note.number)
    }

    /// The person's cases, in the order in which they were opened.
    pub fn cases(&self) -> Vec<CaseId> {
        self.notes.iter().map(|note| note.case.clone()).collect()
    }
}
