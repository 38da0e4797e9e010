//! What is SQLite's own: files that are no database, locks, full disks, damage.

use std::path::Path;

use sqlx::{Connection, Executor};
use store::sqlite::{Missing, Opening};
use store::{AppendError, Attachment, Content, Json, Log, NewEvent, Position, Sqlite, StoreError, Views};

use crate::fresh::{self, Fresh, opening, raw};
use crate::samples::{self, batch, case, hjoerring, id};

fn place(path: &Path) -> String {
    path.display().to_string()
}

#[tokio::test]
async fn a_file_that_is_no_database_is_refused_and_stays_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("letter.txt");
    let samples: [&[u8]; 4] = [b"Genoptr\xe6ningsplan", &[0; 5000], b"SQLite format 2\0", &[0xff; 100]];
    for bytes in samples {
        std::fs::write(&path, bytes).unwrap();
        let refused = Sqlite::open(&opening(path.clone())).await.unwrap_err();
        assert_eq!(refused, StoreError::NotADatabase { place: place(&path) });
        assert_eq!(std::fs::read(&path).unwrap(), bytes);
    }
    let refused = Sqlite::open(&opening(folder.path().to_owned())).await.unwrap_err();
    assert_eq!(refused, StoreError::NotADatabase { place: place(folder.path()) }, "a folder is none either");
}

#[cfg(unix)]
#[tokio::test]
async fn a_new_database_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;

    let store = fresh::sqlite().await;
    store.append(&batch(case("0412"), vec![samples::plan_received()])).await.unwrap();
    for name in ["record.db", "record.db-wal", "record.db-shm"] {
        let mode = std::fs::metadata(store.path().with_file_name(name)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
}

#[tokio::test]
async fn an_empty_file_becomes_a_database() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("record.db");
    std::fs::write(&path, b"").unwrap();
    let store = Sqlite::open(&opening(path)).await.unwrap();
    store.append(&batch(case("0412"), vec![samples::plan_received()])).await.unwrap();
}

#[tokio::test]
async fn another_programs_database_is_refused_and_stays_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("photos.db");
    let mut theirs = sqlx::SqliteConnection::connect(&format!("{}?mode=rwc", path.display())).await.unwrap();
    theirs.execute("CREATE TABLE photo (taken_on TEXT)").await.unwrap();
    theirs.close().await.unwrap();
    let before = std::fs::read(&path).unwrap();

    let refused = Sqlite::open(&opening(path.clone())).await.unwrap_err();
    assert_eq!(refused, StoreError::AnotherProgram { place: place(&path) });
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

#[tokio::test]
async fn a_database_newer_than_the_program_is_refused() {
    let store = fresh::sqlite().await;
    store.tamper("INSERT INTO applied_migration SELECT max(number) + 1, 'later', x'00' FROM applied_migration").await;
    let refused = Sqlite::open(&opening(store.path())).await.unwrap_err();
    assert!(matches!(refused, StoreError::Newer { found, known, .. } if found == known + 1), "{refused:?}");
}

#[tokio::test]
async fn a_database_built_by_another_line_of_the_program_is_refused() {
    let store = fresh::sqlite().await;
    store.tamper("UPDATE applied_migration SET digest = x'00' WHERE number = 2").await;
    let refused = Sqlite::open(&opening(store.path())).await.unwrap_err();
    assert_eq!(refused, StoreError::OtherMigration { place: place(&store.path()), number: 2 });
}

#[tokio::test]
async fn a_database_that_should_be_there_is_not_made() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("record.db");
    let refuse = Opening { missing: Missing::Refuse, ..opening(path.clone()) };
    assert_eq!(Sqlite::open(&refuse).await.unwrap_err(), StoreError::Absent { place: place(&path) });
    assert!(!path.exists());

    let nowhere = folder.path().join("no/such/folder/record.db");
    assert_eq!(
        Sqlite::open(&opening(nowhere.clone())).await.unwrap_err(),
        StoreError::Unreachable { place: place(&nowhere) }
    );
}

#[tokio::test]
async fn a_read_only_file_is_refused() {
    let store = fresh::sqlite().await;
    store.close().await;
    let path = store.path();
    let mut permissions = std::fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&path, permissions).unwrap();
    assert_eq!(Sqlite::open(&opening(path.clone())).await.unwrap_err(), StoreError::ReadOnly { place: place(&path) });
}

#[tokio::test]
async fn a_database_locked_by_another_program_is_said_to_be_and_then_works_again() {
    let store = fresh::sqlite().await;
    let plan = batch(case("0412"), vec![samples::plan_received()]);
    let mut other = raw(&store.path()).await;
    other.execute("BEGIN IMMEDIATE").await.unwrap();

    let locked = StoreError::Locked { place: place(&store.path()) };
    assert_eq!(store.append(&plan).await.unwrap_err(), AppendError::Store(locked.clone()));
    assert_eq!(store.read(hjoerring(), &case("0412")).await.unwrap(), [], "reading goes on");
    assert_eq!(store.rebuild(hjoerring()).await.err(), Some(locked.clone()));
    assert_eq!(Sqlite::open(&opening(store.path())).await.unwrap_err(), locked);

    other.execute("ROLLBACK").await.unwrap();
    store.append(&plan).await.unwrap();
}

