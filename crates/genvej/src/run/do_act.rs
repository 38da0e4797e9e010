//! `genvej do`: an act in a case, by a user in that user's role.

use case::form::{ACTS, Field, FieldKind, Filled, Need, fields};
use case::{Act, Command, CommandId, Event, Role, UserId, command::act_title};
use law::Language;
use serde_json::json;
use sha2::{Digest as _, Sha256};
use store::sqlite::Missing;
use store::{CarriedOut, Cases, Sqlite, Users as _};

use super::cases::{case_id, duty_json, tell_duty};
use crate::cli::DoArgs;
use crate::failure::{Ended, Failure};
use crate::session::{Session, block_on};
use crate::write;

/// Carries out an act, and says what is owed after it.
pub(crate) fn do_act(session: &Session, args: &DoArgs) -> Result<Ended, Failure> {
    if matches!(args.act.as_str(), "hjælp" | "help") {
        help(session);
        return Ok(Ended::Done);
    }
    let id = case_id(&args.case)?;
    let filled = filled(&args.fields)?;
    let act = Act::of_form(&args.act, &filled).map_err(|faults| Failure::all(&faults, case::form::FieldFault::say))?;
    let outcome = block_on(async {
        let cases = session.open(Missing::Refuse).await?;
        let (_, role) = user_named(session, &cases, &args.user).await?;
        let corrections = match cases.case(&id).await? {
            Some(case) => {
                case.history().iter().filter(|recorded| matches!(recorded.event, Event::EnteredInError(_))).count()
            }
            None => 0,
        };
        let happened_on = args.happened.unwrap_or(session.today());
        let command = Command {
            id: CommandId(args.key.clone().unwrap_or_else(|| same_again(args, &happened_on.to_string(), corrections))),
            case: id.clone(),
            act,
            happened_on,
            happened_at: None,
            recorded_at: session.now,
            today: session.today(),
            by: UserId(args.user.clone()),
            role,
        };
        let outcome = cases.carry_out(&command).await?;
        cases.store().close().await;
        Ok(outcome)
    })?;
    tell(session, &outcome);
    Ok(Ended::Done)
}

/// The mark of a command without one of its own: the same act with the same fields by the same user on the same day is the same command,
/// until a mistake in the case has been corrected.
fn same_again(args: &DoArgs, happened: &str, corrections: usize) -> String {
    let mut fields = args.fields.clone();
    fields.sort();
    let text = format!("{}|{}|{}|{}|{happened}|{corrections}", args.user, args.case, args.act, fields.join("|"));
    Sha256::digest(text.as_bytes()).iter().fold(String::from("cli/"), |mark, byte| mark + &format!("{byte:02x}"))
}

fn filled(fields: &[String]) -> Result<Filled, Failure> {
    let mut filled = Filled::new();
    for field in fields {
        let Some((name, value)) = field.split_once('=') else {
            return Err(Failure::new(
                format!("»{field}« er ikke FELT=VÆRDI, f.eks. start_on=2026-04-08."),
                format!("»{field}« is not FIELD=VALUE, such as start_on=2026-04-08."),
            ));
        };
        if filled.insert(name.to_owned(), value.to_owned()).is_some() {
            return Err(Failure::new(
                format!("Feltet »{name}« står to gange."),
                format!("The field »{name}« stands twice."),
            ));
        }
    }
    Ok(filled)
}

/// The user whom `--as` names, and the role.
///
/// # Errors
/// Where there is none of this name.
pub(crate) async fn user_named(
    session: &Session,
    cases: &Cases<Sqlite>,
    name: &str,
) -> Result<(store::UserId, Role), Failure> {
    let id = store::UserId::new(name).map_err(|_| no_user(name))?;
    let user = cases.store().user(session.municipality, &id).await?.ok_or_else(|| no_user(name))?;
    let role = Role::of_word(user.role.as_str()).ok_or_else(|| no_user(name))?;
    Ok((id, role))
}

fn no_user(user: &str) -> Failure {
    Failure::new(
        format!("Der er ingen bruger »{user}«. »genvej user list« viser dem, der er."),
        format!("There is no user »{user}«. »genvej user list« shows those there are."),
    )
}

fn tell(session: &Session, outcome: &CarriedOut) {
    let (language, on) = (session.language, session.today());
    let case = outcome.case();
    let before = matches!(outcome, CarriedOut::Before(_));
    let facts = case::facts(case, on);
    let duties = case::duties(case, session.standard().as_ref(), on);
    if session.json {
        write::json(&json!({
            "case": case.id().to_string(), "done": if before { "before" } else { "now" },
            "duties": duties.iter().map(|duty| duty_json(duty, &facts, on, false, language)).collect::<Vec<_>>(),
        }));
        return;
    }
    if before {
        write::line(
            session.pick("Det er gjort før; intet er gemt igen.", "It was done before; nothing was saved again."),
        );
    } else if let Some(last) = case.history().last() {
        write::line(format!("{} {}", session.pick("Gemt:", "Saved:"), last.event.say(language)));
    }
    for duty in &duties {
        tell_duty(duty, &facts, on, false, language);
    }
}

/// Every act with its fields.
fn help(session: &Session) {
    for act in ACTS {
        write::line(format!("{act}  ({})", act_title(act, session.language).unwrap_or(act)));
        for field in fields(act).unwrap_or_default() {
            write::line(format!(
                "    {}={}  {}",
                field.name,
                value_hint(field, session.language),
                field.label(session.language)
            ));
        }
    }
}

fn value_hint(field: &Field, language: Language) -> String {
    let value = match field.kind {
        FieldKind::Date => language.pick("DATO", "DATE").into(),
        FieldKind::Line | FieldKind::Lines => language.pick("TEKST", "TEXT").into(),
        FieldKind::Tick => language.pick("ja|nej", "yes|no").into(),
        FieldKind::Choice(choices) => choices.iter().map(|choice| choice.word).collect::<Vec<_>>().join("|"),
        FieldKind::Municipality => language.pick("KOMMUNE", "MUNICIPALITY").into(),
        FieldKind::Case => language.pick("SAG", "CASE").into(),
        FieldKind::Event => language.pick("NUMMER", "NUMBER").into(),
    };
    match field.need {
        Need::Required => value,
        Need::Optional | Need::When(..) => format!("[{value}]"),
    }
}
