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
use store::{Cases, Intake, Sqlite, Users as _};
use web::access::password::{self, Cost};

use crate::failure::{Ended, Failure};
use crate::run::import::intake;
use crate::run::progress;
use crate::run::user::user;
use crate::session::{Session, block_on};
use crate::write;

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

/// A made-up case: who, what stands in the plan, and what happened after. Days are counted from the day it all lies around.
struct Sample {
    number: &'static str,
    given: &'static str,
    surname: &'static str,
    plan_type: &'static str,
    diagnosis: (&'static str, &'static str),
    story: &'static str,
    admitted: i64,
    discharged: i64,
    received: i64,
    deadline: &'static str,
    names_region: bool,
    acts: Vec<Done>,
}

/// Something a user did.
struct Done {
    day: i64,
    user: &'static str,
    act: &'static str,
    fields: &'static [(&'static str, &'static str)],
}

const fn done(
    day: i64,
    user: &'static str,
    act: &'static str,
    fields: &'static [(&'static str, &'static str)],
) -> Done {
    Done { day, user, act, fields }
}

const NO_LIMIT: &str = "Ingen særlig frist.";
const HIP: (&str, &str) = ("DS721", "Pertrokantær femurfraktur");
const KNEE: (&str, &str) = ("DM170", "Primær knæartrose på begge sider");
const SHOULDER: (&str, &str) = ("DM751", "Rotator cuff-syndrom");
const WRIST: (&str, &str) = ("DS525", "Brud på nedre ende af radius");

/// A sample with what most of them have.
fn sample(number: &'static str, given: &'static str, surname: &'static str) -> Sample {
    Sample {
        number,
        given,
        surname,
        plan_type: "almen",
        diagnosis: HIP,
        story: "Faldt i hjemmet og blev opereret dagen efter. Må støtte fuldt på benet.",
        admitted: -16,
        discharged: -11,
        received: -8,
        deadline: NO_LIMIT,
        names_region: true,
        acts: Vec::new(),
    }
}

/// The cases, in the order in which they were received.
fn samples() -> Vec<Sample> {
    let mut samples = vec![
        Sample {
            received: -30,
            admitted: -40,
            discharged: -31,
            diagnosis: SHOULDER,
            story: "Sene i skulderen er syet.",
            acts: vec![
                done(-30, "visitator", "confirm_discharge", &[("on", "-31")]),
                done(-28, "terapeut", "record_first_contact", &[("by", "telephone"), ("choice_informed", "ja")]),
                done(-28, "terapeut", "offer_start", &[("start_on", "-25"), ("place", "Træningscenter Nord")]),
                done(-25, "terapeut", "hold_training", &[("note", "Undersøgelse og første øvelser.")]),
                done(
                    -25,
                    "terapeut",
                    "assess_level",
                    &[("level", "basic"), ("reason", "Én funktion er ramt, og forløbet er ventet enkelt.")],
                ),
            ],
            ..sample("1509819996", "Brita Test", "Berggren")
        },
        Sample {
            received: -8,
            admitted: -15,
            discharged: -9,
            acts: vec![
                done(-8, "visitator", "confirm_discharge", &[("on", "-9")]),
                done(-6, "terapeut", "record_first_contact", &[("by", "telephone"), ("choice_informed", "ja")]),
                done(-4, "visitator", "record_readmission", &[]),
            ],
            ..sample("3001749995", "Niels Test", "Vendelboe")
        },
        Sample {
            acts: vec![
                done(-8, "visitator", "confirm_discharge", &[("on", "-11")]),
                done(-6, "terapeut", "record_contact_attempt", &[("by", "telephone")]),
            ],
            ..sample("2911829996", "Kirsten Test", "Berggren")
        },
        Sample {
            discharged: -5,
            acts: vec![done(-5, "visitator", "confirm_discharge", &[("on", "-5")])],
            ..sample("1502779995", "Ruddi Test", "Berggren")
        },
        Sample {
            discharged: -9,
            received: -7,
            diagnosis: KNEE,
            story: "Nyt knæ på højre side.",
            acts: vec![
                done(-7, "visitator", "confirm_discharge", &[("on", "-9")]),
                done(-6, "terapeut", "record_first_contact", &[("by", "telephone"), ("choice_informed", "ja")]),
                done(-6, "terapeut", "offer_start", &[("start_on", "3"), ("place", "Træningscenter Nord")]),
            ],
            ..sample("2509479989", "Bruno Test", "Elmer")
        },
        Sample {
            discharged: -7,
            received: -6,
            acts: vec![done(-6, "visitator", "confirm_discharge", &[("on", "-7")])],
            ..sample("0107729995", "Max Test", "Berggren")
        },
        Sample {
            admitted: -6,
            discharged: -6,
            received: -6,
            diagnosis: WRIST,
            story: "Brækkede håndleddet i skolen og fik gips i skadestuen.",
            acts: vec![
                done(-6, "visitator", "confirm_discharge", &[("on", "-6")]),
                done(-5, "terapeut", "record_first_contact", &[("by", "telephone"), ("choice_informed", "ja")]),
                done(-5, "terapeut", "offer_start", &[("start_on", "0"), ("place", "Træningscenter Nord")]),
            ],
            ..sample("0505159995", "Lars Test", "Berggren")
        },
    ];
    samples.extend(later_samples());
    samples
}

