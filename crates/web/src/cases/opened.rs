//! A case as it was read for a page, with what belongs to it; and the record of its being read.

use std::collections::BTreeMap;

use case::{Case, CaseId, Role, UserId, person::Person};
use jiff::Timestamp;
use law::Language;
use store::{AccessLog as _, StreamId, Users as _, access::Access};

use crate::{
    access::visit::Visitor,
    app::{App, Clock},
    problem::Problem,
};

/// A case with the person's other cases, and the names of those who acted.
pub(super) struct Opened {
    /// The case.
    pub(super) case: Case,
    /// The person.
    pub(super) person: Person,
    /// The person's other cases.
    pub(super) others: Vec<Case>,
    /// The names of the users.
    pub(super) names: Names,
    /// Who has looked, the latest first.
    pub(super) accesses: Vec<Access>,
}

impl Opened {
    /// Reads a case.
    pub(super) async fn read(app: &App, id: &CaseId) -> Result<Self, Problem> {
        let of_cases = |fault| Problem::of_cases(app, &fault);
        let of_store = |fault| Problem::of_store(app, &fault);
        let cases = app.cases();
        let case = cases.case(id).await.map_err(of_cases)?.ok_or(Problem::NotFound)?;
        let person = cases.person_of(id).await.map_err(of_cases)?.unwrap_or_default();
        let others = cases.others(id).await.map_err(of_cases)?;
        let users = app.store().users(app.municipality()).await.map_err(of_store)?;
        let names = users.into_iter().map(|user| (UserId(user.id.as_str().to_owned()), user.name)).collect();
        let accesses = app.store().accesses(app.municipality(), &key(id)?).await.map_err(of_store)?;
        Ok(Self { case, person, others, names: Names(names), accesses })
    }
}

/// What a case was opened for, as the record of openings has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Its page.
    Page,
    /// The CPR number in full.
    Number,
    /// A plan in the inbox, or the choice among two.
    Inbox,
    /// Found by its CPR number.
    Found,
    /// Outside these pages.
    CommandLine,
}

/// The purpose of an opening from the command line, as the record of openings has it.
pub const COMMAND_LINE: &str = "command_line";

impl Purpose {
    const ALL: [Self; 5] = [Self::Page, Self::Number, Self::Inbox, Self::Found, Self::CommandLine];

    /// The word in the record.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Number => "cpr_number",
            Self::Inbox => "inbox",
            Self::Found => "found_by_cpr_number",
            Self::CommandLine => COMMAND_LINE,
        }
    }

    /// The key of its words for people.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Page => "access-page",
            Self::Number => "access-number",
            Self::Inbox => "access-inbox",
            Self::Found => "access-found",
            Self::CommandLine => "access-command-line",
        }
    }

    /// The purpose of this word.
    pub(super) fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|purpose| purpose.word() == word)
    }
}

/// Records that somebody is about to see a case. Where that fails, nothing is to be shown.
pub(crate) async fn record(
    app: &App,
    visitor: &Visitor,
    case: &CaseId,
    purpose: Purpose,
    now: Timestamp,
) -> Result<(), Problem> {
    write(app, &access(visitor, case, purpose, now)?).await
}

/// As [`record`], once a day: for a list that shows many cases in full and is looked at many times a day. What it writes is
/// bounded by the cases, and the record of a case isn't flooded by what is one opening.
pub(crate) async fn record_once_a_day(
    app: &App,
    visitor: &Visitor,
    case: &CaseId,
    purpose: Purpose,
    now: Timestamp,
) -> Result<(), Problem> {
    let new = access(visitor, case, purpose, now)?;
    let before = app.store().accesses(app.municipality(), &new.case).await;
    let before = before.map_err(|fault| Problem::of_store(app, &fault))?;
    let is_same = |old: &Access| {
        (&old.user, &old.role, &old.purpose) == (&new.user, &new.role, &new.purpose)
            && Clock::date_of(old.at) == Clock::date_of(now)
    };
    if before.iter().any(is_same) { Ok(()) } else { write(app, &new).await }
}

fn access(visitor: &Visitor, case: &CaseId, purpose: Purpose, now: Timestamp) -> Result<Access, Problem> {
    Ok(Access {
        case: key(case)?,
        user: visitor.user.key().map_err(|_| Problem::Fault)?,
        role: store::Role::new(visitor.role.word()).map_err(|_| Problem::Fault)?,
        at: now,
        purpose: purpose.word().to_owned(),
    })
}

async fn write(app: &App, access: &Access) -> Result<(), Problem> {
    let recorded = app.store().record_access(app.municipality(), access).await;
    recorded.map_err(|fault| Problem::of_store(app, &fault))
}

/// The case's key in the record.
pub(crate) fn key(case: &CaseId) -> Result<StreamId, Problem> {
    StreamId::new(case.to_string()).map_err(|_| Problem::NotFound)
}

/// What the users are called.
#[derive(Clone, Debug, Default)]
pub(super) struct Names(BTreeMap<UserId, String>);

impl Names {
    /// Who it was, as others read it: `Demo Terapeut, terapeut`. What another system reported, nobody did.
    pub(super) fn who(&self, by: &UserId, role: Role, language: Language) -> String {
        if !role.is_a_persons() {
            return role.say(language).to_owned();
        }
        format!("{}, {}", self.name(by), role.say(language))
    }

    /// The name alone; what they signed in with, where they are no longer a user.
    pub(super) fn name<'a>(&'a self, by: &'a UserId) -> &'a str {
        self.0.get(by).map_or(by.0.as_str(), String::as_str)
    }
}
