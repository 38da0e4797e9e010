//! Provisions: a place in an act, an order, a guidance or a quality standard, printed as a jurist writes it.
//!
//! The file is read twice: it is a module of the crate, and the build reads each entry's citation with it, so that a
//! citation that cannot be read does not compile.

use std::fmt;

/// An act, by the abbreviation that citations use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Act {
    /// Sundhedsloven.
    Sul,
    /// Serviceloven.
    Sel,
    /// Barnets lov.
    Bl,
    /// Ældreloven.
    Ael,
    /// Retssikkerhedsloven.
    Rsl,
    /// Forvaltningsloven.
    Fvl,
    /// Klage- og erstatningsloven.
    Kel,
}

impl Act {
    const ALL: [Self; 7] = [Self::Sul, Self::Sel, Self::Bl, Self::Ael, Self::Rsl, Self::Fvl, Self::Kel];

    /// The abbreviation in citations.
    pub const fn abbreviation(self) -> &'static str {
        match self {
            Self::Sul => "SUL",
            Self::Sel => "SEL",
            Self::Bl => "BL",
            Self::Ael => "ÆL",
            Self::Rsl => "RSL",
            Self::Fvl => "FVL",
            Self::Kel => "KEL",
        }
    }

    /// The act's name. Names of acts stay Danish in every language.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sul => "Sundhedsloven",
            Self::Sel => "Serviceloven",
            Self::Bl => "Barnets lov",
            Self::Ael => "Ældreloven",
            Self::Rsl => "Retssikkerhedsloven",
            Self::Fvl => "Forvaltningsloven",
            Self::Kel => "Klage- og erstatningsloven",
        }
    }
}

/// A section of an act, down to the number of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Section {
    /// The act.
    pub act: Act,
    /// The section's number: 140 in § 140 a.
    pub number: u16,
    /// The section's letter: `a` in § 140 a.
    pub letter: Option<char>,
    /// The last section of a range: 84 in §§ 82-84.
    pub through: Option<u16>,
    /// Paragraph (stykke).
    pub stk: Option<u8>,
    /// Number within the paragraph.
    pub nr: Option<u8>,
}

/// A kind of document below the act that is cited by number and year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Series {
    /// Bekendtgørelse: an order, binding.
    Bek,
    /// Vejledning: guidance, not binding on the citizen.
    Vej,
    /// Lov, cited by number where it changes another.
    Lov,
}

impl Series {
    const ALL: [Self; 3] = [Self::Bek, Self::Vej, Self::Lov];

    const fn abbreviation(self) -> &'static str {
        match self {
            Self::Bek => "BEK",
            Self::Vej => "VEJ",
            Self::Lov => "LOV",
        }
    }
}

/// Where a rule stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Provision {
    /// A section of an act.
    Section(Section),
    /// An order, a guidance or an amending act, by number and year, with the place in it.
    Numbered {
        /// Kind of document.
        series: Series,
        /// Number in its year.
        number: u16,
        /// Year of issue.
        year: u16,
        /// Place in it as written: `§ 3`, `, afsnit 4.2`; empty where the whole is cited.
        place: &'static str,
    },
    /// A municipality's quality standard, with the heading in it.
    Standard {
        /// The standard's id: `001`.
        id: &'static str,
        /// The heading under which the promise stands.
        heading: &'static str,
    },
}

impl Provision {
    /// Reads a citation as a jurist writes it: `SUL § 140, stk. 4`, `SEL § 83 a`, `BL §§ 82-84`, `BEK 918/2018 § 3`,
    /// `VEJ 110/2009, afsnit 4.2`, `Standard 001, Kvalitetsmål`.
    ///
    /// # Errors
    /// A text in none of these forms, an unknown abbreviation, or a number that is none.
    pub fn parse(citation: &'static str) -> Result<Self, String> {
        let fault = || format!("»{citation}« is not a citation such as »SUL § 140, stk. 4«");
        let (head, rest) = citation.split_once(' ').ok_or_else(fault)?;
        if head == "Standard" {
            let (id, heading) = rest.split_once(", ").unwrap_or((rest, ""));
            return Ok(Self::Standard { id, heading });
        }
        if let Some(series) = Series::ALL.into_iter().find(|series| series.abbreviation() == head) {
            let cut = rest.find([' ', ',']).unwrap_or(rest.len());
            let (numbers, place) = rest.split_at(cut);
            let (number, year) = numbers.split_once('/').ok_or_else(fault)?;
            let (number, year) = (number.parse().map_err(|_| fault())?, year.parse().map_err(|_| fault())?);
            return Ok(Self::Numbered { series, number, year, place: place.trim_start() });
        }
        let act = Act::ALL.into_iter().find(|act| act.abbreviation() == head).ok_or_else(fault)?;
        Section::parse(act, rest).map(Self::Section).ok_or_else(fault)
    }
}

impl Section {
    fn parse(act: Act, rest: &str) -> Option<Self> {
        let mut parts = rest.split(", ");
        let place = parts.next()?.trim_start_matches('§').trim_start();
        let (place, through) = match place.split_once('-') {
            Some((first, last)) => (first, Some(last.trim().parse().ok()?)),
            None => (place, None),
        };
        let (number, letter) = match place.split_once(' ') {
            Some((number, letter)) => (number, Some(letter.chars().next()?)),
            None => (place, None),
        };
        let mut section = Self { act, number: number.trim().parse().ok()?, letter, through, stk: None, nr: None };
        for part in parts {
            match part.split_once(". ")? {
                ("stk", stk) => section.stk = Some(stk.parse().ok()?),
                ("nr", nr) => section.nr = Some(nr.parse().ok()?),
                _ => return None,
            }
        }
        Some(section)
    }
}

impl fmt::Display for Section {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.through.is_some() { "§§" } else { "§" };
        write!(f, "{} {sign} {}", self.act.abbreviation(), self.number)?;
        if let Some(letter) = self.letter {
            write!(f, " {letter}")?;
        }
        if let Some(last) = self.through {
            write!(f, "-{last}")?;
        }
        if let Some(stk) = self.stk {
            write!(f, ", stk. {stk}")?;
        }
        if let Some(nr) = self.nr {
            write!(f, ", nr. {nr}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Provision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Section(section) => section.fmt(f),
            Self::Numbered { series, number, year, place } => {
                write!(f, "{} {number}/{year}", series.abbreviation())?;
                match *place {
                    "" => Ok(()),
                    place if place.starts_with(',') => write!(f, "{place}"),
                    place => write!(f, " {place}"),
                }
            }
            Self::Standard { id, heading: "" } => write!(f, "Standard {id}"),
            Self::Standard { id, heading } => write!(f, "Standard {id}, {heading}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Provision;

    #[test]
    fn a_citation_prints_as_it_was_written() {
        for citation in [
            "SUL § 140, stk. 4",
            "SUL § 140 a",
            "SEL § 86, stk. 1",
            "SEL § 52, stk. 3, nr. 10",
            "BL §§ 82-84",
            "ÆL § 10",
            "BEK 918/2018 § 3",
            "BEK 918/2018",
            "VEJ 110/2009, afsnit 4.2",
            "Standard 001, Kvalitetsmål",
        ] {
            assert_eq!(Provision::parse(citation).unwrap().to_string(), citation);
        }
    }

    #[test]
    fn what_is_no_citation_is_refused() {
        for wrong in ["", "SUL", "SUL § x", "XYZ § 1", "BEK 918 § 3", "SUL § 140, afsnit 4"] {
            assert!(Provision::parse(wrong).is_err(), "{wrong}");
        }
    }
}
