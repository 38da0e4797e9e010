//! What surrounds every page: head, menu, footer; and the pages as templates.

use askama::Template;
use axum::{
    http::StatusCode,
    response::{Html, IntoResponse, Response},
};

use crate::{
    access::{role, visit::Visit},
    config::Config,
    language,
    problem::Problem,
    text::Voice,
};

pub mod case;
pub mod inbox;
pub mod interview;
pub mod plain;
pub mod rule;
pub mod worklist;

/// Where in the program a page is, for the menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The worklist.
    Worklist,
    /// The inbox.
    Inbox,
    /// The cases.
    Cases,
    /// The public interview.
    Interview,
    /// The rules in plain words.
    Rules,
    /// Signing in.
    SignIn,
    /// A page outside the menu.
    Elsewhere,
}

/// What surrounds a page.
#[derive(Clone, Debug)]
pub struct Chrome {
    /// The voice in which it speaks.
    pub t: Voice,
    /// The municipality.
    pub municipality: String,
    /// The number to call.
    pub phone: Option<String>,
    /// Who has signed in.
    pub user: Option<UserBadge>,
    /// The menu.
    pub menu: Vec<MenuItem>,
    /// The same page in the other language.
    pub in_other_language: String,
}

/// Who has signed in, as the menu shows it.
#[derive(Clone, Debug)]
pub struct UserBadge {
    /// The name.
    pub full_name: String,
    /// The role in words.
    pub role: &'static str,
    /// Whether the role sees citizens' cases.
    pub sees_cases: bool,
    /// The token that every form carries.
    pub form_token: String,
}

/// An entry of the menu.
#[derive(Clone, Debug)]
pub struct MenuItem {
    /// Its address.
    pub href: &'static str,
    /// The key of its name.
    pub key: &'static str,
    /// Whether one is there.
    pub is_here: bool,
}

/// The menu of those who see citizens' cases, of the rest of the staff, and of everybody.
const READERS_MENU: &[(Place, &str, &str)] = &[
    (Place::Worklist, "/arbejdsliste", "menu-worklist"),
    (Place::Inbox, "/indbakke", "menu-inbox"),
    (Place::Cases, "/sager", "menu-cases"),
    (Place::Rules, "/lov", "menu-rules"),
];
const STAFF_MENU: &[(Place, &str, &str)] = &[(Place::Rules, "/lov", "menu-rules")];
const PUBLIC_MENU: &[(Place, &str, &str)] = &[
    (Place::Interview, "/ret", "menu-interview"),
    (Place::Rules, "/lov", "menu-rules"),
    (Place::SignIn, "/log-ind", "menu-sign-in"),
];

impl Chrome {
    /// What surrounds the page at this place.
    pub fn new(config: &Config, visit: &Visit, place: Place) -> Self {
        let user = visit.visitor.as_ref().map(|visitor| UserBadge {
            full_name: visitor.full_name.clone(),
            role: visitor.role.say(visit.voice.language),
            sees_cases: role::may_read(visitor.role),
            form_token: visitor.session.form_token.to_string(),
        });
        let menu = match &user {
            Some(user) if user.sees_cases => READERS_MENU,
            Some(_) => STAFF_MENU,
            None => PUBLIC_MENU,
        };
        let item =
            |&(of, href, key): &(Place, &'static str, &'static str)| MenuItem { href, key, is_here: of == place };
        Self {
            t: visit.voice,
            municipality: config.municipality.clone(),
            phone: config.phone.clone(),
            user,
            menu: menu.iter().map(item).collect(),
            in_other_language: visit.in_language(language::other(visit.voice.language)),
        }
    }

    /// The language's code.
    pub fn lang(&self) -> &'static str {
        language::code(self.t.language)
    }

    /// The other language's code.
    pub fn other_lang(&self) -> &'static str {
        language::code(language::other(self.t.language))
    }

    /// Where the program's own name leads.
    pub fn home(&self) -> &'static str {
        if self.user.as_ref().is_some_and(|user| user.sees_cases) { "/arbejdsliste" } else { "/" }
    }

    /// The token that a form carries; empty for those who have not signed in and whose forms change nothing.
    pub fn form_token(&self) -> &str {
        self.user.as_ref().map_or("", |user| &user.form_token)
    }
}

/// The page as a response.
///
/// # Errors
/// [`Problem::Fault`] where the template fails, which the gallery's test would have found.
pub fn show(status: StatusCode, page: &impl Template) -> Result<Response, Problem> {
    let html = page.render().map_err(|_| Problem::Fault)?;
    Ok((status, Html(html)).into_response())
}
