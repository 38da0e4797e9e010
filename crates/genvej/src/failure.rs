//! How a command ends, and what is said where it can't do what was asked.

use std::process::ExitCode;

use law::Language;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ended {
    /// It did or answered what was asked.
    Done,
    /// It was a check, and it found something.
    Found,
}

/// Why a command did nothing: what, where, and how to mend it, in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Failure {
    words: [String; 2],
}

impl Failure {
    /// A failure in both languages.
    pub(crate) fn new(danish: impl Into<String>, english: impl Into<String>) -> Self {
        Self { words: [danish.into(), english.into()] }
    }

    /// A failure that says itself in either language.
    pub(crate) fn said(say: impl Fn(Language) -> String) -> Self {
        Self { words: [say(Language::Danish), say(Language::English)] }
    }

    /// Several things that are wrong at once.
    pub(crate) fn all<F>(failures: &[F], say: impl Fn(&F, Language) -> String) -> Self {
        Self::said(|language| failures.iter().map(|failure| say(failure, language)).collect::<Vec<_>>().join("\n"))
    }

    /// The words in a language.
    pub(crate) fn say(&self, language: Language) -> &str {
        language.pick(&self.words[0], &self.words[1])
    }

    /// Tells it and gives the exit status.
    pub(crate) fn report(&self, language: Language) -> ExitCode {
        eprintln!("{}", self.say(language));
        ExitCode::from(2)
    }
}

impl From<store::StoreError> for Failure {
    fn from(fault: store::StoreError) -> Self {
        Self::said(|language| fault.say(language))
    }
}

impl From<store::CasesError> for Failure {
    fn from(fault: store::CasesError) -> Self {
        Self::said(|language| fault.say(language))
    }
}
