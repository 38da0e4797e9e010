//! The worklist: what is owed, by due date, with both clocks and the reason of what comes first.

mod query;
mod rows;

use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::Response,
};
use jiff::{ToSpan, civil::Date};
use law::calendar::{DaysOff, Rest};
use store::{
    Views as _,
    worklist::{DueState, Tally, Worklist},
};

use self::query::{Address, PAGE_SIZE};
use crate::{
    access::visit::Visit,
    app::App,
    page::{self, Chrome, Place, worklist::WorklistPage},
    problem::Problem,
    text::Voice,
    told::count::is_off,
    view::{
        calendar::Axis,
        worklist::{Empty, GroupView, Pages, RowView, TallyView, Urgency, WorklistView},
    },
};

/// `GET /arbejdsliste`: what is owed. What was asked for stands in the address.
///
/// # Errors
/// [`Problem::Fault`] and its like where the database fails.
pub async fn list(State(app): State<App>, visit: Visit, Query(address): Query<Address>) -> Result<Response, Problem> {
    let query = address.query(visit.today);
    let list = app.store().worklist(app.municipality(), &query).await;
    let list = list.map_err(|fault| Problem::of_store(&app, &fault))?;
    let rows = rows::rows(&app, &visit, &list, &query).await;
    let empty = if rows.is_empty() { Some(why_empty(&app, &visit, &address, &list).await?) } else { None };
    let view = WorklistView {
        today: visit.today,
        remark: remark(visit.today, visit.voice),
        tally: Urgency::ALL.map(|urgency| tally(urgency, &list.tally, &address)).into(),
        filter: address.filter(visit.voice),
        axis: Axis::of_list(visit.today, is_off),
        groups: grouped(rows, &list.tally),
        empty,
        pages: pages(&address, &list.tally),
    };
    page::show(StatusCode::OK, &WorklistPage { page: &Chrome::new(app.config(), &visit, Place::Worklist), view: &view })
}

pub(crate) fn due_state(urgency: Urgency) -> DueState {
    match urgency {
        Urgency::Overdue => DueState::Overdue,
        Urgency::Today => DueState::Today,
        Urgency::Soon => DueState::Soon,
        Urgency::Later => DueState::Later,
    }
}

fn tally(urgency: Urgency, tally: &Tally, address: &Address) -> TallyView {
    let is_chosen = address.urgency() == Some(urgency);
    let href = address.with_urgency(if is_chosen { None } else { Some(urgency) });
    TallyView { urgency, count: tally.of(due_state(urgency)), href, is_chosen }
}

/// The rows under the urgency of each; they come in the order of their due dates.
fn grouped(rows: Vec<(Urgency, RowView)>, tally: &Tally) -> Vec<GroupView> {
    let mut groups: Vec<GroupView> = Vec::new();
    for (urgency, row) in rows {
        match groups.last_mut().filter(|group| group.urgency == urgency) {
            Some(group) => group.rows.push(row),
            None => groups.push(GroupView { urgency, count: tally.of(due_state(urgency)), rows: vec![row] }),
        }
    }
    groups
}

/// Why there is nothing on the list. How many there are without the filter is asked only here.
async fn why_empty(app: &App, visit: &Visit, address: &Address, list: &Worklist) -> Result<Empty, Problem> {
    if !address.is_filtered() {
        return Ok(Empty::NothingOwed { next_due: None });
    }
    let all = Address::default().query(visit.today);
    let all = app.store().worklist(app.municipality(), &all).await;
    let all = all.map_err(|fault| Problem::of_store(app, &fault))?;
    if all.tally.all() == 0 && list.tally.all() == 0 && address.words().is_empty() {
        return Ok(Empty::NothingOwed { next_due: None });
    }
    Ok(Empty::ByFilter {
        searched: address.searched(visit.voice),
        without: all.tally.all(),
        wider: address.in_all_cases(),
    })
}

fn pages(address: &Address, tally: &Tally) -> Option<Pages> {
    let all = address.urgency().map_or(tally.all(), |urgency| tally.of(due_state(urgency)));
    let of = all.div_ceil(u64::from(PAGE_SIZE));
    let number = u64::from(address.page()) + 1;
    (of > 1).then(|| Pages {
        number,
        of,
        before: (number > 1).then(|| address.with_page(number - 1)),
        after: (number < of).then(|| address.with_page(number + 1)),
    })
}

/// What to know of the day: that it is a day off, or the first working day after a public holiday.
fn remark(today: Date, voice: Voice) -> Option<String> {
    let rest_on = |day| DaysOff::own_promises().rest_on(day);
    let name = |rest: Rest| rest.name(voice.language).to_owned();
    if let Some(rest) = rest_on(today) {
        return Some(voice.say("remark-day-off").with("day", name(rest)).to_string());
    }
    let before = (1..=7).map_while(|days: i64| rest_on(today.checked_sub(days.days()).ok()?));
    let holiday = before.into_iter().find(|rest| matches!(rest, Rest::PublicHoliday(_)))?;
    Some(voice.say("remark-after-holiday").with("day", name(holiday)).to_string())
}
