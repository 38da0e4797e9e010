//! What holds for every template and every test file.

use std::{fs, path::Path};

fn read_all(folder: &str, ending: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files
        .filter(|path| path.to_string_lossy().ends_with(ending))
        .map(|path| (path.file_stem().unwrap().to_string_lossy().into_owned(), fs::read_to_string(&path).unwrap()))
        .collect()
}

#[test]
fn no_template_holds_a_style_or_a_script_of_its_own() {
    for (name, text) in read_all("templates", ".html") {
        for forbidden in [" style=", "<style", " onclick", " onload", " onchange", "javascript:", "|safe"] {
            assert!(!text.contains(forbidden), "{name}: {forbidden}");
        }
        for script in text.split("<script").skip(1) {
            assert!(script.trim_start().starts_with("src="), "{name}: a script of its own");
        }
    }
}

#[test]
fn the_drawing_code_makes_no_style_either() {
    for (name, text) in read_all("src", ".rs") {
        assert!(!text.contains("style=\\\""), "{name}");
    }
}

#[test]
fn every_form_that_a_template_writes_by_hand_is_safe_to_send() {
    for (name, text) in read_all("templates", ".html") {
        for form in text.split("<form").skip(1) {
            let form = form.split("</form>").next().unwrap();
            let is_get = form.contains("method=\"get\"");
            let is_interview = form.contains("action=\"/ret\"");
            let has_token = form.contains("parts::token(page)") || form.contains("guard::TOKEN_FIELD");
            assert!(is_get || is_interview || has_token, "{name}: <form{form}");
        }
    }
}

#[test]
fn no_test_file_is_forgotten() {
    let main = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/main.rs")).unwrap();
    for (name, _) in read_all("tests/it", ".rs") {
        assert!(name == "main" || main.contains(&format!("mod {name};")), "{name}");
    }
}
