//! `genvej demo`: made-up cases around a day, through the doors that real ones come through. Messages are read as messages, and what users do
//! are commands. The citizens are MedCom's official test persons.

use case::form::Filled;
use case::{Act, CaseId, Command, CommandId, Role, UserId, denmark};
use exchange::ggop::{self, Reading, Reception};
use jiff::civil::{Date, Time};
use jiff::{Timestamp, ToSpan};
use law::Language;
use store::sqlite::Missing;
use store::user::{Account, AddUserError};
use store::{Cases, Intake, Log as _, Sqlite, Users as _};
use web::access::password::{self, Cost};

use crate::failure::{Ended, Failure};
use crate::run::import::intake;
use crate::run::progress;
use crate::run::user::user;
use crate::session::{Session, block_on};
use crate::write;

mod samples;

use samples::{Done, Sample, samples};

const PLAN: &str = include_str!("../demo/plan.xml");
const REGION: &str = "  <ContactCounty>
   <mm100:EANIdentifier>5790000999019</mm100:EANIdentifier>
   <mm100:DepartmentName>Regionens koordinator for genoptræning</mm100:DepartmentName>
   <mm100:TelephoneSubscriberIdentifier>+4500000007</mm100:TelephoneSubscriberIdentifier>
  </ContactCounty>
";

/// The password of every demonstration user. `serve` refuses them on any address but the machine's own.
pub(crate) const PASSWORD: &str = "genvej";

/// The demonstration's users.
const USERS: [(&str, &str, Role, &str); 4] = [
    ("terapeut", "Demo Terapeut", Role::Therapist, "Træningsenheden"),
    ("visitator", "Demo Visitator", Role::CaseOfficer, "Visitationen"),
    ("leder", "Demo Leder", Role::Manager, "Sundhed"),
    ("administrator", "Demo Administrator", Role::Administrator, "It"),
];

/// Fills the database; what an earlier run of it made is left as it is.
///
/// # Errors
/// A database that is in use: made-up citizens can't be taken out of a record again.
pub(crate) fn demo(session: &Session, around: Date) -> Result<Ended, Failure> {
    let made = block_on(async {
        let cases = session.open(Missing::Create).await?;
        refuse_in_use(session, &cases).await?;
        add_users(session, &cases).await?;
        let samples: Vec<Sample> = samples().collect();
        let bar = progress::bar(samples.len() as u64);
        let mut made = 0;
        for (at, sample) in samples.iter().enumerate() {
            made += usize::from(take_in(&cases, sample, at + 1, around).await?);
            bar.inc(1);
        }
        bar.finish_and_clear();
        cases.store().close().await;
        Ok(made)
    })?;
    tell(session, made);
    Ok(Ended::Done)
}

/// Real users, or cases that were there before the demonstration's users were.
async fn refuse_in_use(session: &Session, cases: &Cases<Sqlite>) -> Result<(), Failure> {
    let users = cases.store().users(session.municipality).await?;
    let is_in_use = if users.is_empty() {
        cases.store().events(session.municipality).await? > 0
    } else {
        users.iter().any(|user| user.account == Account::Real)
    };
    if !is_in_use {
        return Ok(());
    }
    let db = session.db().display();
    Err(Failure::new(
        format!("{db} er i brug: opdigtede sager hører ikke til der. Vælg en anden fil med --db. Intet er ændret."),
        format!(
            "{db} is in use: made-up cases don't belong there. Choose another file with --db. Nothing was changed."
        ),
    ))
}

fn tell(session: &Session, made: usize) {
    if session.json {
        let users: Vec<_> = USERS
            .iter()
            .map(|(id, name, role, _)| serde_json::json!({"id": id, "name": name, "role": role.word(), "password": PASSWORD}))
            .collect();
        write::json(&serde_json::json!({"cases": made, "users": users}));
        return;
    }
    let db = session.db().display().to_string();
    let words = if made == 0 {
        session.pick("{db} var fyldt i forvejen.", "{db} was filled already.")
    } else {
        session.pick("{db} har nu {n} opdigtede sager.", "{db} now has {n} made-up cases.")
    };
    write::line(words.replace("{db}", &db).replace("{n}", &made.to_string()));
    write::line(session.pick("Brugere (adgangskode: genvej):", "Users (password: genvej):"));
    for (id, _, role, unit) in USERS {
        write::line(format!("  {id:<14} {} · {unit}", role.say(session.language)));
    }
}

