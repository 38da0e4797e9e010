//! Where a rule stands, as people read it.

use jiff::civil::Date;
use law::{Language, book::Rule, provision::Provision, standards::Standard};

use crate::view::duty::Citation;

/// The address of a rule's own page.
pub fn href(rule: Rule) -> String {
    format!("/lov/{}", rule.id())
}

/// Where a rule stands on a day, with the way to its plain words.
pub fn citation(rule: Rule, on: Date, standard: Option<&Standard>, language: Language) -> Citation {
    let provision = rule.provision_on(on);
    let valid_from = match provision {
        Provision::Standard { .. } => standard.and_then(|standard| standard.valid_from),
        Provision::Section(_) | Provision::Numbered { .. } => None,
    };
    Citation {
        text: in_full(provision, standard, language),
        href: Some(href(rule)),
        valid_from,
        is_unverified: !rule.is_verified_on(on),
    }
}

/// A provision with the act's name in full: `Sundhedsloven § 140, stk. 4`. A standard is named by its municipality.
pub fn in_full(provision: Provision, standard: Option<&Standard>, language: Language) -> String {
    match provision {
        Provision::Section(section) => {
            let cited = section.to_string();
            let place = cited.strip_prefix(section.act.abbreviation()).unwrap_or(&cited);
            format!("{}{place}", section.act.name())
        }
        Provision::Standard { heading, id } => {
            let of = standard.filter(|standard| standard.id == id).map(|standard| &standard.municipality_name);
            let name = match (of, language) {
                (Some(municipality), Language::Danish) => format!("{municipality}s kvalitetsstandard"),
                (Some(municipality), Language::English) => format!("{municipality}'s quality standard"),
                (None, _) => format!("{} {id}", language.pick("Kvalitetsstandard", "Quality standard")),
            };
            if heading.is_empty() { name } else { format!("{name}, {heading}") }
        }
        Provision::Numbered { .. } => provision.to_string(),
    }
}
