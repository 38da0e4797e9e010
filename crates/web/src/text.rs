//! What the pages say, in each language: one file a language in `texts/`, read with Fluent.

use std::{fmt, sync::LazyLock};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;

use crate::language::{self, Language};

type Bundle = FluentBundle<FluentResource>;

/// The texts as they stand in `texts/`, by language. For the test that each language has every key.
pub const SOURCES: [(Language, &str); 2] =
    [(Language::Danish, include_str!("../texts/da.ftl")), (Language::English, include_str!("../texts/en.ftl"))];

static DANISH: LazyLock<Bundle> = LazyLock::new(|| bundle(Language::Danish));
static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| bundle(Language::English));

fn bundle(language: Language) -> Bundle {
    let source = match language {
        Language::Danish => SOURCES[0].1,
        Language::English => SOURCES[1].1,
    };
    // Our own codes are well formed; the language decides which form of a word goes with which count.
    let tag: LanguageIdentifier = language::code(language).parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    // The marks are for mixed writing directions. Neither language has any, and they would be copied with the text.
    bundle.set_use_isolating(false);
    let resource = FluentResource::try_new(source.to_owned());
    // Faulty messages are left out of the resource; the test over all texts names them.
    bundle.add_resource_overriding(resource.unwrap_or_else(|(readable, _)| readable));
    bundle
}

/// The voice of a page: the language in which it speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Voice {
    /// The language.
    pub language: Language,
}

impl Voice {
    /// A voice in this language.
    pub const fn new(language: Language) -> Self {
        Self { language }
    }

    /// The text with this key. A test names every key that a page uses and no language has.
    pub fn say(self, key: &'static str) -> Phrase<'static> {
        Phrase { voice: self, key, args: None }
    }

    fn bundle(self) -> &'static Bundle {
        match self.language {
            Language::Danish => &DANISH,
            Language::English => &ENGLISH,
        }
    }
}

/// A text with its values, written when it is shown.
#[derive(Debug)]
pub struct Phrase<'a> {
    voice: Voice,
    key: &'static str,
    args: Option<FluentArgs<'a>>,
}

impl<'a> Phrase<'a> {
    /// The phrase with a value for `{ $name }`.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<FluentValue<'a>>) -> Self {
        self.args.get_or_insert_default().set(name, value);
        self
    }
}

impl fmt::Display for Phrase<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bundle = self.voice.bundle();
        let Some(pattern) = bundle.get_message(self.key).and_then(|message| message.value()) else {
            return f.write_str(self.key);
        };
        // A value that is missing shows as its name in braces, and the test over all texts finds it.
        f.write_str(&bundle.format_pattern(pattern, self.args.as_ref(), &mut Vec::new()))
    }
}
