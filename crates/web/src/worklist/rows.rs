//! The rows of a page: for each the case is read and the law asked, so that what the row says is what the case says.

use case::{Case, CaseId, duties, facts};
use jiff::civil::Date;
use law::{duties::ExplainedDuty, duty::Party, fact::Choice as _};
use store::{
    CasesError,
    worklist::{Worklist, WorklistLine, WorklistQuery},
};

use crate::{
    access::visit::Visit,
    app::App,
    date,
    text::Voice,
    told::{
        count::{clocks, law_is_uncounted},
        duty::{Telling, by_due, state},
    },
    view::{
        duty::{Due, ReasonView, State},
        worklist::{RowView, Urgency},
    },
};

/// Further duties that a row names; of the rest it says how many.
const NAMED: usize = 2;

/// The rows of a page in their order, each with its urgency.
pub(super) async fn rows(app: &App, visit: &Visit, list: &Worklist, query: &WorklistQuery) -> Vec<(Urgency, RowView)> {
    let mut rows = Vec::with_capacity(list.lines.len());
    for line in &list.lines {
        let case = match CaseId::parse(&line.case.number) {
            Ok(id) => app.cases().case(&id).await,
            Err(_) => Ok(None),
        };
        let row = row_of(app, visit, line, query.filter.actor, case);
        rows.push((urgency(line.due_on, visit.today), row));
    }
    rows
}

fn urgency(due: Option<Date>, today: Date) -> Urgency {
    match due.map(|due| by_due(due, today)) {
        Some(State::Overdue(_)) => Urgency::Overdue,
        Some(State::Today) => Urgency::Today,
        Some(State::Soon(_)) => Urgency::Soon,
        _ => Urgency::Later,
    }
}

fn row_of(
    app: &App,
    visit: &Visit,
    line: &WorklistLine,
    actor: Option<Party>,
    case: Result<Option<Case>, CasesError>,
) -> RowView {
    let bare = bare(line, visit);
    match case {
        Ok(Some(case)) => told(app, visit, line, actor, &case, bare),
        Ok(None) => bare,
        Err(fault) => {
            // One case that can't be read hides none of the others.
            app.faults().tell(&fault);
            bare
        }
    }
}

/// The row as far as the view alone tells it.
fn bare(line: &WorklistLine, visit: &Visit) -> RowView {
    let (voice, row) = (visit.voice, &line.case);
    let first = row.duties.iter().find(|duty| duty.is_outstanding() && duty.due_on == line.due_on);
    RowView {
        href: format!("/sager/{}", row.number),
        name: row.name.clone(),
        particulars: particulars(line, visit),
        due: line.due_on.map_or(Due::Never, Due::By),
        state: line.due_on.map_or(State::Open, |due| by_due(due, visit.today)),
        next_step: first.map_or_else(String::new, |duty| duty.act.say(voice.language).to_owned()),
        notes: Vec::new(),
        reason: ReasonView {
            about: row.name.clone(),
            sentences: vec![voice.say("worklist-unread").to_string()],
            strip: None,
            sources: Vec::new(),
            fulfilled_when: None,
            must_weigh: Vec::new(),
            open: false,
        },
        clocks: Vec::new(),
        law_is_uncounted: false,
    }
}

/// What tells a case from others: age, type, number.
fn particulars(line: &WorklistLine, visit: &Visit) -> Vec<String> {
    let (voice, row) = (visit.voice, &line.case);
    let age = row.born_on.map(|born| voice.say("worklist-age").with("count", date::age(born, visit.today)).to_string());
    let plan_type = row.plan_type.map(|plan_type| plan_type.say(voice.language).to_owned());
    let number = voice.say("worklist-case").with("number", row.number.clone()).to_string();
    [age, plan_type, Some(number)].into_iter().flatten().collect()
}

/// The row as the law tells it.
fn told(app: &App, visit: &Visit, line: &WorklistLine, actor: Option<Party>, case: &Case, bare: RowView) -> RowView {
    let (today, voice, standard) = (visit.today, visit.voice, app.cases().standard());
    let facts = facts(case, today);
    let owed = duties(case, standard, today);
    let telling = Telling { facts: &facts, standard, on: today, language: voice.language };
    let open: Vec<&ExplainedDuty> = owed.iter().filter(|explained| explained.duty.state.is_owed()).collect();
    let is_first = |explained: &&&ExplainedDuty| {
        explained.duty.due == line.due_on && actor.is_none_or(|actor| explained.duty.actor == actor)
    };
    let Some(first) = open.iter().find(is_first).or_else(|| open.first()).copied() else { return bare };
    let mut reason = telling.reason(first);
    reason.about = voice.say("worklist-about").with("who", line.case.name.clone()).to_string();
    RowView {
        state: state(&first.duty, today),
        next_step: first.duty.act.say(voice.language).to_owned(),
        notes: notes(&open, first, today, voice),
        reason,
        clocks: clocks(&owed, today, voice),
        law_is_uncounted: law_is_uncounted(&owed),
        ..bare
    }
}

/// The other duties of the case: how many, and which come next.
fn notes(open: &[&ExplainedDuty], first: &ExplainedDuty, today: Date, voice: Voice) -> Vec<String> {
    let is_other =
        |explained: &&&ExplainedDuty| (explained.duty.act, explained.duty.kind) != (first.duty.act, first.duty.kind);
    let others: Vec<&ExplainedDuty> = open.iter().filter(is_other).copied().collect();
    if others.is_empty() {
        return Vec::new();
    }
    let name = |explained: &&ExplainedDuty| {
        let act = explained.duty.act.say(voice.language).to_lowercase();
        format!("{act} ({})", state(&explained.duty, today).words(&voice).to_lowercase())
    };
    let named = others.iter().take(NAMED).map(name).collect::<Vec<_>>().join(" · ");
    let key = if others.len() > NAMED { "worklist-more-among" } else { "worklist-more" };
    vec![voice.say(key).with("count", others.len()).with("what", named).to_string()]
}
