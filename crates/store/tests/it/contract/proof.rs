//! Chains, removals and checkpoints.

use store::checkpoint::{Checkpoint, CheckpointError, Difference};
use store::verify::{Fault, Verification};
use store::{Batch, Content, Expected, Log, Position, Removal, RemovalError, RemovalScope, Version};

use crate::fresh::Fresh;
use crate::samples::{self, batch, case, hjoerring, noon};

super::promises! {
    an_untouched_record_is_sound,
    a_flipped_byte_anywhere_is_found,
    a_version_or_position_moved_is_found,
    a_header_turned_into_no_text_is_found,
    an_event_taken_away_from_the_middle_is_found,
    events_swapped_between_streams_are_found,
    a_content_taken_away_without_a_decision_is_found,
    a_removed_tail_is_found_only_with_a_checkpoint,
    a_removed_stream_is_found_with_a_checkpoint,
    history_written_anew_is_found_with_a_checkpoint,
    events_put_in_backwards_in_time_are_found_with_a_checkpoint,
    what_is_recorded_later_is_no_difference,
    a_checkpoint_survives_its_file_and_no_change_of_it,
    removed_content_is_gone_and_the_chain_still_proves,
    attachments_go_alone_when_only_they_are_to_go,
    removed_content_put_back_is_found,
    a_removal_names_what_stands_in_the_way,
    a_removal_decided_on_an_old_reading_is_refused,
    a_record_of_two_municipalities_is_proved_whole,
}

/// Three streams; the second has an attachment, the last stands last in the record.
async fn recorded(store: &impl Fresh) {
    for (stream, event) in [
        ("0398", samples::citizen_contacted()),
        ("0412", samples::plan_received()),
        ("0412", samples::call_written_down_later()),
        ("0398", samples::start_offered()),
        ("0430", samples::citizen_contacted()),
        ("0430", samples::start_offered()),
    ] {
        store.append(&batch(case(stream), vec![event])).await.unwrap();
    }
}

async fn proved(store: &impl Fresh) -> Verification {
    store.verify(|_| ()).await.unwrap()
}

async fn an_untouched_record_is_sound(store: impl Fresh) {
    recorded(&store).await;
    let mut told = 0;
    let found = store.verify(|events| told = events).await.unwrap();
    assert_eq!(found, Verification { events: 6, streams: 3, ..Verification::default() });
    assert_eq!(told, 6);
}

/// Every byte of every column that the chain covers, in a row that has something in each.
async fn a_flipped_byte_anywhere_is_found(store: impl Fresh) {
    recorded(&store).await;
    let texts = "municipality stream_kind stream_id name happened_on happened_at recorded_at recorded_by role";
    for column in texts.split(' ') {
        flip_each_byte(&store, "event", column, "TEXT", Position(3)).await;
    }
    for column in ["content_digest", "previous", "hash"] {
        flip_each_byte(&store, "event", column, "BLOB", Position(3)).await;
    }
    flip_each_byte(&store, "event", "attachment_digests", "BLOB", Position(2)).await;
    for column in ["salt", "content"] {
        flip_each_byte(&store, "event_content", column, "BLOB", Position(3)).await;
    }
    for (column, kind) in [("salt", "BLOB"), ("name", "TEXT"), ("media_type", "TEXT"), ("document", "BLOB")] {
        flip_each_byte(&store, "attachment", column, kind, Position(2)).await;
    }
    assert!(proved(&store).await.is_sound(), "everything is as it was");
}

async fn flip_each_byte(store: &impl Fresh, table: &str, column: &str, kind: &str, Position(position): Position) {
    let written = store.bytes(&format!("SELECT CAST({column} AS BLOB) FROM {table} WHERE position = {position}")).await;
    assert!(!written.is_empty(), "{table}.{column}");
    for at in 0..written.len() {
        let mut flipped = written.clone();
        flipped[at] ^= 1;
        for (bytes, sound) in [(&flipped, false), (&written, true)] {
            let hex = bytes.iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"));
            store
                .tamper(&format!("UPDATE {table} SET {column} = CAST(x'{hex}' AS {kind}) WHERE position = {position}"))
                .await;
            if !sound {
                assert!(!proved(store).await.is_sound(), "byte {at} of {table}.{column}");
            }
        }
    }
}

