//! The Danish municipalities and the regions they lie in.
//!
//! A code that is not in the list cannot be made, so that name and region never fail. The list and its sources stand in
//! `data/`.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::LazyLock;

use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};

/// First day of the regions of the 2024 health reform.
const REGIONS_CHANGE_ON: Date = date(2027, 1, 1);

static MUNICIPALITIES: LazyLock<Vec<Municipality>> = LazyLock::new(|| {
    // A line that cannot be read would be left out; a test says that none is.
    include_str!("../data/municipalities.csv").lines().skip(1).filter_map(Municipality::of_line).collect()
});

/// One line of the list.
#[derive(Debug)]
struct Municipality {
    code: u16,
    name: &'static str,
    has_council: bool,
    region: Region,
    region_after_reform: Region,
}

impl Municipality {
    fn of_line(line: &'static str) -> Option<Self> {
        let mut cells = line.split(',');
        let mut next = || cells.next();
        let (code, name) = (next()?.parse().ok()?, next()?);
        let (_region_code, _iso_code, region) = (next()?, next()?, Region::named(next()?)?);
        let has_council = next()? == "1";
        Some(Self { code, name, has_council, region, region_after_reform: Region::named(next()?)? })
    }
}

/// A region: runs the hospitals, and owes the rehabilitation plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Region {
    /// To 31 December 2026.
    Hovedstaden,
    /// To 31 December 2026.
    Sjaelland,
    /// Hovedstaden and Sjælland together, from 1 January 2027.
    Oestdanmark,
    /// The south of Jutland, and Funen.
    Syddanmark,
    /// The middle of Jutland.
    Midtjylland,
    /// The north of Jutland.
    Nordjylland,
}

impl Region {
    const ALL: [Self; 6] =
        [Self::Hovedstaden, Self::Sjaelland, Self::Oestdanmark, Self::Syddanmark, Self::Midtjylland, Self::Nordjylland];

    /// Its name, which is Danish in every language.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Hovedstaden => "Region Hovedstaden",
            Self::Sjaelland => "Region Sjælland",
            Self::Oestdanmark => "Region Østdanmark",
            Self::Syddanmark => "Region Syddanmark",
            Self::Midtjylland => "Region Midtjylland",
            Self::Nordjylland => "Region Nordjylland",
        }
    }

    fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|region| region.name() == name)
    }
}

/// The code of a Danish municipality, or of Christiansø: four digits with leading zeros.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct MunicipalityCode(&'static Municipality);

/// A text that is no municipality's code.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the code of a Danish municipality: {0:?}")]
pub struct NoSuchMunicipality(pub String);

impl MunicipalityCode {
    /// Reads a code with or without its leading zero: `0316` and MedCom's `316` are the same.
    ///
    /// # Errors
    /// A text that is not one to four digits, and a number that no municipality has.
    pub fn parse(text: &str) -> Result<Self, NoSuchMunicipality> {
        let digits_alone = (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        let code = digits_alone.then(|| text.parse::<u16>().ok()).flatten();
        code.and_then(|code| MUNICIPALITIES.iter().find(|municipality| municipality.code == code))
            .map(Self)
            .ok_or_else(|| NoSuchMunicipality(text.to_owned()))
    }

    /// All of them, in the order of their codes.
    pub fn all() -> impl Iterator<Item = Self> {
        MUNICIPALITIES.iter().map(Self)
    }

    /// The municipality whose name a post district bears: `Aarhus C` is Aarhus.
    ///
    /// A hint only. Most districts bear no municipality's name, and a district can reach over a municipal border; the
    /// population register alone knows where a citizen lives.
    pub fn hinted_by_district(district: &str) -> Option<Self> {
        let district = district.trim();
        let is_direction = |word: &str| word.chars().count() <= 2 && word.chars().all(char::is_uppercase);
        let name = match district.rsplit_once(' ') {
            Some((name, last)) if is_direction(last) => name.trim_end(),
            _ => district,
        };
        Self::all().find(|code| code.name() == name)
    }

    /// The name without the word Kommune: `Hjørring`.
    pub fn name(self) -> &'static str {
        self.0.name
    }

