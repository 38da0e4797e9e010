//! Recording and reading.

use jiff::civil::{date, time};
use store::batch::ContentRemoved;
use store::view::ViewChange;
use store::{AppendError, Appended, Batch, Content, Expected, Happened, Log, Position, StreamKind, Version, Views};

use crate::fresh::Fresh;
use crate::samples::{self, batch, case, hjoerring, id, key};

super::promises! {
    what_was_appended_is_read_back_in_order,
    an_event_keeps_apart_when_it_happened_and_when_it_was_recorded,
    a_document_comes_back_byte_for_byte,
    positions_count_through_all_streams_of_a_municipality_and_no_further,
    of_two_writers_at_one_version_exactly_one_wins,
    a_writer_who_expects_a_new_stream_is_told_when_there_is_one,
    several_streams_are_recorded_together_or_not_at_all,
    a_stream_that_is_only_guarded_stops_the_batch_when_it_moved,
    a_stream_may_come_twice_in_a_batch,
    the_same_key_twice_is_done_before,
    a_key_seen_before_answers_even_when_the_case_has_moved_on,
    another_municipality_may_use_the_same_key,
    a_batch_without_events_changes_no_view,
    nobody_but_the_store_writes_a_removal,
    views_change_with_events_or_not_at_all,
    an_append_that_nobody_waits_for_leaves_the_store_usable,
    the_whole_record_is_read_a_few_streams_at_a_time,
}

async fn what_was_appended_is_read_back_in_order(store: impl Fresh) {
    store.append(&batch(case("0412"), vec![samples::plan_received(), samples::citizen_contacted()])).await.unwrap();
    store.append(&batch(case("0412"), vec![samples::start_offered()])).await.unwrap();

    let events = store.read(hjoerring(), &case("0412")).await.unwrap();
    let given = [samples::plan_received(), samples::citizen_contacted(), samples::start_offered()];
    assert_eq!(events.len(), given.len());
    for ((event, given), number) in events.iter().zip(given).zip(1..) {
        assert_eq!((event.place.version, event.place.position), (Version(number), Position(number)));
        assert_eq!((&event.name, &event.by, &event.role), (&given.name, &given.by, &given.role));
        assert_eq!(event.content, Content::Kept(given.content));
        assert_eq!(event.attachments as usize, given.attachments.len());
    }
    assert_eq!(store.read(hjoerring(), &case("none-such")).await.unwrap(), []);
}

async fn an_event_keeps_apart_when_it_happened_and_when_it_was_recorded(store: impl Fresh) {
    store.append(&batch(case("0412"), vec![samples::call_written_down_later()])).await.unwrap();

    let event = store.read(hjoerring(), &case("0412")).await.unwrap().remove(0);
    assert_eq!(event.happened, Happened { on: date(2026, 4, 1), at: Some(time(11, 20, 0, 0)) });
    assert_eq!(event.recorded_at, samples::call_written_down_later().recorded_at, "to the nanosecond");
}

async fn a_document_comes_back_byte_for_byte(store: impl Fresh) {
    let position = store.append(&batch(case("0412"), vec![samples::plan_received()])).await.unwrap().position();

    let document = store.attachment(hjoerring(), position, 1).await.unwrap();
    assert_eq!(document.as_ref(), samples::plan_received().attachments.first());
    assert_eq!(store.attachment(hjoerring(), position, 2).await.unwrap(), None);
}

async fn positions_count_through_all_streams_of_a_municipality_and_no_further(store: impl Fresh) {
    for (stream, expected) in [("0412", 1), ("0398", 2), ("0412", 3)] {
        let appended = store.append(&batch(case(stream), vec![samples::citizen_contacted()])).await.unwrap();
        assert_eq!(appended, Appended::Now(Position(expected)));
    }
    let elsewhere =
        Batch { municipality: samples::broenderslev(), ..batch(case("0412"), vec![samples::citizen_contacted()]) };
    assert_eq!(store.append(&elsewhere).await.unwrap(), Appended::Now(Position(1)));
    assert_eq!(store.events(hjoerring()).await.unwrap(), 3);
    assert_eq!(store.municipalities().await.unwrap(), [samples::broenderslev(), hjoerring()]);
}

