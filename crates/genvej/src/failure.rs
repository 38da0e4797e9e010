//! How a command ends, and what is said where it can't do what was asked.

use std::io;
use std::path::Path;
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

    /// A file that can't be read.
    pub(crate) fn unreadable(file: &Path, fault: &io::Error) -> Self {
        let name = file.display();
        Self::said(|language| {
            let words = language.pick("kan ikke læses", "can't be read");
            format!("{name} {words}: {}.", cause(fault, language))
        })
    }

    /// A file that can't be written.
    pub(crate) fn unwritable(file: &Path, fault: &io::Error) -> Self {
        let name = file.display();
        Self::said(|language| {
            let words = language.pick("kan ikke skrives", "can't be written");
            format!("{name} {words}: {}.", cause(fault, language))
        })
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

/// Why the system would not do something, and what to do about it: a sentence without its full stop.
pub(crate) fn cause(fault: &io::Error, language: Language) -> String {
    let (danish, english) = match fault.kind() {
        io::ErrorKind::NotFound => (
            "filen eller mappen findes ikke. Se efter, om navnet er rigtigt",
            "there is no such file or folder. Check that the name is right",
        ),
        io::ErrorKind::PermissionDenied => {
            ("du har ikke adgang. Spørg den, der ejer filen", "you have no access. Ask whoever owns the file")
        }
        io::ErrorKind::IsADirectory => ("det er en mappe. Angiv en fil", "it is a folder. Give a file"),
        io::ErrorKind::NotADirectory => {
            ("en del af stien er ikke en mappe. Ret stien", "a part of the path is no folder. Mend the path")
        }
        io::ErrorKind::StorageFull => {
            ("der er ikke mere plads. Skaf plads, og prøv igen", "there is no room left. Make room, and try again")
        }
        io::ErrorKind::AddrInUse => ("et andet program bruger adressen", "another program uses the address"),
        io::ErrorKind::AddrNotAvailable => ("denne maskine har ikke den adresse", "this machine has no such address"),
        _ => return format!("{}: {fault}", language.pick("systemet siger", "the system says")),
    };
    language.pick(danish, english).to_owned()
}
