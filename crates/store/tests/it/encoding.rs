//! What is hashed is unambiguous, and what is written as text is read back.

use proptest::collection::vec;
use proptest::prelude::*;
use store::chain::{self, Digest, Head, Header};
use store::{EventName, Json, Position, StreamId, Version, search};

use crate::samples;

/// A header that owns its bytes.
#[derive(Clone, Debug, PartialEq)]
struct Fields {
    texts: [Vec<u8>; 11],
    version: i64,
    position: i64,
    happened_at: Option<Vec<u8>>,
}

impl Fields {
    fn header(&self) -> Header<'_> {
        let [
            municipality,
            stream_kind,
            stream_id,
            name,
            happened_on,
            recorded_at,
            recorded_by,
            role,
            content,
            attachments,
            previous,
        ] = &self.texts;
        Header {
            municipality,
            stream_kind,
            stream_id,
            version: self.version,
            position: self.position,
            name,
            happened_on,
            happened_at: self.happened_at.as_deref(),
            recorded_at,
            recorded_by,
            role,
            content_digest: content,
            attachment_digests: attachments,
            previous,
        }
    }

    /// Reads the bytes by the description in the documentation of `chain` alone.
    fn decode(bytes: &[u8]) -> Self {
        let mut rest = bytes;
        let mut take = |count: usize| {
            let (taken, left) = rest.split_at(count);
            rest = left;
            taken.to_vec()
        };
        let number = |take: &mut dyn FnMut(usize) -> Vec<u8>| i64::from_be_bytes(take(8).try_into().unwrap());
        let text = |take: &mut dyn FnMut(usize) -> Vec<u8>| {
            let length = usize::try_from(number(take)).unwrap();
            take(length)
        };
        assert_eq!(text(&mut take), b"genvej event 1");
        let [municipality, kind, id] = [text(&mut take), text(&mut take), text(&mut take)];
        let [version, position] = [take(8), take(8)].map(|bytes| i64::from_be_bytes(bytes.try_into().unwrap()));
        let [name, happened_on] = [text(&mut take), text(&mut take)];
        let happened_at = (take(1) == [1]).then(|| text(&mut take));
        let [recorded_at, by, role, content, attachments, previous] = std::array::from_fn(|_| text(&mut take));
        assert!(rest.is_empty());
        let texts = [municipality, kind, id, name, happened_on, recorded_at, by, role, content, attachments, previous];
        Self { texts, version, position, happened_at }
    }
}

fn fields() -> impl Strategy<Value = Fields> {
    let bytes = || vec(any::<u8>(), 0..40);
    let texts = proptest::array::uniform11(bytes());
    (texts, any::<i64>(), any::<i64>(), proptest::option::of(bytes()))
        .prop_map(|(texts, version, position, happened_at)| Fields { texts, version, position, happened_at })
}

proptest! {
    #[test]
    fn a_header_is_read_back_from_its_bytes_so_no_two_have_the_same(fields in fields()) {
        prop_assert_eq!(Fields::decode(&fields.header().encode()), fields);
    }

    #[test]
    fn what_moves_from_one_field_to_the_next_changes_the_hash(fields in fields(), from in 0_usize..10) {
        let mut moved = fields.clone();
        let Some(byte) = moved.texts[from].pop() else { return Ok(()) };
        moved.texts[from + 1].insert(0, byte);
        prop_assert_ne!(moved.header().hash(), fields.header().hash());
    }

    #[test]
    fn salt_and_content_do_not_run_into_each_other(salt in vec(any::<u8>(), 1..40), content in vec(any::<u8>(), 0..40)) {
        let (last, shorter) = salt.split_last().unwrap();
        let longer: Vec<u8> = std::iter::once(*last).chain(content.iter().copied()).collect();
        prop_assert_ne!(chain::content_digest(&salt, &content), chain::content_digest(shorter, &longer));
    }

    #[test]
    fn a_digest_is_read_back_from_its_digits(bytes in any::<[u8; 32]>()) {
        let digest = Digest(bytes);
        let json = serde_json::to_string(&digest).unwrap();
        prop_assert_eq!(serde_json::from_str::<Digest>(&json).unwrap(), digest);
    }

    #[test]
    fn no_text_breaks_a_key_or_the_search(text in ".{0,80}") {
        let _ = (StreamId::new(text.clone()), EventName::new(text.clone()), serde_json::from_value::<Digest>(text.clone().into()));
        let words = search::words(&text);
        prop_assert!(words.iter().all(|word| search::words(word) == [word.as_str()]), "{:?}", words);
    }
}

