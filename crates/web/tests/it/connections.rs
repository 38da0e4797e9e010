//! Connections that do nothing, or too slowly.

use std::{future::Future, net::SocketAddr, time::Duration};

use jiff::Timestamp;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
    sync::oneshot,
};
use web::{App, Clock, Config, Faults, Key, connections::Connections};

use crate::{browser::config, record::Record};

const HALF: &[u8] = b"GET /was HTTP/1.1\r\nHost: gen";
const WHOLE: &[u8] = b"GET /was HTTP/1.1\r\nHost: genvej\r\nConnection: close\r\n\r\n";

/// The pages with these limits, while something is done with them.
async fn served<F: Future<Output = ()>>(connections: Connections, done: impl FnOnce(SocketAddr) -> F) {
    let record = Record::empty().await;
    let config = Config { connections, ..config() };
    let clock = Clock::standing_at(Timestamp::UNIX_EPOCH);
    let app = App::new(config, clock, record.cases.clone(), Key::new(&[7; 64]).unwrap(), Faults::untold());
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let serving = web::serve(listener, app, async { drop(stopped.await) });
    let (served, ()) = tokio::join!(serving, async {
        done(address).await;
        stop.send(()).unwrap();
    });
    served.unwrap();
}

async fn send(address: SocketAddr, bytes: &[u8]) -> TcpStream {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(bytes).await.unwrap();
    stream
}

/// What comes until the connection is closed.
async fn answer(mut stream: TcpStream) -> String {
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).await.unwrap();
    String::from_utf8(bytes).unwrap()
}

#[tokio::test]
async fn a_request_that_stops_half_way_is_not_waited_for() {
    let limits = Connections { head_within: Duration::from_millis(20), ..Connections::default() };
    served(limits, async |address| {
        let told = answer(send(address, HALF).await).await;
        assert!(!told.contains(" 200 "), "{told}");
        let told = answer(send(address, b"").await).await;
        assert!(!told.contains(" 200 "), "{told}");
        assert!(answer(send(address, WHOLE).await).await.starts_with("HTTP/1.1 200 "));
    })
    .await;
}

#[tokio::test]
async fn a_connection_too_many_waits_for_its_turn() {
    let limits = Connections { at_once: 1, head_within: Duration::from_millis(200) };
    served(limits, async |address| {
        let slow = send(address, HALF).await;
        let next = answer(send(address, WHOLE).await).await;
        assert!(next.starts_with("HTTP/1.1 200 "), "{next}");
        let mut byte = [0];
        let read = slow.try_read(&mut byte);
        assert!(read.is_ok(), "the first one was still open: {read:?}");
    })
    .await;
}

#[tokio::test]
async fn an_answer_under_way_is_given_to_its_end_when_the_program_stops() {
    let mut stream = None;
    served(Connections::default(), async |address| {
        stream = Some(send(address, WHOLE).await);
        // Accepted and answered, though not read.
        stream.as_ref().unwrap().readable().await.unwrap();
    })
    .await;
    let told = answer(stream.unwrap()).await;
    assert!(told.contains("</html>"), "{told}");
}
