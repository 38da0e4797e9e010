//! No-break spaces where a line must not break: `§ 140`, `stk. 4`, `d. 2. april`, `kl. 9.30`.
//!
//! The law's sentences and citations come as plain text, since they are printed in a terminal as well.

use crate::text::Voice;

impl Voice {
    /// The text with its no-break spaces, for templates.
    pub fn typeset(self, text: &str) -> String {
        typeset(text)
    }
}

/// What a line never ends with when a figure follows.
const BEFORE_FIGURE: [&str; 7] = ["§", "§§", "stk.", "nr.", "d.", "kl.", "afsnit"];

const MONTHS: [&str; 12] = [
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
];

/// Replaces the space in the pairs that belong together by a no-break space. Nothing else is changed.
pub fn typeset(text: &str) -> String {
    let mut set = String::with_capacity(text.len());
    let mut words = text.split(' ').peekable();
    while let Some(word) = words.next() {
        set.push_str(word);
        if let Some(next) = words.peek() {
            set.push(if belong_together(word, next) { '\u{a0}' } else { ' ' });
        }
    }
    set
}

fn belong_together(word: &str, next: &str) -> bool {
    let starts_with_figure = next.starts_with(|c: char| c.is_ascii_digit());
    let is_day = word.strip_suffix('.').is_some_and(|day| !day.is_empty() && day.bytes().all(|b| b.is_ascii_digit()));
    let is_month = MONTHS.contains(&next.trim_end_matches(|c: char| !c.is_alphabetic()));
    let word = word.trim_start_matches(['(', '»']);
    (starts_with_figure && BEFORE_FIGURE.contains(&word)) || (is_day && is_month)
}

/// The words as a sentence begins with them.
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// What a message says first, and the rest. The first part ends with its sentence, or where it goes over to quoting.
pub fn split_first(words: &str) -> (String, Option<String>) {
    if let Some((first, quoted)) = words.split_once(": »") {
        return (format!("{first}."), Some(format!("»{quoted}")));
    }
    // The point after the number of a day is followed by a small letter.
    let ends = words.match_indices(". ").map(|(at, _)| at + 1);
    let end = ends.into_iter().find(|at| words[at + 1..].starts_with(char::is_uppercase));
    match end {
        Some(end) => (words[..end].to_owned(), Some(words[end..].trim_start().to_owned())),
        None => (words.to_owned(), None),
    }
}
