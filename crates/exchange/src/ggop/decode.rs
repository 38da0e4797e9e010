//! Bytes to text: by the byte order mark, else by the XML declaration, else UTF-8.
//!
//! The text is decoded before it is parsed, so that the parser meets UTF-8 alone and a line number means the same in every
//! encoding.

use std::borrow::Cow;

use crate::file::{Problem, SIZE_LIMIT};
use crate::{Finding, Place, Problem as Any};

/// The characters of Windows-1252 in the places where ISO-8859-1 has control characters, which no text needs: a system that
/// says ISO-8859-1 and sends these means the dashes and quotation marks. Zero where Windows-1252 has none.
const WINDOWS_1252: [char; 32] = [
    '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', '\0', '‘', '’', '“', '”', '•',
    '–', '—', '˜', '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
];

/// How far into the file the declaration is looked for, in bytes.
const DECLARATION_LIMIT: usize = 256;

/// A text, and what was odd about its encoding.
#[derive(Debug)]
pub(super) struct Decoded<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) remark: Option<Finding>,
}

/// Decodes a whole file.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded<'_>, Finding> {
    if bytes.len() > SIZE_LIMIT {
        return Err(Any::from(Problem::TooLarge).at(Place::default()));
    }
    let decoded = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest, declared_encoding(rest).as_deref())?,
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes)?,
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes)?,
        // Without a byte order mark the first character of any XML file tells.
        [0, b'<', ..] => utf16(bytes, u16::from_be_bytes)?,
        [b'<', 0, ..] => utf16(bytes, u16::from_le_bytes)?,
        _ => by_declaration(bytes)?,
    };
    if decoded.text.trim().is_empty() {
        return Err(Any::from(Problem::Empty).at(Place::default()));
    }
    match decoded.text.char_indices().find(|(_, character)| !may_stand_in_xml(*character)) {
        Some((at, character)) => {
            let problem = Problem::ForbiddenCharacter { code_point: u32::from(character) };
            Err(Any::from(problem).at(Place::line(line_at(decoded.text.as_bytes(), at))))
        }
        None => Ok(decoded),
    }
}

/// Whether XML 1.0 lets a character stand in a file.
pub(super) fn may_stand_in_xml(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | '\u{20}'..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}

fn by_declaration(bytes: &[u8]) -> Result<Decoded<'_>, Finding> {
    let declared = declared_encoding(bytes);
    match declared.as_deref().map(str::to_ascii_lowercase).as_deref() {
        None | Some("utf-8" | "utf8" | "us-ascii" | "ascii") => utf8(bytes, declared.as_deref()),
        Some("iso-8859-1" | "iso8859-1" | "latin1" | "latin-1" | "windows-1252" | "cp1252") => {
            Ok(Decoded { text: Cow::Owned(bytes.iter().map(|byte| latin_1(*byte)).collect()), remark: None })
        }
        // A common fault of programs that write XML into a string of theirs and send the string as UTF-8.
        Some("utf-16") if std::str::from_utf8(bytes).is_ok() => utf8(bytes, declared.as_deref()),
        Some(_) => {
            let declared = declared.unwrap_or_default();
            Err(Any::from(Problem::UnknownEncoding { declared }).at(Place::line(1)))
        }
    }
}

fn utf8<'a>(bytes: &'a [u8], declared: Option<&str>) -> Result<Decoded<'a>, Finding> {
    match std::str::from_utf8(bytes) {
        Ok(text) => {
            let agrees = declared
                .is_none_or(|name| matches!(&*name.to_ascii_lowercase(), "utf-8" | "utf8" | "us-ascii" | "ascii"));
            let remark = (!agrees).then(|| {
                let problem =
                    Problem::MislabelledEncoding { declared: declared.unwrap_or_default().to_owned(), actual: "UTF-8" };
                Any::from(problem).at(Place::line(1))
            });
            Ok(Decoded { text: Cow::Borrowed(text), remark })
        }
        Err(fault) => {
            let problem = Problem::WrongEncoding { declared: declared.unwrap_or("UTF-8").to_owned() };
            Err(Any::from(problem).at(Place::line(line_at(bytes, fault.valid_up_to()))))
        }
    }
}

