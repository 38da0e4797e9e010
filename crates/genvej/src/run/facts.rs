//! `genvej facts`: the vocabulary.

use law::fact::FactId;
use serde_json::json;

use crate::failure::Ended;
use crate::session::Session;
use crate::write;

/// Lists every fact with its type, values and question.
pub(crate) fn facts(session: &Session) -> Ended {
    if session.json {
        let facts: Vec<_> = FactId::all()
            .map(|fact| {
                let entry = fact.entry();
                json!({
                    "name": entry.name, "type": format!("{:?}", entry.kind).to_lowercase(), "unit": entry.unit,
                    "values": entry.values, "means": entry.means, "question": entry.question(session.language),
                    "ask": entry.asked_of.say(session.language), "help": entry.help(session.language),
                })
            })
            .collect();
        write::json(&facts.into());
        return Ended::Done;
    }
    for fact in FactId::all() {
        let entry = fact.entry();
        write::line(format!("{}  ({})", entry.name, entry.kind.say(session.language)));
        write::line(format!("    {}", entry.question(session.language)));
        if !entry.values.is_empty() {
            write::line(format!("    {}", entry.values.join(" | ")));
        }
    }
    Ended::Done
}