async fn add_users(session: &Session, cases: &Cases<Sqlite>) -> Result<(), Failure> {
    let hash = password::hash(PASSWORD, Cost::default())
        .map_err(|fault| Failure::new(fault.to_string(), fault.to_string()))?;
    for (id, name, role, unit) in USERS {
        let user = user(id, name, role, unit, hash.clone(), Account::Demo)?;
        match cases.store().add_user(session.municipality, &user).await {
            Ok(()) | Err(AddUserError::Exists(_)) => {}
            Err(AddUserError::Store(fault)) => return Err(fault.into()),
        }
    }
    Ok(())
}

/// Takes in a sample's message and does what users did; whether it was new.
async fn take_in(cases: &Cases<Sqlite>, sample: &Sample, at: usize, around: Date) -> Result<bool, Failure> {
    let message = message(sample, at, around);
    let received = day(around, sample.received);
    let reading = ggop::read(message.as_bytes(), &Reception { at: Some(cases.municipality()), on: received });
    let plan = match reading {
        Reading::Intake { plan, .. } => *plan,
        Reading::Refused { findings, .. } => {
            return Err(Failure::all(&findings, exchange::Finding::say));
        }
    };
    let minute = i8::try_from(at % 60).unwrap_or_default();
    let now = instant(received, Time::constant(9, 4, 0, 0).saturating_add(i64::from(minute).minutes()));
    let file = format!("demo-{at}.xml");
    let Intake::Opened(case) = cases.take_in(&intake(plan, &file, message.into_bytes(), now)).await? else {
        return Ok(false);
    };
    for (number, done) in sample.acts.iter().enumerate() {
        carry_out(cases, &case, number, done, around).await?;
    }
    Ok(true)
}

async fn carry_out(
    cases: &Cases<Sqlite>,
    case: &CaseId,
    number: usize,
    done: &Done,
    around: Date,
) -> Result<(), Failure> {
    let filled: Filled =
        done.fields.iter().map(|(name, value)| ((*name).to_owned(), dated(name, value, around))).collect();
    let act = Act::of_form(done.act, &filled).map_err(|faults| Failure::all(&faults, case::form::FieldFault::say))?;
    let role = USERS.iter().find(|(id, ..)| *id == done.user).map_or(Role::System, |(_, _, role, _)| *role);
    let happened_on = day(around, done.day);
    let minute = i64::try_from(number).unwrap_or_default();
    let recorded_at = instant(happened_on, Time::constant(11, 20, 0, 0).saturating_add(minute.minutes()));
    let command = Command {
        id: CommandId(format!("demo/{case}/{number}")),
        case: case.clone(),
        act,
        happened_on,
        happened_at: None,
        recorded_at,
        today: happened_on,
        by: UserId(done.user.into()),
        role,
    };
    cases.carry_out(&command).await?;
    Ok(())
}

/// A field's value; days are counted from the day it all lies around.
fn dated(name: &str, value: &str, around: Date) -> String {
    match (name, value.parse::<i64>()) {
        ("on" | "start_on", Ok(days)) => day(around, days).to_string(),
        _ => value.to_owned(),
    }
}

fn day(around: Date, days: i64) -> Date {
    around.saturating_add(days.days())
}

fn instant(day: Date, at: Time) -> Timestamp {
    denmark::instant(day.to_datetime(at))
}

/// The sample's message, as a hospital would send it.
fn message(sample: &Sample, at: usize, around: Date) -> String {
    let signed = day(around, sample.received.min(sample.discharged + 3));
    let stamp = format!("{:02}{:02}{:02}", signed.year() % 100, signed.month(), signed.day());
    let deadline = sample.deadline.replace("{+6}", &law::calendar::date_in_words(day(around, 6), Language::Danish));
    let (code, diagnosis) = sample.diagnosis;
    let filled = [
        ("{signed}", signed.to_string()),
        ("{envelope}", format!("{stamp}{at:08}")),
        ("{letter}", format!("{stamp}9{at:07}")),
        ("{number}", sample.number.to_owned()),
        ("{given}", sample.given.to_owned()),
        ("{surname}", sample.surname.to_owned()),
        ("{type}", sample.plan_type.to_owned()),
        ("{deadline}", deadline),
        ("{admitted}", day(around, sample.admitted).to_string()),
        ("{discharged}", day(around, sample.discharged).to_string()),
        ("{story}", sample.story.to_owned()),
        ("{code}", code.to_owned()),
        ("{diagnosis}", diagnosis.to_owned()),
        ("{region}", if sample.names_region { REGION.to_owned() } else { String::new() }),
    ];
    filled.iter().fold(PLAN.to_owned(), |message, (place, value)| message.replace(place, value))
}
