//! The three cookies: who has signed in, the sign-in form's token, and the language.

use std::fmt;

use axum::http::{HeaderMap, HeaderValue, header};
use axum_extra::extract::cookie::{Cookie, CookieJar, Key as CookieKey, SameSite, SignedCookieJar};

use super::{session::Session, token::Token};
use crate::{
    config::Transport,
    language::{self, Language},
};

/// The key that signs cookies.
#[derive(Clone)]
pub struct Key(CookieKey);

/// Why something is no key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoKey {
    /// Too short to sign with.
    #[error("a key for cookies has 64 bytes or more, this one has {0}")]
    TooShort(usize),
    /// The operating system gave no random bytes.
    #[error("the operating system gave no random bytes for a key")]
    NoRandomness,
}

impl Key {
    /// A key from a file or the environment. Kept over a restart, it keeps people signed in.
    ///
    /// # Errors
    /// [`NoKey::TooShort`] below 64 bytes.
    pub fn new(bytes: &[u8]) -> Result<Self, NoKey> {
        CookieKey::try_from(bytes).map(Self).map_err(|_| NoKey::TooShort(bytes.len()))
    }

    /// A key of its own for this start of the program: everybody signs in anew after the next.
    ///
    /// # Errors
    /// [`NoKey::NoRandomness`] where the operating system has none to give.
    pub fn random() -> Result<Self, NoKey> {
        CookieKey::try_generate().map(Self).ok_or(NoKey::NoRandomness)
    }
}

/// Never shows the key: what is debugged ends in a log.
impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(…)")
    }
}

/// Reads and writes the cookies of one request.
#[derive(Debug)]
pub struct Cookies<'a> {
    key: &'a Key,
    transport: Transport,
}

const SESSION: &str = "genvej-session";
const FORM: &str = "genvej-formular";
const LANGUAGE: &str = "genvej-sprog";
const A_YEAR: &str = "31536000";

impl<'a> Cookies<'a> {
    /// With this key, for pages reached like this.
    pub fn new(key: &'a Key, transport: Transport) -> Self {
        Self { key, transport }
    }

    /// The session in a request, where its signature is ours. Whether it still holds is for the caller to ask.
    pub fn session(&self, request: &HeaderMap) -> Option<Session> {
        Session::read(&self.signed(request, SESSION)?)
    }

    /// The token that the sign-in form was given, before there is a session.
    pub fn form_token(&self, request: &HeaderMap) -> Option<Token> {
        Token::read(&self.signed(request, FORM)?)
    }

    /// The language chosen before.
    pub fn language(&self, request: &HeaderMap) -> Option<Language> {
        let jar = CookieJar::from_headers(request);
        language::by_code(jar.get(&self.name(LANGUAGE))?.value())
    }

    /// Keeps the session, until the browser is closed or it no longer holds.
    pub fn keep_session(&self, response: &mut HeaderMap, session: &Session) {
        // Lax: a link from a letter or an intranet page opens the case; a form sent from elsewhere has no session.
        self.sign(response, SESSION, session.to_string(), SameSite::Lax);
    }

    /// Keeps the sign-in form's token.
    pub fn keep_form_token(&self, response: &mut HeaderMap, token: Token) {
        self.sign(response, FORM, token.to_string(), SameSite::Strict);
    }

    /// Takes the session back.
    pub fn drop_session(&self, response: &mut HeaderMap) {
        let cookie = self.dressed(SESSION, String::new(), SameSite::Lax);
        append(response, &format!("{cookie}; Max-Age=0"));
    }

    /// Keeps the language for a year. It is no secret and is not signed.
    pub fn keep_language(&self, response: &mut HeaderMap, chosen: Language) {
        let cookie = self.dressed(LANGUAGE, language::code(chosen).to_owned(), SameSite::Lax);
        append(response, &format!("{cookie}; Max-Age={A_YEAR}"));
    }

    /// Whether a response keeps or drops a session already.
    pub fn sets_session(&self, response: &HeaderMap) -> bool {
        let start = format!("{}=", self.name(SESSION));
        let set = response.get_all(header::SET_COOKIE).iter();
        set.filter_map(|value| value.to_str().ok()).any(|value| value.starts_with(&start))
    }

    /// With TLS the browser itself refuses a cookie that another host of the domain has set, by this prefix.
    fn name(&self, bare: &'static str) -> String {
        match self.transport {
            Transport::Loopback => bare.to_owned(),
            Transport::Tls => format!("__Host-{bare}"),
        }
    }

    fn dressed(&self, bare: &'static str, value: String, same_site: SameSite) -> Cookie<'static> {
        Cookie::build((self.name(bare), value))
            .path("/")
            .http_only(true)
            .same_site(same_site)
            .secure(self.transport == Transport::Tls)
            .build()
    }

    fn signed(&self, request: &HeaderMap, bare: &'static str) -> Option<String> {
        let jar = SignedCookieJar::from_headers(request, self.key.0.clone());
        jar.get(&self.name(bare)).map(|cookie| cookie.value().to_owned())
    }

    fn sign(&self, response: &mut HeaderMap, bare: &'static str, value: String, same_site: SameSite) {
        let jar = SignedCookieJar::new(self.key.0.clone()).add(self.dressed(bare, value, same_site));
        let parts = axum::response::IntoResponse::into_response(jar);
        for value in parts.headers().get_all(header::SET_COOKIE) {
            response.append(header::SET_COOKIE, value.clone());
        }
    }
}

fn append(response: &mut HeaderMap, cookie: &str) {
    // Our own names and values have no character that a header may not have.
    if let Ok(value) = HeaderValue::from_str(cookie) {
        response.append(header::SET_COOKIE, value);
    }
}
