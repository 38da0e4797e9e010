//! Deciding on what was just read, and recording on it: where the record has moved on meanwhile, nothing is recorded that doesn't fit.

use store::view::ViewChange;
use store::{AppendError, Appended, Batch, CaseToWrite, Expected, Log, Position, Stream, Version};

use crate::fresh::Fresh;
use crate::samples::{self, batch, case, hjoerring, id, key};

super::promises! {
    a_case_and_its_person_are_read_together,
    what_was_decided_on_a_reading_is_recorded_after_it,
    a_reading_that_another_case_outdated_is_as_good,
    a_reading_that_the_case_itself_outdated_is_refused,
    a_key_seen_before_answers_to_a_fresh_reading_too,
    a_guarded_stream_is_looked_at_whatever_was_read,
}

/// The case 0412 of the person p-0412, with two events and one; another case and its person besides.
async fn recorded(store: &impl Fresh) {
    for name in ["0398", "0412"] {
        let person = id(&format!("p-{name}"));
        let mut row = samples::case_row(name, "Nancy Ann Test Berggren", Vec::new());
        row.person = person.clone();
        let opening = Batch::new(hjoerring())
            .append(case(name), Expected::New, vec![samples::plan_received(), samples::citizen_contacted()])
            .append(Stream::person(person), Expected::New, vec![samples::call_written_down_later()])
            .view(ViewChange::Case(row));
        store.append(&opening).await.unwrap();
    }
}

async fn read(store: &impl Fresh) -> CaseToWrite {
    store.read_to_write(hjoerring(), &id("0412")).await.unwrap().unwrap()
}

/// An offer in case 0412, decided on a reading.
fn offer(read: &CaseToWrite) -> Batch {
    Batch::new(hjoerring())
        .append(case("0412"), Expected::At(Version(2)), vec![samples::start_offered()])
        .having_seen(read.seen.clone())
}

async fn a_case_and_its_person_are_read_together(store: impl Fresh) {
    recorded(&store).await;
    let read = read(&store).await;
    assert_eq!(read.case, store.read(hjoerring(), &case("0412")).await.unwrap());
    assert_eq!(read.person, store.read(hjoerring(), &Stream::person(id("p-0412"))).await.unwrap());
    assert_eq!(read.seen.last, Position(6));
    let checkpoint = store.checkpoint(hjoerring(), samples::noon()).await.unwrap();
    assert!(read.seen.heads.iter().all(|head| checkpoint.streams.contains(head)), "{:?}", read.seen.heads);
    assert_eq!(read.seen.heads.len(), 2);

    assert_eq!(store.read_to_write(hjoerring(), &id("0413")).await.unwrap(), None);
    assert_eq!(store.read_to_write(samples::broenderslev(), &id("0412")).await.unwrap(), None);
}

async fn what_was_decided_on_a_reading_is_recorded_after_it(store: impl Fresh) {
    recorded(&store).await;
    let read = read(&store).await;
    assert_eq!(store.append(&offer(&read)).await.unwrap(), Appended::Now(Position(7)));
    assert!(store.verify(|_| ()).await.unwrap().is_sound());
}

async fn a_reading_that_another_case_outdated_is_as_good(store: impl Fresh) {
    recorded(&store).await;
    let read = read(&store).await;
    store.append(&batch(case("0398"), vec![samples::citizen_contacted()])).await.unwrap();
    assert_eq!(store.append(&offer(&read)).await.unwrap(), Appended::Now(Position(8)));
    assert!(store.verify(|_| ()).await.unwrap().is_sound());
}

async fn a_reading_that_the_case_itself_outdated_is_refused(store: impl Fresh) {
    recorded(&store).await;
    let read = read(&store).await;
    store.append(&batch(case("0412"), vec![samples::citizen_contacted()])).await.unwrap();
    let refused = store.append(&offer(&read)).await.unwrap_err();
    let conflict =
        AppendError::Conflict { stream: case("0412"), expected: Expected::At(Version(2)), actual: Some(Version(3)) };
    assert_eq!(refused, conflict);
    assert_eq!(store.events(hjoerring()).await.unwrap(), 7, "nothing of the offer was recorded");
    store.append(&batch(case("0412"), vec![samples::start_offered()])).await.unwrap();
    assert!(store.verify(|_| ()).await.unwrap().is_sound());
}

async fn a_key_seen_before_answers_to_a_fresh_reading_too(store: impl Fresh) {
    recorded(&store).await;
    let first = offer(&read(&store).await).keyed(key("form-1"));
    assert_eq!(store.append(&first).await.unwrap(), Appended::Now(Position(7)));
    let again = Batch::new(hjoerring())
        .append(case("0412"), Expected::At(Version(3)), vec![samples::start_offered()])
        .keyed(key("form-1"))
        .having_seen(read(&store).await.seen);
    assert_eq!(store.append(&again).await.unwrap(), Appended::Before(Position(7)));
    assert_eq!(store.events(hjoerring()).await.unwrap(), 7);
}

async fn a_guarded_stream_is_looked_at_whatever_was_read(store: impl Fresh) {
    recorded(&store).await;
    let read = read(&store).await;
    let person = Stream::person(id("p-0412"));
    let guarded = offer(&read).append(person.clone(), Expected::At(Version(1)), Vec::new());
    store.append(&batch(person, vec![samples::citizen_contacted()])).await.unwrap();
    assert!(matches!(store.append(&guarded).await.unwrap_err(), AppendError::Conflict { .. }));
    assert_eq!(store.events(hjoerring()).await.unwrap(), 7);
}
