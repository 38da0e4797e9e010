//! Who has looked, and who may sign in.

use jiff::ToSpan;
use store::user::AddUserError;
use store::{AccessLog, Users};

use crate::fresh::Fresh;
use crate::samples::{self, hjoerring, id, noon};

super::promises! {
    each_opening_of_a_case_is_kept_the_latest_first,
    an_opening_is_never_changed_or_taken_away,
    a_user_is_found_again_with_the_hash_of_the_password,
    a_user_cannot_be_added_twice,
    a_municipality_sees_its_own_users_only,
}

async fn each_opening_of_a_case_is_kept_the_latest_first(store: impl Fresh) {
    let later = noon() + 5.minutes();
    store.record_access(hjoerring(), &samples::opened("0412", noon())).await.unwrap();
    store.record_access(hjoerring(), &samples::opened("0398", noon())).await.unwrap();
    store.record_access(hjoerring(), &samples::opened("0412", later)).await.unwrap();

    let seen = store.accesses(hjoerring(), &id("0412")).await.unwrap();
    assert_eq!(seen, [samples::opened("0412", later), samples::opened("0412", noon())]);
    assert_eq!(store.accesses(samples::broenderslev(), &id("0412")).await.unwrap(), []);
}

async fn an_opening_is_never_changed_or_taken_away(store: impl Fresh) {
    store.record_access(hjoerring(), &samples::opened("0412", noon())).await.unwrap();
    for sql in ["UPDATE access SET user_id = 'somebody-else'", "DELETE FROM access"] {
        assert!(store.write_directly(sql).await.is_err(), "{sql}");
    }
    assert_eq!(store.accesses(hjoerring(), &id("0412")).await.unwrap().len(), 1);
}

async fn a_user_is_found_again_with_the_hash_of_the_password(store: impl Fresh) {
    let therapist = samples::user("therapist");
    store.add_user(hjoerring(), &therapist).await.unwrap();
    assert_eq!(store.user(hjoerring(), &therapist.id).await.unwrap(), Some(therapist.clone()));
    assert!(!format!("{therapist:?}").contains("argon2id"), "no hash reaches a log");
}

async fn a_user_cannot_be_added_twice(store: impl Fresh) {
    let therapist = samples::user("therapist");
    store.add_user(hjoerring(), &therapist).await.unwrap();
    let again = store.add_user(hjoerring(), &therapist).await.unwrap_err();
    assert_eq!(again, AddUserError::Exists(therapist.id));
}

async fn a_municipality_sees_its_own_users_only(store: impl Fresh) {
    store.add_user(hjoerring(), &samples::user("therapist")).await.unwrap();
    store.add_user(hjoerring(), &samples::user("officer")).await.unwrap();
    store.add_user(samples::broenderslev(), &samples::user("manager")).await.unwrap();

    let ids: Vec<String> =
        store.users(hjoerring()).await.unwrap().into_iter().map(|user| user.id.to_string()).collect();
    assert_eq!(ids, ["officer", "therapist"]);
}
