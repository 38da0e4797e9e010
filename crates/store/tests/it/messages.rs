//! Every message to people, in both languages, in one place, so that somebody who writes well can read them all.

use std::fmt::Write;

use case::{CaseId, Refusal};
use law::Language;
use store::audit::{List, ListFault};
use store::batch::ContentRemoved;
use store::checkpoint::{self, Checkpoint, CheckpointError, Difference};
use store::verify::{At, Fault};
use store::{
    AppendError, CasesError, Expected, IdempotencyKey, Position, RemovalError, StoreError, Unreadable, UnreadableCase,
    Version,
};

use crate::samples::case;

fn both(all: impl IntoIterator<Item = impl Fn(Language) -> String>) -> String {
    let mut text = String::new();
    for say in all {
        writeln!(text, "{}\n{}\n", say(Language::Danish), say(Language::English)).unwrap();
    }
    text
}

#[test]
fn what_the_store_says_when_it_cannot() {
    let place = || "/var/lib/genvej/genvej.db".to_owned();
    let detail = || "database disk image is malformed".to_owned();
    let errors = [
        StoreError::Absent { place: place() },
        StoreError::Unreachable { place: place() },
        StoreError::NotADatabase { place: place() },
        StoreError::AnotherProgram { place: place() },
        StoreError::Newer { place: place(), found: 7, known: 3 },
        StoreError::OtherMigration { place: place(), number: 2 },
        StoreError::Full { place: place() },
        StoreError::Locked { place: place() },
        StoreError::ReadOnly { place: place() },
        StoreError::Device { place: place(), detail: "disk I/O error".to_owned() },
        StoreError::Damaged { place: place(), detail: detail() },
        StoreError::NoRandomness { detail: "not ready".to_owned() },
        StoreError::Other { place: place(), detail: "out of memory".to_owned() },
    ];
    insta::assert_snapshot!(both(errors.iter().map(|error| |language| error.say(language))));
}

#[test]
fn what_the_store_says_when_it_refuses() {
    let conflict =
        AppendError::Conflict { stream: case("0412"), expected: Expected::At(Version(3)), actual: Some(Version(4)) };
    let appends = [conflict, AppendError::OtherViews, AppendError::Empty, AppendError::Reserved(ContentRemoved::NAME)];
    let removals = [
        RemovalError::NoSuchEvent(Position(7)),
        RemovalError::NothingThere(Position(7)),
        RemovalError::IsADecision(Position(7)),
        RemovalError::Conflict { stream: case("0412"), expected: Expected::At(Version(3)), actual: None },
    ];
    let shape = Checkpoint::from_json("{}").unwrap_err();
    let appends = both(appends.iter().map(|error| |language| error.say(language)));
    let removals = both(removals.iter().map(|error| |language| error.say(language)));
    let checkpoints = both([shape, CheckpointError::Root].iter().map(|error| |language| error.say(language)));
    insta::assert_snapshot!([appends, removals, checkpoints].concat());
}

#[test]
fn what_the_cases_say_when_they_cannot() {
    let case = || CaseId::new(2026, 412);
    let unreadable = |why| CasesError::from(UnreadableCase { case: case().to_string(), why });
    let errors = [
        CasesError::NoCase(case()),
        CasesError::Refused(Refusal::NoStartLimit),
        CasesError::Conflict(case()),
        unreadable(Unreadable::PlanRemoved),
        unreadable(Unreadable::NobodyNamed),
        unreadable(Unreadable::NotUnderstood("unknown event later.v1".to_owned())),
        CasesError::Crowded,
        CasesError::Unwritable { event: "plan_received.v1".to_owned(), fault: "key must be a string".to_owned() },
        AppendError::Empty.into(),
        AppendError::Reserved(ContentRemoved::NAME).into(),
        AppendError::Store(StoreError::Full { place: "/var/lib/genvej/genvej.db".to_owned() }).into(),
        IdempotencyKey::new("").unwrap_err().into(),
    ];
    insta::assert_snapshot!(both(errors.iter().map(|error| |language| error.say(language))));
}

#[test]
fn what_a_verification_says() {
    let at = || At { municipality: "0860".to_owned(), stream: "case/0412".to_owned(), version: 3, position: 17 };
    let hole = |last| Fault::Hole { municipality: "0860".to_owned(), first: 17, last };
    let faults = [
        Fault::Header(at()),
        Fault::Link(at()),
        Fault::MissingBefore(at()),
        hole(17),
        hole(21),
        Fault::Content(at()),
        Fault::ContentGone(at()),
        Fault::ContentBack(at()),
        Fault::Attachment(at(), 1),
        Fault::AttachmentGone(at(), 1),
        Fault::AttachmentTooMany(at(), 2),
        Fault::Unreadable(at()),
        Fault::Stray { municipality: "0860".to_owned(), position: 17 },
        Fault::Database("row 3 missing from index event_by_position".to_owned()),
    ];
    insta::assert_snapshot!(both(faults.iter().map(|fault| |language| fault.say(language))));
}

#[test]
fn what_lists_that_differ_say() {
    let of = || "2026-0412".to_owned();
    let faults = [
        ListFault::Missing { list: List::Cases, of: of() },
        ListFault::TooMuch { list: List::Worklist, of: of() },
        ListFault::Changed { list: List::Inbox, of: of() },
        ListFault::Missing { list: List::Words, of: of() },
        ListFault::Changed { list: List::Persons, of: "P2026-0412".to_owned() },
        ListFault::MarkGone { case: of() },
    ];
    insta::assert_snapshot!(both(faults.iter().map(|fault| |language| fault.say(language))));
}

#[test]
fn what_a_comparison_with_a_checkpoint_says() {
    let stream = || case("0412");
    let differences = [
        Difference::FewerEvents { then: 100, now: 97 },
        Difference::StreamGone { stream: stream(), then: Version(4) },
        Difference::TailGone { stream: stream(), then: Version(4), now: Version(2) },
        Difference::HistoryChanged { stream: stream(), at: Version(4) },
        Difference::Inserted { stream: stream(), at: Version(4) },
    ];
    let said = both(differences.iter().map(|difference| |language| difference.say(language)));
    let limits = both([|language| checkpoint::limits(language).to_owned()]);
    insta::assert_snapshot!(said + &limits);
}

/// What goes to logs names keys and places, and nothing that a case says.
#[test]
fn what_goes_to_logs() {
    let conflict = AppendError::Conflict { stream: case("0412"), expected: Expected::New, actual: Some(Version(4)) };
    assert_eq!(conflict.to_string(), "case/0412 was expected at no event, and is at version 4");
}