async fn of_two_writers_at_one_version_exactly_one_wins(store: impl Fresh) {
    store.append(&batch(case("0412"), vec![samples::plan_received()])).await.unwrap();
    let at_one = |event| Batch::new(hjoerring()).append(case("0412"), Expected::At(Version(1)), vec![event]);
    let (offer, call) = (at_one(samples::start_offered()), at_one(samples::citizen_contacted()));

    let (one, two) = tokio::join!(store.append(&offer), store.append(&call));

    assert_ne!(one.is_ok(), two.is_ok(), "one wins, the other is told so: {one:?}, {two:?}");
    let told = one.err().or(two.err()).unwrap();
    let conflict =
        AppendError::Conflict { stream: case("0412"), expected: Expected::At(Version(1)), actual: Some(Version(2)) };
    assert_eq!(told, conflict);
    assert_eq!(store.read(hjoerring(), &case("0412")).await.unwrap().len(), 2, "the plan and the winner's event");
}

async fn a_writer_who_expects_a_new_stream_is_told_when_there_is_one(store: impl Fresh) {
    let open = Batch::new(hjoerring()).append(case("0412"), Expected::New, vec![samples::plan_received()]);
    store.append(&open).await.unwrap();

    let again = store.append(&open).await.unwrap_err();
    assert_eq!(
        again,
        AppendError::Conflict { stream: case("0412"), expected: Expected::New, actual: Some(Version(1)) }
    );

    let nothing_there =
        Batch::new(hjoerring()).append(case("0398"), Expected::At(Version(1)), vec![samples::start_offered()]);
    let told = store.append(&nothing_there).await.unwrap_err();
    assert_eq!(told, AppendError::Conflict { stream: case("0398"), expected: Expected::At(Version(1)), actual: None });
}

async fn several_streams_are_recorded_together_or_not_at_all(store: impl Fresh) {
    let both = Batch::new(hjoerring()).append(case("0412"), Expected::New, vec![samples::plan_received()]).append(
        case("0398"),
        Expected::At(Version(7)),
        vec![samples::plan_received()],
    );
    store.append(&both).await.unwrap_err();
    assert_eq!(store.events(hjoerring()).await.unwrap(), 0, "the first stream was as expected, and is still empty");

    let both = Batch::new(hjoerring()).append(case("0412"), Expected::New, vec![samples::plan_received()]).append(
        case("0398"),
        Expected::New,
        vec![samples::plan_received()],
    );
    assert_eq!(store.append(&both).await.unwrap(), Appended::Now(Position(2)));
}

async fn a_stream_that_is_only_guarded_stops_the_batch_when_it_moved(store: impl Fresh) {
    store
        .append(&batch(case("person"), vec![samples::citizen_contacted(), samples::citizen_contacted()]))
        .await
        .unwrap();
    let guarded = Batch::new(hjoerring()).append(case("person"), Expected::At(Version(1)), Vec::new()).append(
        case("0412"),
        Expected::New,
        vec![samples::plan_received()],
    );

    assert!(matches!(store.append(&guarded).await.unwrap_err(), AppendError::Conflict { .. }));
    assert_eq!(store.read(hjoerring(), &case("0412")).await.unwrap(), []);
}

async fn a_stream_may_come_twice_in_a_batch(store: impl Fresh) {
    let twice = Batch::new(hjoerring()).append(case("0412"), Expected::New, vec![samples::plan_received()]).append(
        case("0412"),
        Expected::At(Version(1)),
        vec![samples::start_offered()],
    );
    store.append(&twice).await.unwrap();

    assert_eq!(store.read(hjoerring(), &case("0412")).await.unwrap().len(), 2);
    assert!(store.verify(|_| ()).await.unwrap().is_sound());
}

async fn the_same_key_twice_is_done_before(store: impl Fresh) {
    let message = batch(case("0412"), vec![samples::plan_received()]).keyed(key("ggop:EN-0407-1"));
    assert_eq!(store.done_before(hjoerring(), &key("ggop:EN-0407-1")).await.unwrap(), None);

    assert_eq!(store.append(&message).await.unwrap(), Appended::Now(Position(1)));
    assert_eq!(store.append(&message).await.unwrap(), Appended::Before(Position(1)));
    assert_eq!(store.events(hjoerring()).await.unwrap(), 1);
    assert_eq!(store.done_before(hjoerring(), &key("ggop:EN-0407-1")).await.unwrap(), Some(Position(1)));
}

