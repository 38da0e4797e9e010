//! An element's content as plain text: the letter's markup becomes line breaks and blanks.

use super::tree::{Element, Node};

/// The text on one line; nothing where it is blank.
pub(super) fn one_line(element: &Element) -> Option<String> {
    let text = prose(element)?;
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The text with its lines; nothing where it is blank.
///
/// `Break` ends a line, as a line end in the file does: a list that the sender typed loses its meaning on one line. Blanks run
/// together but in `FixedFont`, where columns stand under each other.
pub(super) fn prose(element: &Element) -> Option<String> {
    let mut lines = Lines::default();
    lines.element(element, Blanks::Joined);
    lines.finish()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Blanks {
    Joined,
    Kept,
}

#[derive(Default)]
struct Lines {
    done: Vec<String>,
    current: String,
    /// The current line began at a line end of the file, which may be nothing but the file's layout.
    began_softly: bool,
}

impl Lines {
    fn element(&mut self, element: &Element, blanks: Blanks) {
        for node in &element.content {
            match node {
                Node::Text(text) => self.text(text, blanks),
                Node::Element(markup) => match markup.local.as_str() {
                    "Break" => self.hard_end(),
                    "Space" => self.current.push(' '),
                    "FixedFont" => self.element(markup, Blanks::Kept),
                    // Set apart from the text around it, so on lines of its own.
                    "Center" | "Right" => {
                        self.soft_end();
                        self.element(markup, blanks);
                        self.soft_end();
                    }
                    _ => self.element(markup, blanks),
                },
            }
        }
    }

    fn text(&mut self, text: &str, blanks: Blanks) {
        for (number, piece) in text.split('\n').enumerate() {
            if number > 0 {
                self.soft_end();
            }
            match blanks {
                Blanks::Kept => self.current.push_str(piece),
                Blanks::Joined => self.joined(piece),
            }
        }
    }

    fn joined(&mut self, piece: &str) {
        for character in piece.chars() {
            if !character.is_whitespace() {
                self.current.push(character);
            } else if !self.current.is_empty() && !self.current.ends_with(' ') {
                self.current.push(' ');
            }
        }
    }

    /// A line end of the file: ends a line that has something in it.
    fn soft_end(&mut self) {
        if !self.current.trim().is_empty() {
            self.done.push(std::mem::take(&mut self.current));
            self.began_softly = true;
        }
        self.current.clear();
    }

    /// A line end of the letter: two of them make an empty line, unless the file's layout made the first.
    fn hard_end(&mut self) {
        if !(self.began_softly && self.current.trim().is_empty()) {
            self.done.push(std::mem::take(&mut self.current));
        }
        self.current.clear();
        self.began_softly = false;
    }

    fn finish(mut self) -> Option<String> {
        self.done.push(self.current);
        let text = self.done.iter().map(|line| line.trim_end()).collect::<Vec<_>>().join("\n");
        let text = text.trim_matches('\n').trim_end();
        (!text.is_empty()).then(|| text.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ggop::tree::parse;

    fn plain(xml: &str) -> Option<String> {
        prose(&parse(xml).root.unwrap())
    }

    #[test]
    fn markup_becomes_lines() {
        let xml = "<t><Bold>Forløb</Bold><Break/><Italic>Operation</Italic> den <Underline>17-11-2026</Underline>.<Break/>\
                   <FixedFont>Hb  7,1<Break/>CRP 34</FixedFont><Space/><Center>Vægtbæring: fuld</Center></t>";
        assert_eq!(plain(xml).unwrap(), "Forløb\nOperation den 17-11-2026.\nHb  7,1\nCRP 34\nVægtbæring: fuld");
    }

    #[test]
    fn the_layout_of_the_file_makes_no_empty_lines() {
        assert_eq!(
            plain("<t>\n   Går  med rollator.<Break/>\n   Hjælp til bad.\n  </t>").unwrap(),
            "Går med rollator.\nHjælp til bad."
        );
        assert_eq!(plain("<t>Første\n<Break/>\nanden</t>").unwrap(), "Første\nanden");
    }

    #[test]
    fn an_empty_line_that_the_sender_made_is_kept() {
        assert_eq!(plain("<t>Først<Break/><Break/>så</t>").unwrap(), "Først\n\nså");
    }

    #[test]
    fn a_list_that_was_typed_keeps_its_lines() {
        assert_eq!(plain("<t>- gang\r\n- balance</t>").unwrap(), "- gang\n- balance");
        assert_eq!(one_line(&parse("<t>Test\n  Terapeut</t>").root.unwrap()).unwrap(), "Test Terapeut");
    }

    #[test]
    fn a_blank_text_is_none() {
        assert_eq!(plain("<t> \n <Break/></t>"), None);
        assert_eq!(plain("<t/>"), None);
    }
}
