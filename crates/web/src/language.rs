//! The languages of the pages: Danish first, English beside it.

pub use law::Language;

/// Every language, in the order in which they are offered.
pub const ALL: [Language; 2] = [Language::Danish, Language::English];

/// The language's code in HTML, in addresses and in the cookie.
pub fn code(language: Language) -> &'static str {
    match language {
        Language::Danish => "da",
        Language::English => "en",
    }
}

/// The language with this code, where we have it.
pub fn by_code(wanted: &str) -> Option<Language> {
    ALL.into_iter().find(|language| code(*language) == wanted)
}

/// The language that the pages are not in now: what the footer offers.
pub fn other(language: Language) -> Language {
    match language {
        Language::Danish => Language::English,
        Language::English => Language::Danish,
    }
}

/// The name in an address that switches the language: `?sprog=en`.
pub const PARAMETER: &str = "sprog";
