//! Who stands in a plan: the citizen, the relatives, who signed, whom to ask.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::citizen_number::StatedNumber;
use crate::municipality::MunicipalityCode;

/// The citizen, as the hospital knows them. The population register knows better.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Citizen {
    /// The CPR number, or what stood in its place.
    pub number: StatedNumber,
    /// The name.
    pub name: PersonName,
    /// The address.
    pub address: Option<Address>,
    /// Another address that the citizen can be found at.
    pub co_address: Option<Address>,
    /// The occupation.
    pub occupation: Option<String>,
    /// Telephone numbers.
    pub phones: Vec<Phone>,
    /// Why there is no telephone number.
    pub no_phone_reason: Option<String>,
    /// An e-mail address. Unsafe for anything personal.
    pub email: Option<String>,
    /// Those close to the citizen. A mother or father is not by that a custody holder: the message doesn't say who is.
    pub relatives: Vec<Relative>,
}

impl Citizen {
    /// The day of birth, where the number gives it.
    pub fn born_on(&self) -> Option<Date> {
        self.number.cpr().map(crate::citizen_number::Cpr::born_on)
    }
}

/// A person's name, as sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonName {
    /// First and middle names.
    pub given: Option<String>,
    /// Surname.
    pub surname: Option<String>,
}

impl PersonName {
    /// Both names in one line; empty where neither is known.
    pub fn full(&self) -> String {
        [self.given.as_deref(), self.surname.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

/// A postal address, as sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
    /// Street, number, floor.
    pub street: Option<String>,
    /// A place within the district.
    pub suburb: Option<String>,
    /// Four digits in Denmark.
    pub post_code: Option<String>,
    /// The post district.
    pub district: Option<String>,
}

impl Address {
    /// The municipality whose name the post district bears. A hint to ask the register, never an answer.
    pub fn municipality_hint(&self) -> Option<MunicipalityCode> {
        self.district.as_deref().and_then(MunicipalityCode::hinted_by_district)
    }
}

/// A telephone number and where it rings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phone {
    /// As sent: with or without the country's prefix.
    pub number: String,
    /// Where it rings.
    pub kind: PhoneKind,
}

/// Where a telephone rings, by MedCom's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PhoneKind {
    /// Carried along.
    Mobile,
    /// At home.
    Home,
    /// At work.
    Work,
    /// Not said, or a word that is not on the list.
    NotStated,
}

/// Somebody close to the citizen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relative {
    /// What they are to the citizen.
    pub relation: Relation,
    /// The name.
    pub name: PersonName,
    /// The address.
    pub address: Option<Address>,
    /// Telephone numbers.
    pub phones: Vec<Phone>,
}

/// What a relative is to the citizen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// Married or in a registered partnership.
    Spouse,
    /// The citizen's mother.
    Mother,
    /// The citizen's father.
    Father,
    /// The citizen's child.
    Child,
    /// Close, in a way that is not said.
    Unspecified,
    /// Another code, as sent.
    Other(String),
}

/// Who signed a plan or a note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signer {
    /// The name.
    pub name: PersonName,
    /// The professional title, as sent: `Fysioterapeut`.
    pub title: Option<String>,
    /// The department.
    pub department: Option<String>,
    /// The telephone.
    pub phone: Option<String>,
}

/// Whom to ask, at the region or the municipality.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// The organisation.
    pub organisation: Option<String>,
    /// The department.
    pub department: Option<String>,
    /// The address.
    pub address: Option<Address>,
    /// The telephone.
    pub phone: Option<String>,
}

impl Contact {
    /// Name, address and telephone in one line, as the fact of the contact holds it; empty where nothing is known.
    pub fn in_one_line(&self) -> String {
        let address = self.address.as_ref();
        let district = address.map(|address| {
            [address.post_code.as_deref(), address.district.as_deref()]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" ")
        });
        [
            self.organisation.as_deref(),
            self.department.as_deref(),
            address.and_then(|address| address.street.as_deref()),
            district.as_deref().filter(|district| !district.is_empty()),
            self.phone.as_deref(),
        ]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_contact_reads_as_one_line() {
        let contact = Contact {
            organisation: None,
            department: Some("Genoptræning, visitation".into()),
            address: Some(Address {
                street: Some("Prøveplads 3".into()),
                suburb: None,
                post_code: Some("9800".into()),
                district: Some("Hjørring".into()),
            }),
            phone: Some("+4500000004".into()),
        };
        assert_eq!(contact.in_one_line(), "Genoptræning, visitation, Prøveplads 3, 9800 Hjørring, +4500000004");
    }

    #[test]
    fn a_name_of_which_one_half_is_known_is_that_half() {
        let name = PersonName { given: Some("Ruddi Test".into()), surname: None };
        assert_eq!(name.full(), "Ruddi Test");
    }
}
