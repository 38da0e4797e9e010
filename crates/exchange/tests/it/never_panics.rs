//! Whatever the bytes are, the readers answer.

use exchange::ggop::{Decision, Reading, read};
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;

use crate::samples::{example, hjoerring, read_report};

/// One change to a file.
#[derive(Clone, Debug)]
enum Change {
    Put { at: prop::sample::Index, byte: u8 },
    Remove { at: prop::sample::Index, length: usize },
    Repeat { at: prop::sample::Index, length: usize },
    Insert { at: prop::sample::Index, text: &'static str },
}

fn change() -> impl Strategy<Value = Change> {
    let place = any::<prop::sample::Index>;
    prop_oneof![
        (place(), any::<u8>()).prop_map(|(at, byte)| Change::Put { at, byte }),
        (place(), 1..200_usize).prop_map(|(at, length)| Change::Remove { at, length }),
        (place(), 1..200_usize).prop_map(|(at, length)| Change::Repeat { at, length }),
        (place(), prop::sample::select(TOKENS)).prop_map(|(at, text)| Change::Insert { at, text }),
    ]
}

/// Texts that a parser may stumble over.
const TOKENS: &[&str] = &[
    "<",
    ">",
    "</",
    "/>",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    "&",
    "&#",
    "&#x;",
    "&lt;",
    "&nbsp;",
    "<?",
    "?>",
    "\"",
    "'",
    "\0",
    "æ",
    "\u{feff}",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "null",
    "1e999",
    "-",
    "\\u0000",
    "2026-02-30",
    "xmlns=''",
    "<!DOCTYPE a>",
    "<a xmlns:b=''>",
];

impl Change {
    fn apply(&self, bytes: &mut Vec<u8>) {
        if bytes.is_empty() {
            return;
        }
        match self {
            Self::Put { at, byte } => {
                let at = at.index(bytes.len());
                bytes[at] = *byte;
            }
            Self::Remove { at, length } => {
                let at = at.index(bytes.len());
                let end = bytes.len().min(at + length);
                bytes.drain(at..end);
            }
            Self::Repeat { at, length } => {
                let at = at.index(bytes.len());
                let end = bytes.len().min(at + length);
                let piece = bytes[at..end].to_vec();
                bytes.splice(at..at, piece);
            }
            Self::Insert { at, text } => {
                let at = at.index(bytes.len());
                bytes.splice(at..at, text.bytes());
            }
        }
    }
}

/// Reads as both formats and looks at all that comes out.
fn answer(bytes: &[u8]) {
    let reading = read(bytes, &hjoerring());
    let mut said: Vec<String> = reading.findings().iter().map(words).collect();
    match &reading {
        Reading::Refused { findings, .. } => assert!(!findings.is_empty(), "a refusal says why"),
        Reading::Intake { plan, .. } => {
            assert_ne!(reading.decision(), Decision::Reject);
            assert!(serde_json::to_string(plan).is_ok());
        }
    }
    if let Err(findings) = read_report(bytes) {
        assert!(!findings.is_empty(), "a refusal says why");
        said.extend(findings.iter().map(words));
    }
    assert!(said.iter().all(|words| !words.is_empty()));
}

fn words(finding: &exchange::Finding) -> String {
    let language = law::Language::Danish;
    format!("{} {} {}", finding.whereabouts(language), finding.say(language), finding.mend(language))
}

proptest! {
    #![proptest_config(ProptestConfig {
        // Beside this file, so that an input that once failed is tried first ever after.
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("failures"))),
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_bytes_get_an_answer(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        answer(&bytes);
    }

    #[test]
    fn any_text_that_begins_like_a_plan_gets_an_answer(rest in "[<>/a-zæøå&;#\"'= 0-9\\-\\[\\]!]{0,300}") {
        answer(format!("<?xml version=\"1.0\"?><Emessage xmlns=\"urn:oio:medcom:municipality:1.0.4\">{rest}").as_bytes());
    }

    #[test]
    fn a_changed_plan_gets_an_answer(
        file in prop::sample::select(&["genoptraeningsplan.xml", "genoptraeningsplan-barn.xml"][..]),
        changes in prop::collection::vec(change(), 1..8),
    ) {
        let mut bytes = example(file);
        for change in &changes {
            change.apply(&mut bytes);
        }
        answer(&bytes);
    }

    #[test]
    fn a_changed_report_gets_an_answer(
        file in prop::sample::select(&["leveringsrapport-1.json", "leveringsrapport-2.json", "leveringsrapport-3.json"][..]),
        changes in prop::collection::vec(change(), 1..8),
    ) {
        let mut bytes = example(file);
        for change in &changes {
            change.apply(&mut bytes);
        }
        answer(&bytes);
    }
}