    /// Whether a municipal council answers for it; not so for Christiansø, which the state runs.
    pub fn has_council(self) -> bool {
        self.0.has_council
    }

    /// The region it lies in on a date: the regions change on 1 January 2027.
    pub fn region(self, on: Date) -> Region {
        if on < REGIONS_CHANGE_ON { self.0.region } else { self.0.region_after_reform }
    }
}

impl fmt::Display for MunicipalityCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.0.code)
    }
}

impl fmt::Debug for MunicipalityCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "MunicipalityCode({self} {})", self.name())
    }
}

impl PartialEq for MunicipalityCode {
    fn eq(&self, other: &Self) -> bool {
        self.0.code == other.0.code
    }
}

impl Eq for MunicipalityCode {}

impl Hash for MunicipalityCode {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.code.hash(state);
    }
}

impl PartialOrd for MunicipalityCode {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for MunicipalityCode {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.code.cmp(&other.0.code)
    }
}

impl std::str::FromStr for MunicipalityCode {
    type Err = NoSuchMunicipality;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

impl TryFrom<String> for MunicipalityCode {
    type Error = NoSuchMunicipality;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<MunicipalityCode> for String {
    fn from(code: MunicipalityCode) -> Self {
        code.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_holds_98_municipalities_and_christiansoe() {
        let lines = include_str!("../data/municipalities.csv").lines().count() - 1;
        assert_eq!(MunicipalityCode::all().count(), lines, "every line is read");
        assert_eq!(lines, 99);
        assert_eq!(MunicipalityCode::all().filter(|code| code.has_council()).count(), 98);
    }

    #[test]
    fn a_code_is_the_same_with_and_without_its_leading_zero() {
        let hjoerring = MunicipalityCode::parse("860").unwrap();
        assert_eq!(hjoerring, MunicipalityCode::parse("0860").unwrap());
        assert_eq!((hjoerring.to_string().as_str(), hjoerring.name()), ("0860", "Hjørring"));
    }

    #[test]
    fn what_is_no_municipality_is_refused() {
        for text in ["", "9999", "00860", "+860", "86O", " 860", "860 "] {
            assert_eq!(MunicipalityCode::parse(text), Err(NoSuchMunicipality(text.to_owned())), "{text:?}");
        }
    }

    #[test]
    fn hovedstaden_and_sjaelland_become_oestdanmark_on_the_first_of_january_2027() {
        let holbaek = MunicipalityCode::parse("0316").unwrap();
        assert_eq!(holbaek.region(date(2026, 12, 31)), Region::Sjaelland);
        assert_eq!(holbaek.region(date(2027, 1, 1)), Region::Oestdanmark);
        let hjoerring = MunicipalityCode::parse("0860").unwrap();
        assert_eq!(hjoerring.region(date(2027, 1, 1)), Region::Nordjylland);
    }

    #[test]
    fn a_post_district_with_a_municipalitys_name_hints_at_it() {
        let hint = |district| MunicipalityCode::hinted_by_district(district).map(MunicipalityCode::name);
        assert_eq!(hint("Aarhus C"), Some("Aarhus"));
        assert_eq!(hint("Aalborg SØ"), Some("Aalborg"));
        assert_eq!(hint(" Hjørring "), Some("Hjørring"));
        assert_eq!(hint("Sindal"), None);
        assert_eq!(hint("C"), None);
        assert_eq!(hint(""), None);
    }

    #[test]
    fn it_is_stored_as_four_digits() {
        let code = MunicipalityCode::parse("316").unwrap();
        assert_eq!(serde_json::to_string(&code).unwrap(), r#""0316""#);
        assert_eq!(serde_json::from_str::<MunicipalityCode>(r#""0316""#).unwrap(), code);
        assert!(serde_json::from_str::<MunicipalityCode>(r#""0000""#).is_err());
    }
}
