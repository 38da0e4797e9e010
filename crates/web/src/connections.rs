//! Connections: how many at once, how long each may take over the head of a request, and from where it comes.

use std::{convert::Infallible, future::Future, net::SocketAddr, pin::pin, sync::Arc, time::Duration};

use axum::{Router, extract::Request, response::Response, serve::Listener};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
};
use tokio::{net::TcpListener, sync::Semaphore};
use tower::ServiceExt as _;

use crate::access::source::Peer;

/// What connections may take of the machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Connections {
    /// How many at once, at most. Those beyond wait for their turn.
    pub at_once: usize,
    /// How long the head of a request may take, and how long one may wait for the next request.
    pub head_within: Duration,
}

impl Default for Connections {
    /// Two for each of some hundred users, below the 1024 files that a program may commonly have open; 15 seconds.
    fn default() -> Self {
        Self { at_once: 512, head_within: Duration::from_secs(15) }
    }
}

/// Answers with these pages until `shutdown` is done, and then what is under way to its end.
pub(crate) async fn answer(
    mut listener: TcpListener,
    pages: Router,
    limits: Connections,
    shutdown: impl Future<Output = ()>,
) {
    let (places, open) = (Arc::new(Semaphore::new(limits.at_once)), GracefulShutdown::new());
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(limits.head_within);
    let mut shutdown = pin!(shutdown);
    loop {
        let next = async { (Arc::clone(&places).acquire_owned().await, Listener::accept(&mut listener).await) };
        let (place, (stream, from)) = tokio::select! {
            next = next => next,
            () = &mut shutdown => break,
        };
        let pages = pages.clone();
        let service = service_fn(move |request| one(pages.clone(), from, request));
        let connection = open.watch(http.serve_connection(TokioIo::new(stream), service));
        tokio::spawn(async move {
            // A connection that broke off has nobody left to tell.
            drop(connection.await);
            drop(place);
        });
    }
    drop(listener);
    open.shutdown().await;
}

async fn one(pages: Router, from: SocketAddr, mut request: Request<Incoming>) -> Result<Response, Infallible> {
    request.extensions_mut().insert(Peer(from.ip()));
    pages.oneshot(request).await
}