fn utf16<'a>(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<Decoded<'a>, Finding> {
    let pairs = bytes.chunks_exact(2);
    let whole = pairs.remainder().is_empty();
    let units = pairs.map(|pair| unit([pair[0], pair[1]]));
    match char::decode_utf16(units).collect::<Result<String, _>>() {
        Ok(text) if whole => Ok(Decoded { text: Cow::Owned(text), remark: None }),
        Ok(_) | Err(_) => {
            let problem = Problem::WrongEncoding { declared: "UTF-16".to_owned() };
            Err(Any::from(problem).at(Place::default()))
        }
    }
}

fn latin_1(byte: u8) -> char {
    match byte {
        0x80..=0x9F => match WINDOWS_1252[usize::from(byte - 0x80)] {
            '\0' => char::from(byte),
            character => character,
        },
        _ => char::from(byte),
    }
}

/// The encoding that the declaration names, in a file that is ASCII up to there.
fn declared_encoding(bytes: &[u8]) -> Option<String> {
    let start = &bytes[..bytes.len().min(DECLARATION_LIMIT)];
    let start: String = start.iter().map(|byte| char::from(*byte)).collect();
    let declaration = start.strip_prefix("<?xml")?.split_once("?>")?.0;
    let value = declaration.split_once("encoding")?.1.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|character| matches!(character, '"' | '\''))?;
    value[1..].split_once(quote).map(|(name, _)| name.to_owned())
}

/// The line, counted from 1, of a place in bytes.
fn line_at(bytes: &[u8], at: usize) -> usize {
    bytes[..at].split(|byte| *byte == b'\n').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> String {
        decode(bytes).map(|decoded| decoded.text.into_owned()).unwrap()
    }

    fn fault(bytes: &[u8]) -> (&'static str, Option<usize>) {
        let finding = decode(bytes).unwrap_err();
        (finding.code(), finding.place.line)
    }

    #[test]
    fn danish_letters_survive_every_encoding_that_is_read() {
        let expected = "<a>æøå</a>";
        let utf16 = |convert: fn(u16) -> [u8; 2]| expected.encode_utf16().flat_map(convert).collect::<Vec<_>>();
        let latin1 = b"<?xml version='1.0' encoding='ISO-8859-1'?>\n<a>\xE6\xF8\xE5</a>";
        assert!(text(latin1).ends_with(expected));
        assert_eq!(text(expected.as_bytes()), expected);
        assert_eq!(text(&[&[0xEF, 0xBB, 0xBF], expected.as_bytes()].concat()), expected);
        assert_eq!(text(&utf16(u16::to_le_bytes)), expected);
        assert_eq!(text(&[vec![0xFE, 0xFF], utf16(u16::to_be_bytes)].concat()), expected);
    }

    #[test]
    fn a_dash_from_a_word_processor_is_a_dash() {
        assert!(text(b"<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><a>\x96</a>").ends_with("<a>–</a>"));
    }

    #[test]
    fn latin_letters_in_a_file_that_says_utf_8_are_refused_with_their_line() {
        assert_eq!(fault(b"<?xml version='1.0' encoding='UTF-8'?>\n<a>\xE6</a>"), ("file_wrong_encoding", Some(2)));
        assert_eq!(fault(b"<a>\n\n\xE6</a>"), ("file_wrong_encoding", Some(3)));
    }

    #[test]
    fn a_declaration_that_is_wrong_without_doubt_is_remarked_on() {
        let decoded = decode("<?xml version=\"1.0\" encoding=\"utf-16\"?><a>å</a>".as_bytes()).unwrap();
        assert!(decoded.text.ends_with("<a>å</a>"));
        assert_eq!(decoded.remark.unwrap().code(), "file_mislabelled_encoding");
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert_eq!(fault(b""), ("file_empty", None));
        assert_eq!(fault(b" \r\n\t"), ("file_empty", None));
        assert_eq!(fault(b"<a>\n\0</a>"), ("file_forbidden_character", Some(2)));
        assert_eq!(fault(b"<?xml version='1.0' encoding='EBCDIC-CP-DK'?><a/>"), ("file_unknown_encoding", Some(1)));
        assert_eq!(fault(&[0xFE, 0xFF, 0xD8]), ("file_wrong_encoding", None));
        assert_eq!(fault(&vec![b' '; SIZE_LIMIT + 1]), ("file_too_large", None));
    }
}