/// Computed by another program from the documentation of `chain`, so that no change goes unseen: chains already written must stay
/// provable.
#[test]
fn the_hash_of_a_known_event_never_changes() {
    let header = Header {
        municipality: b"0860",
        stream_kind: b"case",
        stream_id: b"0412",
        version: 1,
        position: 1,
        name: b"plan_received.v1",
        happened_on: b"2026-03-30",
        happened_at: Some(b"09:04:00"),
        recorded_at: b"2026-03-30T07:04:00.000000000Z",
        recorded_by: b"import",
        role: b"system",
        content_digest: &[1; 32],
        attachment_digests: &[2; 64],
        previous: &Digest::NONE.0,
    };
    assert_eq!(header.hash().to_string(), "66711f95dd786e500ecdce48985bfa103dac652dfce8bbf44b3dd25d2f271f6d");
    let content = chain::content_digest(&[3; 32], b"{}");
    assert_eq!(content.to_string(), "4822f09b92d3eb97f03758243bfe7a024dbe04a59747be3bd588dfc8de683b3d");
    let attachment = chain::attachment_digest(&[3; 32], b"plan.xml", b"application/xml", b"<a/>");
    assert_eq!(attachment.to_string(), "d23ebe275f0372efe22e908f800340bc4adda4d090859aa6f413d490661a8daf");
    let head = Head { stream: samples::case("0412"), version: Version(1), hash: Digest([1; 32]) };
    let root = chain::root(samples::hjoerring(), Position(1), &[head]);
    assert_eq!(root.to_string(), "eccf51c7d9703f2001a135c589a50b7fa03c48d856d05cdc629b239a3b382e0d");
}

#[test]
fn names_are_found_in_whatever_spelling() {
    let same = [
        ("Ågård", "AAGAARD"),
        ("Sørensen", "soerensen"),
        ("Bjärne", "Bjærne"),
        ("A\u{30a}se", "Åse"),
        ("O’Hara", "ohara"),
        ("Zoë", "zoe"),
    ];
    for (one, other) in same {
        assert_eq!(search::words(one), search::words(other), "{one} and {other}");
    }
    assert_eq!(search::words("Anne-Grethe  Ann, anne"), ["ann", "anne", "grethe"]);
}

#[test]
fn keys_are_what_they_say() {
    for name in ["plan_received.v1", "a.v12", "training_held_2.v3"] {
        assert!(EventName::new(name).is_ok(), "{name}");
    }
    for name in [
        "plan_received",
        "plan_received.v0",
        "plan_received.v01",
        "Plan.v1",
        ".v1",
        "plan received.v1",
        "plan.v1x",
        "1a.v1",
        "",
    ] {
        assert!(EventName::new(name).is_err(), "{name}");
    }
    for id in ["", "a b", "æ", "a/b", &"x".repeat(65)] {
        assert!(StreamId::new(id).is_err(), "{id}");
    }
    assert_eq!(
        StreamId::new("a b").unwrap_err().to_string(),
        "`a b` is no stream id: 1 to 64 letters, digits, `-` or `_`"
    );
    assert!(Json::from_bytes(b"{\"a\": 1".to_vec()).is_err());
    assert_eq!(Json::from_bytes(b" {\"a\": 1}".to_vec()).unwrap().as_bytes(), b" {\"a\": 1}", "kept byte for byte");
}