async fn a_version_or_position_moved_is_found(store: impl Fresh) {
    recorded(&store).await;
    for column in ["version", "position"] {
        let moved = |by: i64| {
            format!(
                "UPDATE event SET {column} = {column} + {by} WHERE stream_id = '0412' AND name = 'plan_received.v1'"
            )
        };
        store.tamper(&moved(1 << 20)).await;
        assert!(!proved(&store).await.is_sound(), "{column}");
        store.tamper(&moved(-(1 << 20))).await;
        assert!(proved(&store).await.is_sound(), "{column}");
    }
}

async fn a_header_turned_into_no_text_is_found(store: impl Fresh) {
    recorded(&store).await;
    store.tamper("UPDATE event SET stream_id = CAST(x'ff00fe' AS TEXT) WHERE position = 3").await;
    let found = proved(&store).await;
    assert!(!found.is_sound());
    assert_eq!(found.events, 6, "the walk goes on behind it");
}

async fn an_event_taken_away_from_the_middle_is_found(store: impl Fresh) {
    recorded(&store).await;
    store.tamper("DELETE FROM event WHERE position = 2; DELETE FROM event_content WHERE position = 2").await;
    let faults = proved(&store).await.faults;
    assert!(
        faults.iter().any(|fault| matches!(fault, Fault::MissingBefore(at) if at.stream == "case/0412")),
        "{faults:?}"
    );
    assert!(faults.contains(&Fault::Hole { municipality: "0860".to_owned(), first: 2, last: 2 }), "{faults:?}");
    assert!(faults.contains(&Fault::Stray { municipality: "0860".to_owned(), position: 2 }), "its document is left");
}

async fn events_swapped_between_streams_are_found(store: impl Fresh) {
    recorded(&store).await;
    let swap =
        "UPDATE event SET stream_id = CASE position WHEN 4 THEN '0430' ELSE '0398' END, version = 2 + (position = 4)
        WHERE position IN (4, 6);";
    store.tamper(swap).await;
    let faults = proved(&store).await.faults;
    assert!(faults.iter().any(|fault| matches!(fault, Fault::Header(_))), "{faults:?}");
}

async fn a_content_taken_away_without_a_decision_is_found(store: impl Fresh) {
    recorded(&store).await;
    store.tamper("DELETE FROM event_content WHERE position = 2; DELETE FROM attachment WHERE position = 2").await;
    let faults = proved(&store).await.faults;
    assert!(matches!(&faults[..], [Fault::ContentGone(_), Fault::AttachmentGone(_, 1)]), "{faults:?}");
}

/// The last events of all leave nothing behind that could tell of them.
async fn take_the_tail(store: &impl Fresh) {
    store.tamper("DELETE FROM event WHERE position = 6; DELETE FROM event_content WHERE position = 6").await;
}

async fn a_removed_tail_is_found_only_with_a_checkpoint(store: impl Fresh) {
    recorded(&store).await;
    let checkpoint = store.checkpoint(hjoerring(), noon()).await.unwrap();
    assert_eq!(store.compare(&checkpoint).await.unwrap(), []);
    take_the_tail(&store).await;

    assert!(proved(&store).await.is_sound(), "the chain that is left is sound");
    let tail_gone = Difference::TailGone { stream: case("0430"), then: Version(2), now: Version(1) };
    assert_eq!(store.compare(&checkpoint).await.unwrap(), [Difference::FewerEvents { then: 6, now: 5 }, tail_gone]);
}

