//! Signing in and out.

use ::store::user::PasswordHash;
use axum::{
    body::Bytes,
    extract::{Query, State},
    http::{HeaderMap, StatusCode, Uri},
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;

use crate::{
    access::{
        cookie::Cookies,
        guard::TOKEN_FIELD,
        own_path::OwnPath,
        password,
        role::Role,
        session::Session,
        token::Token,
        user::{DEMO_PASSWORD, UserName},
        visit::Visit,
    },
    app::App,
    form::{Field, FieldKind, Form, Sent, Submit},
    page::{Chrome, Place, plain::SignInPage, show},
    problem::Problem,
    view::act::Rank,
};

/// Where one signs in.
pub const PATH: &str = "/log-ind";
/// The page to go on to: its name in the address and in the form.
const THEN: &str = "videre";
const NAME: &str = "navn";
const PASSWORD: &str = "adgangskode";

/// The address of the sign-in page that leads on to this page, without what must stand in no address.
pub fn then(wanted: &Uri) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair(THEN, OwnPath::of(wanted, None).as_str());
    format!("{PATH}?{}", query.finish())
}

/// The address of the sign-in page for whoever sent this and was not signed in any more: an act leads back to its case.
pub fn after(sent: &Uri) -> String {
    let is_an_act = sent.path().strip_prefix("/sager/").is_some_and(|rest| rest.contains('/'));
    if is_an_act { then(sent) } else { PATH.to_owned() }
}

/// The page to go on to, where it is one of ours: a link from elsewhere must not lead elsewhere after sign-in.
fn our_own(wanted: Option<&str>) -> OwnPath {
    wanted.and_then(OwnPath::read).unwrap_or_default()
}

/// What the address of the sign-in page says.
#[derive(Debug, Default, Deserialize)]
pub struct Wanted {
    videre: Option<String>,
}

/// `GET /log-ind`: the form. Somebody who has signed in goes on.
///
/// # Errors
/// [`Problem::Fault`] where the operating system has no randomness for the form's token.
pub async fn ask(
    State(app): State<App>,
    visit: Visit,
    Query(wanted): Query<Wanted>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let wanted = our_own(wanted.videre.as_deref());
    if visit.visitor.is_some() {
        return Ok(Redirect::to(wanted.as_str()).into_response());
    }
    let known = Cookies::new(app.key(), app.config().transport).form_token(&headers);
    let token = known.map_or_else(Token::random, Ok).map_err(|_| Problem::Fault)?;
    show_form(&app, &visit, StatusCode::OK, &form(&visit, "", &wanted, None), token).await
}

/// `POST /log-ind`: 303 to the page that was wanted. 422 for a wrong name or password, 429 after too many, both with the
/// form; 403 where the form is not ours.
///
/// # Errors
/// [`Problem::StrangeForm`] for a form without the token that this browser was given; [`Problem::Fault`] where the
/// operating system has no randomness.
pub async fn check(State(app): State<App>, visit: Visit, headers: HeaderMap, body: Bytes) -> Result<Response, Problem> {
    let sent = Sent::read(&body);
    let given = Cookies::new(app.key(), app.config().transport).form_token(&headers);
    let token = given.filter(|given| sent.get(TOKEN_FIELD).and_then(Token::read) == Some(*given));
    let token = token.ok_or(Problem::StrangeForm)?;
    let (typed, wanted) = (sent.get(NAME).unwrap_or_default(), our_own(sent.get(THEN)));
    match attempt(&app, &visit, typed, sent.all(PASSWORD).next().unwrap_or_default()).await? {
        Attempt::Right(name) => welcome(&app, &visit, name, &wanted),
        Attempt::Wrong => {
            let form = form(&visit, typed, &wanted, Some("sign-in-wrong"));
            show_form(&app, &visit, StatusCode::UNPROCESSABLE_ENTITY, &form, token).await
        }
        Attempt::MustWait => {
            let form = form(&visit, typed, &wanted, Some("sign-in-must-wait"));
            show_form(&app, &visit, StatusCode::TOO_MANY_REQUESTS, &form, token).await
        }
    }
}

