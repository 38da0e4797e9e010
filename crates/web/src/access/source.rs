//! Where a request comes from, as far as wrong passwords are counted by it.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use axum::extract::Request;

use crate::config::{Config, Transport};

/// The other end of the connection. Put on each request by the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Peer(pub IpAddr);

/// Where a request comes from: an address, or the network of one in IPv6, where a single customer is given 2⁶⁴ of them.
/// Those of which nothing is known come from one place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Source(Option<IpAddr>);

impl Source {
    /// The source with this address.
    pub fn at(address: IpAddr) -> Self {
        Self(Some(match address.to_canonical() {
            IpAddr::V6(one) => {
                let [a, b, c, d, ..] = one.segments();
                Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0).into()
            }
            one @ IpAddr::V4(_) => one,
        }))
    }

    /// Where this request comes from: the other end of the connection. Behind TLS that is the server in front of us; if it is
    /// set up to say from where, in [`Config::source_header`], it is believed. Nobody else is: a header is quickly written.
    pub fn of(request: &Request, config: &Config) -> Self {
        let told = config.source_header.as_ref().filter(|_| config.transport == Transport::Tls);
        // Servers in a row add to the end: what the nearest one saw is the last.
        let told = told.and_then(|name| request.headers().get_all(name).iter().next_back()?.to_str().ok());
        let told = told.and_then(|addresses| address(addresses.rsplit(',').next()?.trim()));
        let peer = request.extensions().get::<Peer>().map(|peer| peer.0);
        told.or(peer).map_or_else(Self::default, Self::at)
    }
}

/// An address, with or without a port.
fn address(text: &str) -> Option<IpAddr> {
    text.parse().ok().or_else(|| text.parse().ok().map(|with_port: SocketAddr| with_port.ip()))
}
