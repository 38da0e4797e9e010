//! Stylesheets, fonts, icons and scripts: in the binary, and kept by the browser for good.
//!
//! Their addresses carry a hash over all of them, so that a new version of the program has new addresses and a browser
//! never asks twice for the same one. Stylesheets find their fonts and icons by relative address, under the same hash.

use std::{fmt::Write, sync::LazyLock};

use axum::{
    extract::Path,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use rust_embed::{EmbeddedFile, RustEmbed};
use sha2::{Digest, Sha256};

#[derive(RustEmbed)]
#[folder = "assets/"]
struct Embedded;

/// Where the assets lie, `{version}` and `{*path}` to be filled in.
pub const ROUTE: &str = "/assets/{version}/{*path}";

const FOR_GOOD: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
/// For an address with another version's hash: a page open since before an update still gets what it asks for.
const ASK_AGAIN: HeaderValue = HeaderValue::from_static("no-cache");

static VERSION: LazyLock<String> = LazyLock::new(|| {
    let mut hasher = Sha256::new();
    for path in Embedded::iter() {
        if let Some(file) = Embedded::get(&path) {
            hasher.update(path.as_bytes());
            hasher.update(file.metadata.sha256_hash());
        }
    }
    hex(&hasher.finalize()[..8])
});

/// The address of an asset, by its path in `assets/`.
pub fn url(path: &str) -> String {
    format!("/assets/{}/{path}", *VERSION)
}

/// The kinds of file that are served; anything else in the folder is not there.
fn content_type(path: &str) -> Option<&'static str> {
    let (_, extension) = path.rsplit_once('.')?;
    match extension {
        "css" => Some("text/css; charset=utf-8"),
        "js" => Some("text/javascript; charset=utf-8"),
        "svg" => Some("image/svg+xml"),
        "woff2" => Some("font/woff2"),
        "txt" => Some("text/plain; charset=utf-8"),
        _ => None,
    }
}

/// `GET /assets/{version}/{path}`: 200 with the file, 304 where the browser has it, 404 where there is none.
pub async fn serve(Path((version, path)): Path<(String, String)>, asked: HeaderMap) -> Response {
    let (Some(file), Some(kind)) = (Embedded::get(&path), content_type(&path)) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let cache = if version == *VERSION { FOR_GOOD } else { ASK_AGAIN };
    let tag = entity_tag(&file);
    let has_it = asked.get(header::IF_NONE_MATCH).and_then(|sent| sent.to_str().ok());
    if has_it.is_some_and(|sent| sent.split(',').any(|one| one.trim() == tag)) {
        return (StatusCode::NOT_MODIFIED, [(header::CACHE_CONTROL, cache)], [(header::ETAG, tag)]).into_response();
    }
    let headers = [(header::CACHE_CONTROL, cache), (header::CONTENT_TYPE, HeaderValue::from_static(kind))];
    (headers, [(header::ETAG, tag)], file.data.into_owned()).into_response()
}

/// Weak, since the same file may go out compressed or not.
fn entity_tag(file: &EmbeddedFile) -> String {
    format!("W/\"{}\"", hex(&file.metadata.sha256_hash()[..8]))
}

/// Bytes in hexadecimal figures.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a string never fails.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
