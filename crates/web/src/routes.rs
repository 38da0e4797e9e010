//! The table of routes: every address, who may call it, and what answers.

use crate::{
    access::{
        guard::{Endpoint, Route},
        role::{ACTORS, READERS, STAFF},
    },
    cases, front, inbox, interview, rules, sign_in, worklist,
};

/// Every route but the assets'.
pub fn all() -> Vec<Endpoint> {
    vec![
        Route::get("/").public().to(front::front),
        Route::get("/was").public().to(front::accessibility),
        Route::get(sign_in::PATH).public().to(sign_in::ask),
        Route::post(sign_in::PATH).public().to(sign_in::check),
        Route::post("/log-af").only(STAFF).to(sign_in::leave),
        Route::get("/lov").public().to(rules::all),
        Route::get("/lov/{regel}").public().to(rules::one),
        Route::get(interview::PATH).public().to(interview::begin),
        Route::post(interview::PATH).public().to(interview::go_on),
        Route::post(interview::PRINT).public().to(interview::print),
        Route::get("/arbejdsliste").only(READERS).to(worklist::list),
        Route::get("/indbakke").only(READERS).to(inbox::inbox),
        Route::get("/sager").only(READERS).to(cases::find::search),
        Route::post("/sager/find").only(ACTORS).to(cases::find::by_cpr),
        Route::get("/sager/{sag}").only(READERS).to(cases::open::open),
        Route::post("/sager/{sag}/cpr").only(ACTORS).to(cases::number::show),
        Route::get("/sager/{sag}/cpr").only(READERS).to(cases::open::back),
        Route::get("/sager/{sag}/{handling}").only(READERS).to(cases::open::back),
        Route::post("/sager/{sag}/{handling}").only(ACTORS).to(cases::act::act),
    ]
}
