//! Why a text is not JSON, in words for people.

use serde_json::error::Category;

use crate::Language;

/// Where a text stops being JSON, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotJson {
    /// Line, from 1.
    pub line: usize,
    /// Byte of the line, from 1; 0 for the end of the line. In text without æ, ø and å it is the character.
    pub column: usize,
    why: Why,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Why {
    Empty,
    Cut,
    ValueMissing,
    ColonMissing,
    CommaOrBracketMissing,
    CommaOrBraceMissing,
    NameIsNoText,
    CommaTooMany,
    MoreAfterTheEnd,
    ControlCharacter,
    Escape,
    Number,
    TooDeep,
    /// The parser has a reason that we have no words for.
    Unnamed,
}

/// The parser tells its reason in words alone: how they begin, and what they are to us.
const BEGINNINGS: &[(&str, Why)] = &[
    ("expected value", Why::ValueMissing),
    ("expected ident", Why::ValueMissing),
    ("expected `:`", Why::ColonMissing),
    ("expected `,` or `]`", Why::CommaOrBracketMissing),
    ("expected `,` or `}`", Why::CommaOrBraceMissing),
    ("expected `\"`", Why::NameIsNoText),
    ("key must be a string", Why::NameIsNoText),
    ("trailing comma", Why::CommaTooMany),
    ("trailing characters", Why::MoreAfterTheEnd),
    ("control character", Why::ControlCharacter),
    ("invalid escape", Why::Escape),
    ("invalid unicode code point", Why::Escape),
    ("lone leading surrogate", Why::Escape),
    ("unexpected end of hex escape", Why::Escape),
    ("invalid number", Why::Number),
    ("number out of range", Why::Number),
    ("recursion limit exceeded", Why::TooDeep),
];

impl NotJson {
    /// What the parser found.
    pub fn new(fault: &serde_json::Error) -> Self {
        let words = fault.to_string();
        let named = BEGINNINGS.iter().find(|(beginning, _)| words.starts_with(beginning));
        let why = match (fault.classify(), fault.line(), fault.column()) {
            (Category::Eof, 0 | 1, 0) => Why::Empty,
            (Category::Eof, _, _) => Why::Cut,
            (Category::Syntax | Category::Data | Category::Io, _, _) => named.map_or(Why::Unnamed, |(_, why)| *why),
        };
        // A new line that may not stand there is counted as the next line's beginning.
        let line = if fault.column() == 0 { fault.line().saturating_sub(1).max(1) } else { fault.line() };
        Self { line, column: fault.column(), why }
    }

    /// What is wrong, where, and how to mend it: a sentence or two.
    pub fn say(&self, language: Language) -> String {
        let (line, column, reason) = (self.line, self.column, self.reason(language));
        match (self.why, column, language) {
            (Why::Empty, _, _) => format!("{reason}."),
            (_, 0, Language::Danish) => format!("Linje {line}, til sidst: {reason}."),
            (_, 0, Language::English) => format!("Line {line}, at its end: {reason}."),
            (_, _, Language::Danish) => format!("Linje {line}, tegn {column}: {reason}."),
            (_, _, Language::English) => format!("Line {line}, character {column}: {reason}."),
        }
    }

    /// What is wrong there: a sentence without its full stop.
    pub fn reason(&self, language: Language) -> &'static str {
        match self.why {
            Why::Empty => language.pick("Filen er tom", "The file is empty"),
            Why::Cut => language.pick(
                "Filen slutter, før den er færdig. Se efter, om den er kommet helt med",
                "The file ends before it is complete. Check that all of it is there",
            ),
            Why::ValueMissing => language.pick(
                "Her mangler en værdi: et tal, true, false, null, en liste, eller en tekst i anførselstegn",
                "A value is missing here: a number, true, false, null, a list, or a text in quotation marks",
            ),
            Why::ColonMissing => {
                language.pick("Her mangler et kolon efter navnet", "A colon is missing here after the name")
            }
            Why::CommaOrBracketMissing => language.pick(
                "Her mangler et komma eller en ] efter værdien",
                "A comma or a ] is missing here after the value",
            ),
            Why::CommaOrBraceMissing => language.pick(
                "Her mangler et komma eller en } efter værdien",
                "A comma or a } is missing here after the value",
            ),
            Why::NameIsNoText => language.pick(
                "Her skal stå et navn i dobbelte anførselstegn",
                "A name in double quotation marks must stand here",
            ),
            Why::CommaTooMany => language.pick(
                "Her er et komma for meget, før listen eller objektet slutter",
                "There is a comma too many here, before the list or object ends",
            ),
            Why::MoreAfterTheEnd => language.pick(
                "Her står mere, efter at det hele er slut. Slet det",
                "There is more here after the whole has ended. Delete it",
            ),
            Why::ControlCharacter => language.pick(
                "Her står et tegn, der ikke må stå i en tekst, for eksempel en ny linje. Skriv \\n",
                "There is a character here that may not stand in a text, such as a new line. Write \\n",
            ),
            Why::Escape => language.pick(
                "Her er et tegn skrevet forkert efter en omvendt skråstreg",
                "A character is written wrongly here after a backslash",
            ),
            Why::Number => {
                language.pick("Her står et tal, der ikke kan læses", "There is a number here that can't be read")
            }
            Why::TooDeep => language.pick(
                "Her ligger lister og objekter for dybt i hinanden. Det er næppe den rigtige fil",
                "Lists and objects lie too deep in each other here. This is hardly the right file",
            ),
            Why::Unnamed => language.pick("Her kan den ikke læses som JSON", "It can't be read as JSON here"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str, language: Language) -> String {
        let fault = serde_json::from_str::<serde_json::Value>(text).unwrap_err();
        NotJson::new(&fault).say(language)
    }

    #[test]
    fn each_way_to_break_json_is_told_with_its_place() {
        let broken = [
            "",
            "{\"a\": 1",
            "{\"a\": }",
            "{\"a\": tru}",
            "{\"a\" 1}",
            "[1 2]",
            "{\"a\": 1 \"b\": 2}",
            "{a: 1}",
            "{1: 1}",
            "[1, ]",
            "{} {}",
            "[\"a\nb\"]",
            "[\"\\q\"]",
            "[\"\\ud800\"]",
            "[01]",
            "[1e999]",
            "\n  <a/>",
        ];
        let mut all = broken
            .map(|text| format!("{text:?}\n  {}\n  {}", said(text, Language::Danish), said(text, Language::English)))
            .to_vec();
        let deep = "[".repeat(200);
        all.push(format!("200 brackets\n  {}\n  {}", said(&deep, Language::Danish), said(&deep, Language::English)));
        insta::assert_snapshot!(all.join("\n"));
    }

    #[test]
    fn no_reason_that_the_parser_gives_is_left_without_words() {
        for text in
            ["{\"a\": }", "[1 2]", "{a: 1}", "[1, ]", "{} {}", "[\"\\q\"]", "[01]", "[1e999]", "nul", "\"\u{1}\""]
        {
            let fault = serde_json::from_str::<serde_json::Value>(text).unwrap_err();
            assert_ne!(NotJson::new(&fault).why, Why::Unnamed, "{text}: {fault}");
        }
    }
}
