//! The languages that people read: Danish first, English beside it.

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
    /// The one of two texts that is in this language.
    pub fn pick<'a>(self, danish: &'a str, english: &'a str) -> &'a str {
        match self {
            Self::Danish => danish,
            Self::English => english,
        }
    }
}
