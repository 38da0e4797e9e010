//! Bytes to a JSON value: UTF-8, of bounded size and depth, with no name twice in one object.

use std::fmt;

use law::fact::NotJson;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::error::Category;
use serde_json::{Map, Number, Value};

use crate::file::{Breach, DEPTH_LIMIT, Problem, SIZE_LIMIT};
use crate::{Finding, Place, Problem as Any};

/// Parses a whole file.
pub(super) fn parse(bytes: &[u8]) -> Result<Value, Finding> {
    let fault = |problem: Problem, place: Place| Any::from(problem).at(place);
    if bytes.len() > SIZE_LIMIT {
        return Err(fault(Problem::TooLarge, Place::default()));
    }
    let bytes = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes);
    if bytes.trim_ascii().is_empty() {
        return Err(fault(Problem::Empty, Place::default()));
    }
    if let Some(line) = line_too_deep(bytes) {
        return Err(fault(Problem::TooDeep, Place::line(line)));
    }
    if let Err(error) = std::str::from_utf8(bytes) {
        let line = bytes[..error.valid_up_to()].split(|byte| *byte == b'\n').count();
        let cut_in_a_character = error.error_len().is_none();
        let problem = if cut_in_a_character {
            Problem::Truncated
        } else {
            Problem::WrongEncoding { declared: "UTF-8".to_owned() }
        };
        return Err(fault(problem, Place::line(line)));
    }
    let parsed: Result<Unambiguous, _> = serde_json::from_slice(bytes);
    parsed.map(|Unambiguous(value)| value).map_err(|error| {
        let broken = NotJson::new(&error);
        let place = Place::line(broken.line);
        let problem = match error.classify() {
            Category::Eof => Problem::Truncated,
            // The reader takes any value. The one thing that it refuses itself is a name that stands twice.
            Category::Data => Problem::Malformed(Breach::NameTwice { name: twice(&error) }),
            Category::Syntax | Category::Io => Problem::Malformed(Breach::Json(broken)),
        };
        fault(problem, place)
    })
}

/// The name that stands twice, which is all that the reader's own fault says before its place.
fn twice(error: &serde_json::Error) -> String {
    let words = error.to_string();
    words.rsplit_once(" at line ").map_or(words.as_str(), |(name, _)| name).to_owned()
}

/// The line where the nesting goes beyond the limit. Looked for before parsing, since the parser goes down by calling itself.
fn line_too_deep(bytes: &[u8]) -> Option<usize> {
    let (mut depth, mut line, mut in_text, mut escaped) = (0_usize, 1, false, false);
    for byte in bytes {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => in_text = !in_text,
            b'\n' => line += 1,
            b'{' | b'[' if !in_text => {
                depth += 1;
                if depth > DEPTH_LIMIT {
                    return Some(line);
                }
            }
            b'}' | b']' if !in_text => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    None
}

/// A value in which no object has a name twice. Of two values for one name a parser takes whichever it likes, and a meeting
/// would be both held and cancelled.
struct Unambiguous(Value);

impl<'de> Deserialize<'de> for Unambiguous {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Unambiguous;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Unambiguous, E> {
        Ok(Unambiguous(Value::Null))
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Unambiguous, E> {
        Ok(Unambiguous(Value::Bool(value)))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Unambiguous, E> {
        Ok(Unambiguous(Value::Number(value.into())))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Unambiguous, E> {
        Ok(Unambiguous(Value::Number(value.into())))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Unambiguous, E> {
        Ok(Unambiguous(Number::from_f64(value).map_or(Value::Null, Value::Number)))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Unambiguous, E> {
        Ok(Unambiguous(Value::String(value.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Unambiguous, A::Error> {
        let mut items = Vec::new();
        while let Some(Unambiguous(item)) = list.next_element()? {
            items.push(item);
        }
        Ok(Unambiguous(Value::Array(items)))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Unambiguous, A::Error> {
        let mut fields = Map::new();
        while let Some((name, Unambiguous(value))) = object.next_entry::<String, _>()? {
            if fields.contains_key(&name) {
                return Err(A::Error::custom(name));
            }
            fields.insert(name, value);
        }
        Ok(Unambiguous(Value::Object(fields)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str) -> (&'static str, Option<usize>) {
        let finding = parse(text.as_bytes()).unwrap_err();
        (finding.code(), finding.place.line)
    }

    #[test]
    fn what_is_no_json_is_refused_where_it_breaks() {
        assert_eq!(fault("{\n \"a\": }"), ("file_malformed", Some(2)));
        assert_eq!(fault("{\n \"a\": 1"), ("file_truncated", Some(2)));
        assert_eq!(fault(" \n"), ("file_empty", None));
        assert_eq!(fault("<a/>"), ("file_malformed", Some(1)));
        assert_eq!(fault("{\"a\": \"\0\"}"), ("file_malformed", Some(1)));
        assert_eq!(fault("{\"a\": \"b\nc\"}"), ("file_malformed", Some(1)));
        assert_eq!(parse(b"{\n\"a\": \"\xE6\"}").unwrap_err().code(), "file_wrong_encoding");
    }

    #[test]
    fn a_name_that_stands_twice_is_refused() {
        assert_eq!(fault("{\"a\": 1,\n\"b\": [{\"c\": 1,\n\"c\": 2}]}"), ("file_malformed", Some(3)));
        assert!(parse(b"[{\"a\": null}, {\"a\": [1, -2, 0.5, true, \"x\"]}]").is_ok());
    }

    #[test]
    fn brackets_in_a_text_are_no_nesting() {
        let text = format!("{{\"a\": \"\\\"{}\"}}", "[".repeat(1000));
        assert!(parse(text.as_bytes()).is_ok());
        assert_eq!(fault(&format!("\n{}", "[".repeat(DEPTH_LIMIT + 1))), ("file_too_deep", Some(2)));
    }
}
