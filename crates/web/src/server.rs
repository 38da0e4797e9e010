//! The layers around the routes: headers, limits, time-outs, and problems in words; and serving them.

use std::{future::Future, io, time::Duration};

use axum::{
    Router,
    extract::DefaultBodyLimit,
    http::{Extensions, HeaderMap, StatusCode, Version, header},
    middleware,
    response::{IntoResponse, Response},
    routing::get,
};
use tokio::net::TcpListener;
use tower_http::{catch_panic::CatchPanicLayer, compression::CompressionLayer, timeout::TimeoutLayer};

use crate::{
    access::{
        guard::{self, FORM_LIMIT},
        visit,
    },
    app::App,
    asset,
    config::Unsafe,
    connections, headers,
    problem::Problem,
    routes,
};

/// How long a page may take. A page takes milliseconds; what takes longer is stuck.
const PATIENCE: Duration = Duration::from_secs(20);

/// Why the pages are not served.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// They may not be served there.
    #[error(transparent)]
    Unsafe(#[from] Unsafe),
    /// The operating system refused.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// Serves the pages until `shutdown` is done, and then what is under way to its end.
///
/// # Errors
/// [`ServeError::Unsafe`] before the first answer, where [`App::may_listen_on`] says so of the listener's address;
/// [`ServeError::Io`] where the operating system refuses to tell it.
pub async fn serve(
    listener: TcpListener,
    app: App,
    shutdown: impl Future<Output = ()> + Send,
) -> Result<(), ServeError> {
    app.may_listen_on(listener.local_addr()?).await?;
    let limits = app.config().connections;
    connections::answer(listener, router(app), limits, shutdown).await;
    Ok(())
}

/// The pages, ready to be served.
pub fn router(app: App) -> Router {
    let (transport, panicked) = (app.config().transport, app.clone());
    let pages = guard::guarded(routes::all())
        .fallback(|| async { Problem::NotFound })
        .method_not_allowed_fallback(|| async { Problem::WrongMethod })
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, PATIENCE))
        .layer(CatchPanicLayer::custom(move |_| Problem::told(&panicked, &"a page panicked").into_response()))
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
