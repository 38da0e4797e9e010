//! Text to a tree of elements, with the line of each.
//!
//! Whatever goes wrong, what was whole before it is kept: a receipt can then name the message that it refuses.

use quick_xml::errors::{Error as XmlError, IllFormedError, SyntaxError};
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};
use quick_xml::reader::NsReader;

use super::decode::may_stand_in_xml;
use crate::file::{Breach, DEPTH_LIMIT, ELEMENT_LIMIT, Problem};
use crate::{Finding, Place, Problem as Any};

/// The namespace of the root and of some elements.
pub(super) const ROOT_NAMESPACE: &str = "urn:oio:medcom:municipality:1.0.4";
/// The namespace of other elements. Which element has which is irregular, so either is taken.
const BASE_NAMESPACE: &str = "urn:oio:medcom:municipality:1.0.0";

/// An element and what is in it.
#[derive(Debug)]
pub(super) struct Element {
    /// The name without its prefix.
    pub(super) local: String,
    /// The namespace as the file writes it; empty where there is none.
    pub(super) namespace: String,
    /// The line of its start tag.
    pub(super) line: usize,
    pub(super) content: Vec<Node>,
}

/// A part of an element's content.
#[derive(Debug)]
pub(super) enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    /// Whether it is in one of the two namespaces of a rehabilitation plan.
    pub(super) fn is_medcom(&self) -> bool {
        self.namespace == ROOT_NAMESPACE || self.namespace == BASE_NAMESPACE
    }

    /// The elements directly in it, in either namespace of the plan.
    pub(super) fn elements(&self) -> impl Iterator<Item = &Self> {
        self.content.iter().filter_map(|node| match node {
            Node::Element(element) if element.is_medcom() => Some(element),
            Node::Element(_) | Node::Text(_) => None,
        })
    }
}

/// A tree, perhaps in part, and what is wrong with the file.
#[derive(Debug)]
pub(super) struct Parsed {
    pub(super) root: Option<Element>,
    pub(super) faults: Vec<Finding>,
}

/// Parses a whole text. Follows no DOCTYPE and no entity but the five of XML; both make the file refused.
pub(super) fn parse(text: &str) -> Parsed {
    let mut builder =
        Builder { text, counted_to: 0, line: 1, open: Vec::new(), root: None, elements: 0, faults: Vec::new() };
    let mut reader = NsReader::from_str(text);
    let mut position = 0;
    while let Some(event) = builder.unless_broken(&mut reader, position) {
        builder.advance(position);
        if builder.take(&reader, event).is_err() {
            break;
        }
        position = reader.buffer_position();
    }
    builder.close()
}

/// Says that parsing stops here. What is wrong stands among the faults.
struct Stop;

struct Builder<'a> {
    text: &'a str,
    /// Lines are counted up to here.
    counted_to: usize,
    line: usize,
    open: Vec<Element>,
    root: Option<Element>,
    elements: usize,
    faults: Vec<Finding>,
}