/// `POST /log-af`: ends the session.
pub async fn leave(State(app): State<App>, visit: Visit) -> Response {
    let mut response = Redirect::to(PATH).into_response();
    if let Some(visitor) = visit.visitor {
        app.ended().end(&visitor.session, visit.now, app.config().sessions);
    }
    Cookies::new(app.key(), app.config().transport).drop_session(response.headers_mut());
    response
}

/// How a try went.
enum Attempt {
    Right(UserName),
    Wrong,
    MustWait,
}

/// The hash is worked out on a thread of its own, a few at a time: it takes a while, on purpose. It costs one hash, whether
/// there is such a user or not.
async fn attempt(app: &App, visit: &Visit, typed: &str, password: &str) -> Result<Attempt, Problem> {
    let name = UserName::read(typed).ok();
    if name.as_ref().is_some_and(|name| !app.throttle().admits(name, visit.source, visit.now)) {
        return Ok(Attempt::MustWait);
    }
    let known = match &name {
        Some(name) => app.user(name).await,
        None => Ok(None),
    };
    let hash = known.map_err(|fault| Problem::of_store(app, &fault))?.map(|user| user.password);
    let _turn = app.checks().acquire().await.map_err(|_| Problem::Fault)?;
    let (checked, password) = (app.clone(), password.to_owned());
    let is_right = tokio::task::spawn_blocking(move || is_right(&checked, hash.as_ref(), &password));
    match (is_right.await.map_err(|_| Problem::Fault)??, name) {
        (true, Some(name)) => {
            app.throttle().forget(&name, visit.source);
            Ok(Attempt::Right(name))
        }
        _ => Ok(Attempt::Wrong),
    }
}

fn is_right(app: &App, hash: Option<&PasswordHash>, password: &str) -> Result<bool, Problem> {
    if let Some(hash) = hash {
        return Ok(password::is(hash, password));
    }
    let nobody = app.nobody().map_err(|fault| Problem::told(app, &fault))?;
    password::is(nobody, password);
    Ok(false)
}

/// A session of its own for each sign-in: one that was planted before is of no use after.
fn welcome(app: &App, visit: &Visit, user: UserName, wanted: &OwnPath) -> Result<Response, Problem> {
    let session = Session::begin(user, visit.now).map_err(|_| Problem::Fault)?;
    let mut response = Redirect::to(wanted.as_str()).into_response();
    Cookies::new(app.key(), app.config().transport).keep_session(response.headers_mut(), &session);
    Ok(response)
}

fn form(visit: &Visit, name: &str, wanted: &OwnPath, error: Option<&'static str>) -> Form {
    let t = visit.voice;
    let field = |name: &str, label, kind, error| Field { name: name.to_owned(), label, hint: None, error, kind };
    Form {
        id: "log-ind".into(),
        action: PATH.into(),
        fields: vec![
            field(THEN, String::new(), FieldKind::Hidden(wanted.to_string()), None),
            field(
                NAME,
                t.say("sign-in-name").to_string(),
                FieldKind::Line(name.to_owned()),
                error.map(|key| t.say(key).to_string()),
            ),
            field(PASSWORD, t.say("sign-in-password").to_string(), FieldKind::Secret, None),
        ],
        submits: vec![Submit { label: t.say("sign-in-do").to_string(), rank: Rank::Primary, sends: None, to: None }],
        open: true,
        ..Form::default()
    }
}

async fn show_form(
    app: &App,
    visit: &Visit,
    status: StatusCode,
    form: &Form,
    token: Token,
) -> Result<Response, Problem> {
    let demo = if app.admits_demo_users() { app.demo_users().await } else { Ok(Vec::new()) };
    let demo = demo.map_err(|fault| Problem::of_store(app, &fault))?;
    let role = |word: &str| Role::of_word(word).map_or("", |role| role.say(visit.voice.language));
    let page = Chrome::new(app.config(), visit, Place::SignIn);
    let page = SignInPage {
        page: &page,
        form,
        form_token: token.to_string(),
        demo: demo.into_iter().map(|user| (user.id.to_string(), role(user.role.as_str()))).collect(),
        demo_password: DEMO_PASSWORD.to_owned(),
    };
    let mut response = show(status, &page)?;
    Cookies::new(app.key(), app.config().transport).keep_form_token(response.headers_mut(), token);
    Ok(response)
}