async fn a_removed_stream_is_found_with_a_checkpoint(store: impl Fresh) {
    recorded(&store).await;
    let checkpoint = store.checkpoint(hjoerring(), noon()).await.unwrap();
    store.tamper("DELETE FROM event WHERE stream_id = '0430'; DELETE FROM event_content WHERE position > 4").await;

    assert!(proved(&store).await.is_sound(), "it was the record's end");
    let stream_gone = Difference::StreamGone { stream: case("0430"), then: Version(2) };
    assert_eq!(store.compare(&checkpoint).await.unwrap(), [Difference::FewerEvents { then: 6, now: 4 }, stream_gone]);
}

async fn history_written_anew_is_found_with_a_checkpoint(store: impl Fresh) {
    recorded(&store).await;
    let checkpoint = store.checkpoint(hjoerring(), noon()).await.unwrap();
    take_the_tail(&store).await;
    store.append(&batch(case("0430"), vec![samples::call_written_down_later()])).await.unwrap();

    assert!(proved(&store).await.is_sound(), "fresh hashes are sound");
    let changed = Difference::HistoryChanged { stream: case("0430"), at: Version(2) };
    assert_eq!(store.compare(&checkpoint).await.unwrap(), [changed]);
}

async fn events_put_in_backwards_in_time_are_found_with_a_checkpoint(store: impl Fresh) {
    recorded(&store).await;
    let checkpoint = store.checkpoint(hjoerring(), noon()).await.unwrap();
    take_the_tail(&store).await;
    store.append(&batch(case("made-up"), vec![samples::plan_received()])).await.unwrap();

    let differences = store.compare(&checkpoint).await.unwrap();
    assert!(differences.contains(&Difference::Inserted { stream: case("made-up"), at: Version(1) }), "{differences:?}");
}

async fn what_is_recorded_later_is_no_difference(store: impl Fresh) {
    recorded(&store).await;
    let checkpoint = store.checkpoint(hjoerring(), noon()).await.unwrap();
    store.append(&batch(case("0430"), vec![samples::citizen_contacted()])).await.unwrap();
    store.append(&batch(case("0500"), vec![samples::plan_received()])).await.unwrap();
    assert_eq!(store.compare(&checkpoint).await.unwrap(), []);
    let later = store.checkpoint(hjoerring(), noon()).await.unwrap();
    assert_ne!(later.root, checkpoint.root);
}

async fn a_checkpoint_survives_its_file_and_no_change_of_it(store: impl Fresh) {
    recorded(&store).await;
    let checkpoint = store.checkpoint(hjoerring(), noon()).await.unwrap();
    let file = checkpoint.to_json().unwrap();
    assert_eq!(Checkpoint::from_json(&file).unwrap(), checkpoint);
    assert_eq!(file.lines().count(), 1 + checkpoint.streams.len() + 1, "a stream a line");

    let cut: String = file.lines().filter(|line| !line.contains("0398")).collect();
    assert!(matches!(Checkpoint::from_json(&cut), Err(CheckpointError::Root)), "{cut}");
    let fewer = file.replace("\"events\":6", "\"events\":5");
    assert!(matches!(Checkpoint::from_json(&fewer), Err(CheckpointError::Root)));
    assert!(matches!(Checkpoint::from_json("{}"), Err(CheckpointError::Shape(_))));

    let nothing = store.checkpoint(samples::broenderslev(), noon()).await.unwrap();
    assert_eq!(Checkpoint::from_json(&nothing.to_json().unwrap()).unwrap(), nothing, "an empty record has one too");
}

