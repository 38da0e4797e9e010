//! Sees to it that the folder of fetched assets exists, so that the crate compiles before they are fetched.
//!
//! The common design system and htmx come from npm and are never committed. Without them the pages work, but look like
//! bare HTML; the warning says how to get them.

use std::{fs, io, path::Path};

/// The files without which no page looks as it should, relative to `assets/vendor`.
const NEEDED: [&str; 3] = ["css/dkfds.min.css", "img/all-svg-icons.svg", "js/htmx.min.js"];

fn main() -> io::Result<()> {
    let vendor = Path::new("assets/vendor");
    fs::create_dir_all(vendor)?;
    println!("cargo::rerun-if-changed=assets");
    println!("cargo::rerun-if-changed=texts");
    for file in NEEDED.iter().filter(|file| !vendor.join(file).exists()) {
        println!(
            "cargo::warning=crates/web/assets/vendor/{file} is missing: run scripts/assets, which fetches it with npm"
        );
    }
    Ok(())
}