#[tokio::test]
async fn two_programs_write_one_record() {
    let one = fresh::sqlite().await;
    let patient = Opening::at(one.path());
    let (one, two) = (Sqlite::open(&patient).await.unwrap(), Sqlite::open(&patient).await.unwrap());
    let write = async |store: &Sqlite, stream: &str| {
        for _ in 0..25 {
            store.append(&batch(case(stream), vec![samples::citizen_contacted()])).await.unwrap();
            store.append(&batch(case("both"), vec![samples::citizen_contacted()])).await.unwrap();
        }
    };
    tokio::join!(write(&one, "one"), write(&two, "two"));

    assert_eq!(one.events(hjoerring()).await.unwrap(), 100);
    let found = two.verify(|_| ()).await.unwrap();
    assert!(found.is_sound(), "{:?}", found.faults);
}

#[tokio::test]
async fn a_full_disk_loses_nothing_and_leaves_nothing_half_done() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("record.db");
    let small = Sqlite::open(&Opening { largest: Some(400_000), ..opening(path.clone()) }).await.unwrap();
    let scan =
        Attachment { name: "scan.pdf".to_owned(), media_type: "application/pdf".to_owned(), bytes: vec![7; 30_000] };
    let letter = NewEvent { attachments: vec![scan], ..samples::plan_received() };

    let mut acknowledged = 0;
    let refused = loop {
        match small.append(&batch(case("0412"), vec![letter.clone()])).await {
            Ok(appended) => acknowledged = appended.position().0,
            Err(error) => break error,
        }
    };
    assert_eq!(refused, AppendError::Store(StoreError::Full { place: place(&path) }));
    assert!(acknowledged > 2);
    assert_eq!(small.events(hjoerring()).await.unwrap(), acknowledged);
    assert!(small.verify(|_| ()).await.unwrap().is_sound());
    small.close().await;

    let with_room = Sqlite::open(&opening(path)).await.unwrap();
    let next = with_room.append(&batch(case("0412"), vec![letter])).await.unwrap().position();
    assert_eq!(next, Position(acknowledged + 1));
}

#[tokio::test]
async fn what_is_removed_is_gone_from_the_files() {
    let store = fresh::sqlite().await;
    let secret = "lårbensbrud-på-venstre-side";
    let told = NewEvent { content: Json::of(secret).unwrap(), ..samples::plan_received() };
    let mut plan = batch(case("0412"), vec![told]);
    plan.views = samples::all_views();
    store.append(&plan).await.unwrap();
    let all_bytes = || {
        let files = ["record.db", "record.db-wal"].map(|name| store.path().with_file_name(name));
        files.into_iter().filter_map(|file| std::fs::read(file).ok()).flatten().collect::<Vec<u8>>()
    };
    let holds = |bytes: &[u8], text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
    assert!(holds(&all_bytes(), secret), "the test looks in the right files");

    store.remove_content(hjoerring(), &samples::removal(Position(1))).await.unwrap();
    assert!(!holds(&all_bytes(), secret));
    assert!(!holds(&all_bytes(), "<Emessage>"));
    assert!(store.case(hjoerring(), &id("0412")).await.unwrap().is_some());
}

/// Whatever byte of the file is flipped, the store says that something is wrong, or gives back exactly what was recorded.
#[tokio::test]
async fn a_damaged_file_never_passes_off_other_contents_as_sound() {
    let store = fresh::sqlite().await;
    for number in 0..6 {
        store
            .append(&batch(case(&format!("case-{number}")), vec![samples::plan_received(), samples::start_offered()]))
            .await
            .unwrap();
    }
    let written = contents(&store).await.unwrap();
    store.close().await;
    let sound = std::fs::read(store.path()).unwrap();
    let damaged = store.path().with_file_name("damaged.db");
    let mut found = 0;
    for at in (0..sound.len()).step_by(sound.len() / 150) {
        let mut bytes = sound.clone();
        bytes[at] ^= 0x55;
        std::fs::write(&damaged, bytes).unwrap();
        let Ok(store) = Sqlite::open(&opening(damaged.clone())).await else {
            found += 1;
            continue;
        };
        match store.verify(|_| ()).await {
            Ok(verification) if verification.is_sound() => {
                assert_eq!(contents(&store).await.unwrap(), written, "byte {at}");
            }
            Ok(_) | Err(_) => found += 1,
        }
        store.close().await;
    }
    assert!(found > 10, "much of the file is empty, but not all: {found}");
}

async fn contents(store: &Sqlite) -> Result<Vec<Content>, StoreError> {
    let mut contents = Vec::new();
    for number in 0..6 {
        let events = store.read(hjoerring(), &case(&format!("case-{number}"))).await?;
        contents.extend(events.into_iter().map(|event| event.content));
    }
    Ok(contents)
}

#[tokio::test]
async fn a_file_cut_short_is_said_to_be_damaged() {
    let store = fresh::sqlite().await;
    for number in 0..50 {
        store.append(&batch(case(&format!("case-{number}")), vec![samples::plan_received()])).await.unwrap();
    }
    store.close().await;
    let bytes = std::fs::read(store.path()).unwrap();
    std::fs::write(store.path(), &bytes[..bytes.len() / 2]).unwrap();
    let told = match Sqlite::open(&opening(store.path())).await {
        Ok(store) => store.verify(|_| ()).await.map(|found| found.is_sound()),
        Err(error) => Err(error),
    };
    assert!(matches!(told, Ok(false) | Err(StoreError::Damaged { .. })), "{told:?}");
}