async fn removed_content_is_gone_and_the_chain_still_proves(store: impl Fresh) {
    recorded(&store).await;
    let decided = store.remove_content(hjoerring(), &samples::removal(Position(2))).await.unwrap();

    assert_eq!(decided, Position(7));
    let events = store.read(hjoerring(), &case("0412")).await.unwrap();
    assert_eq!(events.iter().map(|event| event.content == Content::Removed).collect::<Vec<_>>(), [true, false, false]);
    assert_eq!(events[2].name.words(), "content_removed");
    assert_eq!(store.attachment(hjoerring(), Position(2), 1).await.unwrap(), None);
    assert_eq!(events[0].attachments, 1, "the header still says that there was one");
    let found = proved(&store).await;
    assert_eq!((found.is_sound(), found.removed), (true, 1), "{:?}", found.faults);
}

async fn attachments_go_alone_when_only_they_are_to_go(store: impl Fresh) {
    recorded(&store).await;
    let documents = Removal { scope: RemovalScope::Attachments, ..samples::removal(Position(2)) };
    store.remove_content(hjoerring(), &documents).await.unwrap();

    let plan = store.read(hjoerring(), &case("0412")).await.unwrap().remove(0);
    assert_eq!(plan.content, Content::Kept(samples::plan_received().content));
    assert_eq!(store.attachment(hjoerring(), Position(2), 1).await.unwrap(), None);
    assert!(proved(&store).await.is_sound());
}

async fn removed_content_put_back_is_found(store: impl Fresh) {
    recorded(&store).await;
    let keep = "CREATE TABLE kept AS SELECT * FROM event_content WHERE position = 2;
        CREATE TABLE kept_too AS SELECT * FROM attachment WHERE position = 2";
    store.tamper(keep).await;
    store.remove_content(hjoerring(), &samples::removal(Position(2))).await.unwrap();
    store.tamper("INSERT INTO event_content SELECT * FROM kept; INSERT INTO attachment SELECT * FROM kept_too").await;

    let faults = proved(&store).await.faults;
    assert!(matches!(&faults[..], [Fault::ContentBack(_), Fault::AttachmentTooMany(_, 1)]), "{faults:?}");
}

async fn a_removal_names_what_stands_in_the_way(store: impl Fresh) {
    recorded(&store).await;
    let remove = async |position| store.remove_content(hjoerring(), &samples::removal(Position(position))).await;

    assert_eq!(remove(99).await, Err(RemovalError::NoSuchEvent(Position(99))));
    assert_eq!(remove(2).await, Ok(Position(7)));
    assert_eq!(remove(2).await, Err(RemovalError::NothingThere(Position(2))));
    assert_eq!(remove(7).await, Err(RemovalError::IsADecision(Position(7))));
    let documents = Removal { scope: RemovalScope::Attachments, ..samples::removal(Position(1)) };
    assert_eq!(store.remove_content(hjoerring(), &documents).await, Err(RemovalError::NothingThere(Position(1))));
    assert_eq!(store.events(hjoerring()).await.unwrap(), 7, "a refusal records nothing");
}

async fn a_removal_decided_on_an_old_reading_is_refused(store: impl Fresh) {
    recorded(&store).await;
    let stale = Removal { expected: Expected::At(Version(1)), ..samples::removal(Position(2)) };
    let told = store.remove_content(hjoerring(), &stale).await.unwrap_err();
    let conflict =
        RemovalError::Conflict { stream: case("0412"), expected: Expected::At(Version(1)), actual: Some(Version(2)) };
    assert_eq!(told, conflict);
    assert!(store.attachment(hjoerring(), Position(2), 1).await.unwrap().is_some());
}

async fn a_record_of_two_municipalities_is_proved_whole(store: impl Fresh) {
    recorded(&store).await;
    let elsewhere =
        Batch { municipality: samples::broenderslev(), ..batch(case("0412"), vec![samples::plan_received()]) };
    store.append(&elsewhere).await.unwrap();
    assert_eq!(proved(&store).await, Verification { events: 7, streams: 4, ..Verification::default() });

    store.tamper("UPDATE event_content SET content = x'7b7d' WHERE municipality = '0810'").await;
    assert!(matches!(&proved(&store).await.faults[..], [Fault::Content(at)] if at.municipality == "0810"));
}