impl<'a> Builder<'a> {
    /// The next event; nothing at the end, or where the text is no XML.
    fn unless_broken(&mut self, reader: &mut NsReader<&'a [u8]>, position: u64) -> Option<Event<'a>> {
        match reader.read_event() {
            Ok(Event::Eof) => {
                if !self.open.is_empty() {
                    self.advance(position);
                    self.fault(Problem::Truncated);
                }
                None
            }
            Ok(event) => Some(event),
            Err(error) => {
                self.advance(reader.error_position());
                self.fault(problem(&error));
                None
            }
        }
    }

    fn take(&mut self, reader: &NsReader<&'a [u8]>, event: Event<'a>) -> Result<(), Stop> {
        match event {
            Event::Start(tag) => self.start(reader, &tag),
            Event::Empty(tag) => self.start(reader, &tag).map(|()| self.end()),
            Event::End(_) => {
                self.end();
                Ok(())
            }
            Event::Text(text) => self.text(&text.xml10_content()),
            Event::CData(text) => self.text(&text.xml10_content()),
            Event::GeneralRef(reference) => self.reference(&reference),
            Event::DocType(_) => {
                self.fault(Problem::Doctype);
                Ok(())
            }
            Event::Decl(_) if self.counted_to > 0 => self.stop(Problem::Malformed(Breach::Declaration)),
            Event::Decl(_) | Event::Comment(_) | Event::PI(_) | Event::Eof => Ok(()),
        }
    }

    fn start(&mut self, reader: &NsReader<&'a [u8]>, tag: &BytesStart<'_>) -> Result<(), Stop> {
        if tag.attributes().any(|attribute| attribute.is_err()) {
            return self.stop(Problem::Malformed(Breach::Attribute));
        }
        if self.open.is_empty() && self.root.is_some() {
            return self.stop(Problem::Malformed(Breach::SecondRoot));
        }
        if self.open.len() == DEPTH_LIMIT {
            return self.stop(Problem::TooDeep);
        }
        if self.elements == ELEMENT_LIMIT {
            return self.stop(Problem::TooLarge);
        }
        self.elements += 1;
        let (namespace, local) = reader.resolver().resolve_element(tag.name());
        let namespace = match namespace {
            ResolveResult::Bound(Namespace(name)) => name.to_owned(),
            ResolveResult::Unbound => String::new(),
            ResolveResult::Unknown(prefix) => {
                return self.stop(Problem::Malformed(Breach::UnknownPrefix { prefix }));
            }
        };
        self.open.push(Element { local: local.as_ref().to_owned(), namespace, line: self.line, content: Vec::new() });
        Ok(())
    }

    /// Closes the innermost element. The parser has seen to it that the tags match.
    fn end(&mut self) {
        let Some(element) = self.open.pop() else { return };
        match self.open.last_mut() {
            Some(parent) => parent.content.push(Node::Element(element)),
            None => self.root = Some(element),
        }
    }

    fn text(&mut self, text: &str) -> Result<(), Stop> {
        match self.open.last_mut() {
            Some(element) => {
                // References split a text in pieces; together again they are one.
                if let Some(Node::Text(before)) = element.content.last_mut() {
                    before.push_str(text);
                } else {
                    element.content.push(Node::Text(text.to_owned()));
                }
                Ok(())
            }
            None if text.trim().is_empty() => Ok(()),
            None => self.stop(Problem::Malformed(Breach::TextOutside)),
        }
    }

    fn reference(&mut self, reference: &BytesRef<'_>) -> Result<(), Stop> {
        match reference.resolve_char_ref() {
            Ok(Some(character)) if may_stand_in_xml(character) => return self.text(character.encode_utf8(&mut [0; 4])),
            Ok(Some(character)) => {
                return self.stop(Problem::ForbiddenCharacter { code_point: u32::from(character) });
            }
            Ok(None) => {}
            Err(_) => return self.stop(Problem::Malformed(Breach::Reference)),
        }
        let name = reference.xml10_content();
        match &*name {
            "amp" => self.text("&"),
            "lt" => self.text("<"),
            "gt" => self.text(">"),
            "quot" => self.text("\""),
            "apos" => self.text("'"),
            _ => {
                // One is enough to refuse the file; a thousand would say no more.
                if !self.faults.iter().any(|fault| fault.code() == "file_entity") {
                    self.fault(Problem::Entity { name: name.into_owned() });
                }
                Ok(())
            }
        }
    }

    /// Counts the lines up to a byte of the text.
    fn advance(&mut self, position: u64) {
        let position = usize::try_from(position).unwrap_or(self.text.len()).min(self.text.len());
        if let Some(passed) = self.text.as_bytes().get(self.counted_to..position) {
            self.line += passed.split(|byte| *byte == b'\n').count() - 1;
            self.counted_to = position;
        }
    }

    fn fault(&mut self, problem: Problem) {
        let path = self.open.iter().map(|element| element.local.as_str()).collect::<Vec<_>>().join("/");
        self.faults.push(Any::from(problem).at(Place { line: Some(self.line), path }));
    }

    fn stop(&mut self, problem: Problem) -> Result<(), Stop> {
        self.fault(problem);
        Err(Stop)
    }

    /// What there is. Elements still open lose their text, since it may have been cut; what is whole in them stays.
    fn close(mut self) -> Parsed {
        while let Some(element) = self.open.last_mut() {
            element.content.retain(|node| matches!(node, Node::Element(_)));
            self.end();
        }
        if self.root.is_none() && self.faults.is_empty() {
            self.fault(Problem::Truncated);
        }
        Parsed { root: self.root, faults: self.faults }
    }
}

fn problem(error: &XmlError) -> Problem {
    match error {
        XmlError::Syntax(
            SyntaxError::UnclosedPI
            | SyntaxError::UnclosedXmlDecl
            | SyntaxError::UnclosedComment
            | SyntaxError::UnclosedDoctype
            | SyntaxError::UnclosedCData
            | SyntaxError::UnclosedTag
            | SyntaxError::UnclosedSingleQuotedAttributeValue
            | SyntaxError::UnclosedDoubleQuotedAttributeValue,
        )
        | XmlError::IllFormed(IllFormedError::MissingEndTag(_)) => Problem::Truncated,
        other => Problem::Malformed(breach(other)),
    }
}

fn breach(error: &XmlError) -> Breach {
    match error {
        XmlError::IllFormed(
            IllFormedError::UnmatchedEndTag(found) | IllFormedError::MismatchedEndTag { found, .. },
        ) => Breach::WrongEndTag { found: found.clone() },
        XmlError::IllFormed(IllFormedError::MissingDeclVersion(_) | IllFormedError::UnknownVersion) => {
            Breach::Declaration
        }
        XmlError::IllFormed(IllFormedError::UnclosedReference) | XmlError::Escape(_) => Breach::Reference,
        XmlError::InvalidAttr(_) => Breach::Attribute,
        other => Breach::Other { parser: other.to_string() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str) -> Vec<(&'static str, Option<usize>)> {
        parse(text).faults.iter().map(|fault| (fault.code(), fault.place.line)).collect()
    }

    #[test]
    fn an_element_knows_its_line_and_its_namespace() {
        let parsed = parse("<?xml version='1.0'?>\n<a xmlns='urn:x'>\n <b:c xmlns:b='urn:y'>text</b:c>\n</a>");
        let root = parsed.root.unwrap();
        assert_eq!((root.local.as_str(), root.namespace.as_str(), root.line), ("a", "urn:x", 2));
        let Node::Element(inner) = &root.content[1] else { panic!("the blank before it is text") };
        assert_eq!((inner.local.as_str(), inner.namespace.as_str(), inner.line), ("c", "urn:y", 3));
    }

    #[test]
    fn references_to_characters_and_the_five_entities_are_text() {
        let parsed = parse("<a>&#xE6;&amp;&#229;<![CDATA[<b>]]></a>");
        let Node::Text(text) = &parsed.root.unwrap().content[0] else { panic!("one text") };
        assert_eq!(text, "æ&å<b>");
    }

    #[test]
    fn what_is_no_xml_is_refused_where_it_breaks() {
        assert_eq!(codes("<a>\n<b></a>"), [("file_malformed", Some(2))]);
        assert_eq!(codes("<a/>\n<b/>"), [("file_malformed", Some(2))]);
        assert_eq!(codes("{\"a\": 1}"), [("file_malformed", Some(1))]);
        assert_eq!(codes("<a>\n<x:b/></a>"), [("file_malformed", Some(2))]);
        assert_eq!(codes("<a b='1' b='2'/>"), [("file_malformed", Some(1))]);
        assert_eq!(codes("<a>\n&#0;</a>"), [("file_malformed", Some(2))]);
        assert_eq!(codes("<a>\n&#x1;</a>"), [("file_forbidden_character", Some(2))]);
        assert_eq!(codes("<!-- nothing -->"), [("file_truncated", Some(1))]);
    }

    #[test]
    fn no_entity_is_followed_however_often_it_stands_there() {
        let bomb = "<!DOCTYPE a [<!ENTITY x 'y'>]>\n<a>&x;&x;&x;</a>";
        assert_eq!(codes(bomb), [("file_doctype", Some(1)), ("file_entity", Some(2))]);
    }

    #[test]
    fn nesting_and_number_have_a_limit() {
        let nested = "<a>".repeat(DEPTH_LIMIT + 1);
        assert_eq!(codes(&nested)[0].0, "file_too_deep");
        let many = format!("<a>{}</a>", "<b/>".repeat(ELEMENT_LIMIT));
        assert_eq!(codes(&many)[0].0, "file_too_large");
    }

    #[test]
    fn what_was_whole_before_the_break_is_kept_and_what_was_cut_is_not() {
        let parsed = parse("<a>\n<b>whole</b>\n<c>cu");
        let root = parsed.root.unwrap();
        assert_eq!(parsed.faults[0].code(), "file_truncated");
        let inner: Vec<_> =
            root.content.iter().map(|node| matches!(node, Node::Element(e) if e.content.is_empty())).collect();
        assert_eq!(inner, [false, true], "b has its text, c has lost it");
    }
}
