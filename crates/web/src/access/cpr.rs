//! CPR numbers where none may stand: in an address, which a browser remembers and a server in front of us may log.

use axum::http::Uri;

use super::own_path::OwnPath;

/// Characters of a CPR number, and of a number that stands in for one.
const LENGTH: usize = 10;
/// How often a value is read as an address of its own: `videre` holds one, which may hold another.
const DEPTH: u8 = 3;

/// Whether a CPR number, or a replacement number, may stand anywhere in a text, however its figures are set apart. Whatever
/// looks like one counts: nobody is asked whether it was issued.
pub fn is_in(text: &str) -> bool {
    of_figures(text) || of_figures_and_letters(text)
}

/// Ten figures with nothing but marks and blanks among them, or ten in a row.
fn of_figures(text: &str) -> bool {
    text.split(|c: char| c.is_alphabetic()).any(|piece| {
        let groups: Vec<usize> =
            piece.split(|c: char| !c.is_ascii_digit()).map(str::len).filter(|length| *length > 0).collect();
        groups.iter().any(|length| *length > LENGTH) || (0..groups.len()).any(|from| makes_ten(&groups[from..]))
    })
}

/// Whether the first of these lengths make ten together.
fn makes_ten(lengths: &[usize]) -> bool {
    let mut sum = 0;
    for length in lengths {
        sum += length;
        if sum >= LENGTH {
            return sum == LENGTH;
        }
    }
    false
}

/// The shapes of replacement numbers: a date, a figure, two letters, a figure.
fn of_figures_and_letters(text: &str) -> bool {
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    (0..words.len()).any(|from| {
        let number: String = words[from..].iter().flat_map(|word| word.chars()).take(LENGTH + 1).collect();
        let lengths: Vec<usize> = words[from..].iter().map(|word| word.chars().count()).collect();
        makes_ten(&lengths)
            && number.chars().take(LENGTH).enumerate().all(|(at, c)| match at {
                7 | 8 => c.is_ascii_alphabetic(),
                _ => c.is_ascii_digit(),
            })
    })
}

/// Whether a number stands in the address, also in one that it carries.
pub(crate) fn is_in_address(uri: &Uri) -> bool {
    is_in_path(uri) || uri.query().is_some_and(|query| is_in_query(query, DEPTH))
}

pub(super) fn is_in_path(uri: &Uri) -> bool {
    uri.path().split('/').any(|part| is_in_query(part, 1))
}

/// Whether a number stands in a field of a query: its name, its value, or what its value carries.
pub(super) fn is_in_field(name: &str, value: &str) -> bool {
    is_in(name) || is_in(value) || is_in_query(value, DEPTH - 1)
}

fn is_in_query(query: &str, depth: u8) -> bool {
    let mut fields = form_urlencoded::parse(query.as_bytes());
    depth > 0 && fields.any(|(name, value)| is_in(&name) || is_in(&value) || is_in_query(&value, depth - 1))
}

/// Where somebody is led whose search holds a number: to the form that posts it.
pub(crate) const THE_FORM: &str = "/sager?fejl=cpr";

/// The pages with a search in the address.
const SEARCHES: [&str; 2] = ["/sager", "/arbejdsliste"];

/// Where somebody is led who asks for this address; nowhere else, where no number is in it.
pub(crate) fn led_away(uri: &Uri) -> Option<OwnPath> {
    if !is_in_address(uri) {
        return None;
    }
    let is_search = SEARCHES.contains(&uri.path()) || is_in_path(uri);
    Some(if is_search { OwnPath::read(THE_FORM).unwrap_or_default() } else { OwnPath::of(uri, None) })
}
