//! `genvej ask`: the interview on the terminal. The same engine as the pages; nothing is stored.

use std::io::{self, BufRead, Write};

use jiff::civil::Date;
use law::assess::entitlement;
use law::fact::Decimal;
use law::fact::{FactEntry, FactId, Facts, Kind, Slot, Value};
use law::interview::next_question;
use law::rights::Right;
use law::ruling::Outcome;

use crate::failure::{Ended, Failure};
use crate::session::Session;
use crate::write;

/// Asks until nothing that anybody could answer would settle more, then says what follows.
pub(crate) fn ask(session: &Session, as_of: Date) -> Result<Ended, Failure> {
    let language = session.language;
    let mut facts = Facts::new();
    let mut input = io::stdin().lock().lines();
    tell(
        session,
        session.pick(
            "Svar på spørgsmålene. Skriv ? hvis du ikke ved det. Intet bliver gemt.\n",
            "Answer the questions. Write ? where you don't know. Nothing is stored.\n",
        ),
    );
    while let Some(question) = next_question(&facts, as_of, &Right::ALL) {
        let entry = question.fact.entry();
        tell(session, entry.citizen_question(language));
        if let Some(help) = entry.help(language) {
            tell(session, format!("  {help}"));
        }
        tell(session, format!("  {}", question.why(language)));
        for at in 0..entry.values.len() {
            tell(session, format!("  {}. {}", at + 1, entry.citizen_value_words(at, language)));
        }
        let Some(slot) = answer(session, &mut input, question.fact)? else { break };
        facts.put(question.fact, slot);
    }
    if session.json {
        let answers: Vec<_> = Right::ALL
            .into_iter()
            .map(|right| {
                let right = entitlement(right, &facts, as_of);
                serde_json::json!({
                    "provision": right.right.provision_on(as_of).to_string(), "subject": right.right.subject(),
                    "answer": right.word(&facts), "because": right.because(&facts, language),
                })
            })
            .collect();
        write::json(
            &serde_json::json!({"as_of": as_of.to_string(), "facts": facts.to_json(), "entitlements": answers}),
        );
        return Ok(Ended::Done);
    }
    conclude(session, &facts, as_of);
    Ok(Ended::Done)
}

/// A line of the conversation. With `--json` the answer alone goes to standard output.
fn tell(session: &Session, text: impl AsRef<str>) {
    if session.json {
        eprintln!("{}", text.as_ref());
    } else {
        write::line(text);
    }
}

/// One answer; asked again until it can be read. Nothing where the input has ended.
fn answer(
    session: &Session,
    input: &mut impl Iterator<Item = io::Result<String>>,
    fact: FactId,
) -> Result<Option<Slot>, Failure> {
    loop {
        write_prompt(session, fact.entry());
        let Some(line) = input.next() else { return Ok(None) };
        let line = line.map_err(|fault| {
            Failure::new(format!("Svaret kan ikke læses: {fault}."), format!("The answer can't be read: {fault}."))
        })?;
        match read(fact.entry(), line.trim()) {
            Some(slot) => {
                tell(session, "");
                return Ok(Some(slot));
            }
            None => tell(
                session,
                session.pick(
                    "  Det kan ikke bruges. Prøv igen, eller skriv ?.",
                    "  That can't be used. Try again, or write ?.",
                ),
            ),
        }
    }
}

fn write_prompt(session: &Session, entry: &FactEntry) {
    let hint = match entry.kind {
        Kind::Bool => session.pick("ja/nej/?", "yes/no/?"),
        Kind::Date => session.pick("åååå-mm-dd/?", "yyyy-mm-dd/?"),
        Kind::Set => session.pick("numre med komma, 0 for ingen, ?", "numbers with commas, 0 for none, ?"),
        Kind::Enum => session.pick("nummer/?", "number/?"),
        _ => "?",
    };
    if session.json {
        eprint!("  [{hint}] ");
        return;
    }
    let mut out = io::stdout().lock();
    // A terminal that is gone ends the reading as well.
    let _ = write!(out, "  [{hint}] ").and_then(|()| out.flush());
}

/// An answer as typed; nothing where it can't be read.
fn read(entry: &FactEntry, typed: &str) -> Option<Slot> {
    let typed = typed.to_lowercase();
    if matches!(typed.as_str(), "?" | "ved ikke" | "don't know") {
        return Some(Slot::Unknowable);
    }
    let place = |typed: &str| typed.trim().parse::<usize>().ok().filter(|at| (1..=entry.values.len()).contains(at));
    let value = match entry.kind {
        Kind::Bool => match typed.as_str() {
            "ja" | "j" | "yes" | "y" => Value::Bool(true),
            "nej" | "n" | "no" => Value::Bool(false),
            _ => return None,
        },
        Kind::Date => Value::Date(typed.parse().ok()?),
        Kind::Integer => Value::Integer(typed.parse().ok()?),
        Kind::Decimal => Value::Decimal(Decimal::parse(&typed.replace(',', "."))?),
        Kind::Enum => Value::Choice(u8::try_from(place(&typed)? - 1).ok()?),
        Kind::Set if typed == "0" => Value::Choices(0),
        Kind::Set => {
            let places: Option<Vec<usize>> = typed.split(',').map(place).collect();
            Value::Choices(places?.into_iter().fold(0, |bits, at| bits | 1 << (at - 1)))
        }
        Kind::Text | Kind::Instant if typed.is_empty() => return None,
        Kind::Text | Kind::Instant => Value::Text(typed.as_str().into()),
    };
    Some(Slot::Known(value))
}

fn conclude(session: &Session, facts: &Facts, as_of: Date) {
    let language = session.language;
    write::line(session.pick("\nSVAR", "\nANSWERS"));
    for right in Right::ALL {
        let answered = entitlement(right, facts, as_of);
        let word = match answered.ruling.outcome {
            Outcome::Yes => session.pick("Ja", "Yes"),
            Outcome::No => continue,
            Outcome::Judge(_) => session.pick("Et menneske skal vurdere", "A person must judge"),
            Outcome::Missing(_) => session.pick("Ikke afgjort", "Not settled"),
        };
        write::line(format!("{word}: {} ({})", right.say(language), right.provision_on(as_of)));
        write::line(format!("  {}", answered.because(facts, language)));
    }
}