fn later_samples() -> [Sample; 7] {
    [
        Sample {
            discharged: -6,
            received: -5,
            diagnosis: SHOULDER,
            deadline: "Træningen kan tidligst begynde {+6}, når sting er fjernet.",
            acts: vec![
                done(-5, "visitator", "confirm_discharge", &[("on", "-6")]),
                done(
                    -5,
                    "terapeut",
                    "read_start_limit",
                    &[("meaning", "not_before"), ("on", "6"), ("reason_given", "ja")],
                ),
            ],
            ..sample("2512489996", "Nancy Ann Test", "Berggren")
        },
        Sample {
            discharged: -4,
            received: -4,
            deadline: "Bør begynde senest 3 hverdage efter udskrivelsen.",
            acts: vec![done(-4, "visitator", "confirm_discharge", &[("on", "-4")])],
            ..sample("0211223989", "Åge Test", "Berggren")
        },
        Sample {
            discharged: -3,
            received: -3,
            plan_type: "specialiseret",
            acts: vec![done(-3, "visitator", "confirm_discharge", &[("on", "-3")])],
            ..sample("0104909995", "Sverre Test", "Mosebryggersen")
        },
        Sample {
            discharged: -2,
            received: -1,
            acts: vec![
                done(-1, "visitator", "confirm_discharge", &[("on", "-2")]),
                done(-1, "terapeut", "record_first_contact", &[("by", "telephone"), ("choice_informed", "ja")]),
                done(-1, "terapeut", "offer_start", &[("start_on", "1"), ("place", "Træningscenter Nord")]),
            ],
            ..sample("0201609995", "Einer Test", "Lauridsen")
        },
        Sample {
            admitted: -5,
            discharged: -2,
            received: -1,
            diagnosis: HIP,
            story: "Indlagt igen efter fald. Ny plan for hoften, skulderforløbet er i gang.",
            ..sample("1509819996", "Brita Test", "Berggren")
        },
        Sample {
            admitted: -4,
            discharged: 2,
            received: 0,
            names_region: false,
            ..sample("0201919990", "Else Test", "Lauridsen")
        },
        Sample {
            admitted: -5,
            discharged: 1,
            received: 0,
            diagnosis: KNEE,
            story: "Nyt knæ på venstre side.",
            ..sample("0201609996", "Lonni Test", "Lauridsen")
        },
    ]
}

/// Fills the database; what is there already is left as it is.
pub(crate) fn demo(session: &Session, around: Date) -> Result<Ended, Failure> {
    let made = block_on(async {
        let cases = session.open(Missing::Create).await?;
        add_users(session, &cases).await?;
        let samples = samples();
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
            return Err(Failure::all(&findings, |finding, language| finding.say(language)));
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
    let act = Act::of_form(done.act, &filled)
        .map_err(|faults| Failure::all(&faults, |fault, language| fault.say(language)))?;
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
