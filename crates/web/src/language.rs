//! The languages of the pages: Danish first, English beside it.

/// A language of the texts that people read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// Danish, the language of the law and of the citizens.
    #[default]
    Danish,
    /// English, for those who don't read Danish.
    English,
}

impl Language {
    /// Every language, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Danish, Self::English];
}

/// The language's code in HTML, in addresses and in the cookie.
pub fn code(language: Language) -> &'static str {
    match language {
        Language::Danish => "da",
        Language::English => "en",
    }
}

/// The language with this code, where we have it.
pub fn by_code(wanted: &str) -> Option<Language> {
    Language::ALL.into_iter().find(|language| code(*language) == wanted)
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
