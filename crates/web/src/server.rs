//! The layers around the routes: headers, limits, time-outs, and problems in words.

use std::time::Duration;

use axum::{
    Router,
    extract::DefaultBodyLimit,
    http::{Extensions, HeaderMap, StatusCode, Version, header},
    middleware,
    response::{IntoResponse, Response},
    routing::get,
};
use tower_http::{catch_panic::CatchPanicLayer, compression::CompressionLayer, timeout::TimeoutLayer};

use crate::{
    access::{
        guard::{self, FORM_LIMIT},
        visit,
    },
    app::App,
    asset, headers,
    problem::Problem,
    routes,
};

/// How long a page may take. A page takes milliseconds; what takes longer is stuck.
const PATIENCE: Duration = Duration::from_secs(20);

/// The pages, ready to be served.
pub fn router(app: App) -> Router {
    let transport = app.config().transport;
    let pages = guard::guarded(routes::all())
        .fallback(|| async { Problem::NotFound })
        .method_not_allowed_fallback(|| async { Problem::WrongMethod })
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, PATIENCE))
        .layer(CatchPanicLayer::custom(|_| Problem::Fault.into_response()))
        .layer(middleware::map_response(named))
        .layer(middleware::from_fn_with_state(app.clone(), visit::receive))
        .layer(DefaultBodyLimit::max(FORM_LIMIT))
        .with_state(app);
    // Pages are not compressed: they hold both secrets and what the reader searched for, and the length of what is
    // compressed together tells of both.
    let assets = Router::new()
        .route(asset::ROUTE, get(asset::serve))
        .layer(CompressionLayer::new().compress_when(is_text as fn(_, _, &_, &_) -> _));
    assets.merge(pages).layer(middleware::from_fn_with_state(transport, headers::put_on))
}

/// The bare refusals of the layers below, as problems that can be put in words.
async fn named(response: Response) -> Response {
    let is_html =
        response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if is_html || response.extensions().get::<Problem>().is_some() {
        return response;
    }
    match response.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Problem::TooLarge.into_response(),
        StatusCode::SERVICE_UNAVAILABLE => Problem::TimedOut.into_response(),
        StatusCode::BAD_REQUEST | StatusCode::UNSUPPORTED_MEDIA_TYPE | StatusCode::UNPROCESSABLE_ENTITY => {
            Problem::Unreadable.into_response()
        }
        _ => response,
    }
}

/// What is worth compressing: text. Fonts are compressed already.
fn is_text(_: StatusCode, _: Version, headers: &HeaderMap, _: &Extensions) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    kind.starts_with("text/") || kind.starts_with("image/svg")
}