async fn a_key_seen_before_answers_even_when_the_case_has_moved_on(store: impl Fresh) {
    let click = Batch::new(hjoerring())
        .append(case("0412"), Expected::New, vec![samples::plan_received()])
        .keyed(key("form-1"));
    store.append(&click).await.unwrap();
    store.append(&batch(case("0412"), vec![samples::citizen_contacted()])).await.unwrap();

    assert_eq!(
        store.append(&click).await.unwrap(),
        Appended::Before(Position(1)),
        "an impatient finger is no conflict"
    );
}

async fn another_municipality_may_use_the_same_key(store: impl Fresh) {
    let here = batch(case("0412"), vec![samples::plan_received()]).keyed(key("form-1"));
    let there = Batch { municipality: samples::broenderslev(), ..here.clone() };
    store.append(&here).await.unwrap();
    assert_eq!(store.append(&there).await.unwrap(), Appended::Now(Position(1)));
}

async fn a_batch_without_events_changes_no_view(store: impl Fresh) {
    let only_a_view = Batch::new(hjoerring())
        .append(case("0412"), Expected::Any, Vec::new())
        .view(ViewChange::Case(samples::case_row("0412", "Åge Test Berggren", Vec::new())));
    assert_eq!(store.append(&only_a_view).await.unwrap_err(), AppendError::Empty);
    assert_eq!(store.case(hjoerring(), &id("0412")).await.unwrap(), None);
}

async fn nobody_but_the_store_writes_a_removal(store: impl Fresh) {
    let mut event = samples::citizen_contacted();
    event.name = ContentRemoved::NAME.parse().unwrap();
    let refused = store.append(&batch(case("0412"), vec![event])).await.unwrap_err();
    assert_eq!(refused, AppendError::Reserved(ContentRemoved::NAME));
}

async fn views_change_with_events_or_not_at_all(store: impl Fresh) {
    let row = |name| ViewChange::Case(samples::case_row("0412", name, Vec::new()));
    let open = Batch::new(hjoerring())
        .append(case("0412"), Expected::New, vec![samples::plan_received()])
        .view(row("Åge Test Berggren"));
    store.append(&open).await.unwrap();
    let refused = Batch::new(hjoerring())
        .append(case("0412"), Expected::New, vec![samples::plan_received()])
        .view(row("Max Test Berggren"));
    store.append(&refused).await.unwrap_err();

    assert_eq!(store.case(hjoerring(), &id("0412")).await.unwrap().unwrap().name, "Åge Test Berggren");
}

async fn an_append_that_nobody_waits_for_leaves_the_store_usable(store: impl Fresh) {
    let plan = batch(case("0412"), vec![samples::plan_received()]);
    for polls in 0..12 {
        let mut append = Box::pin(store.append(&plan));
        for _ in 0..polls {
            tokio::select! { biased; _ = &mut append => break, () = tokio::task::yield_now() => () }
        }
        drop(append);
        store.append(&batch(case("0398"), vec![samples::citizen_contacted()])).await.unwrap();
    }
    assert!(store.verify(|_| ()).await.unwrap().is_sound());
    assert!(store.read(hjoerring(), &case("0398")).await.unwrap().len() == 12);
}

async fn the_whole_record_is_read_a_few_streams_at_a_time(store: impl Fresh) {
    for number in 0..7 {
        let events = vec![samples::plan_received(), samples::citizen_contacted()];
        store.append(&batch(case(&format!("case-{number}")), events)).await.unwrap();
    }
    let mut read = Vec::new();
    loop {
        let after = read.last().map(|history: &store::History| &history.stream.id);
        let page = store.histories(hjoerring(), StreamKind::Case, after, 3).await.unwrap();
        assert!(page.iter().all(|history| history.events.len() == 2), "a stream is never cut");
        let last_page = page.len() < 3;
        read.extend(page);
        if last_page {
            break;
        }
    }
    let ids: Vec<String> = read.iter().map(|history| history.stream.id.to_string()).collect();
    assert_eq!(ids, (0..7).map(|number| format!("case-{number}")).collect::<Vec<_>>());
    assert_eq!(store.histories(hjoerring(), StreamKind::Person, None, 3).await.unwrap(), []);
}
