//! The inbox: plans received that nobody has worked on, each with what the check found; first those that need a choice.

use axum::{extract::State, http::StatusCode, response::Response};
use case::{Case, CaseId, duties, facts};
use law::{Inquiry, sundhedsloven::s084, trace::Silent};
use serde::Deserialize;
use store::{
    Happened, Views as _,
    view::{InboxRow, InboxState},
};

use crate::{
    access::{
        role::ACTORS,
        token::Token,
        visit::{Visit, Visitor},
    },
    app::{App, Clock},
    cases::{self, Forms, Pair, Purpose},
    page::{self, Chrome, Place, inbox::InboxPage},
    problem::Problem,
    text::Voice,
    told::{
        self,
        count::{clocks, is_off},
        discharge::Discharge,
        duty::Telling,
    },
    typeset::capital,
    view::{
        act::{ActView, Rank, Way},
        calendar::Axis,
        case::{FactView, Moment},
        content::PartFinding,
        inbox::{InboxView, PlanView, SecondPlanView},
    },
};

/// Plans shown; of the rest it is said how many they are. Those that wait for a choice come first, then the longest waiting.
const SHOWN: usize = 40;

/// What the check found, as the inbox keeps it.
#[derive(Debug, Default, Deserialize)]
struct Findings {
    #[serde(default)]
    undecided: Vec<String>,
}

/// `GET /indbakke`: what was received and waits. The plans are shown here as on their cases' pages: that is an opening of each, recorded once a
/// day.
///
/// # Errors
/// [`Problem::Fault`] and its like where the database fails.
pub async fn inbox(State(app): State<App>, visit: Visit, visitor: Visitor) -> Result<Response, Problem> {
    let mut rows = app.store().inbox(app.municipality()).await.map_err(|fault| Problem::of_store(&app, &fault))?;
    let since = rows.iter().map(|row| row.received.on).min();
    rows.sort_by_key(|row| row.state);
    let left_out = rows.len().saturating_sub(SHOWN);
    rows.truncate(SHOWN);
    let desk = Desk { app: &app, visit: &visit, visitor: &visitor, key: Token::random().map_err(|_| Problem::Fault)? };
    let mut view = InboxView {
        since,
        notices: Vec::new(),
        axis: Axis::of_list(visit.today, is_off),
        choices: Vec::new(),
        incomplete: Vec::new(),
        ready: Vec::new(),
        left_out,
    };
    for row in &rows {
        match row.state {
            InboxState::NeedsChoice => view.choices.extend(desk.choices(row).await?),
            InboxState::NeedsHospital => view.incomplete.extend(desk.plan(row).await?),
            InboxState::Ready => view.ready.extend(desk.plan(row).await?),
        }
    }
    page::show(StatusCode::OK, &InboxPage { page: &Chrome::new(app.config(), &visit, Place::Inbox), view: &view })
}

/// Where the rows are laid out.
struct Desk<'a> {
    app: &'a App,
    visit: &'a Visit,
    visitor: &'a Visitor,
    key: Token,
}

impl Desk<'_> {
    fn voice(&self) -> Voice {
        self.visit.voice
    }

    /// The case that a plan opened.
    async fn case_of(&self, row: &InboxRow) -> Result<Option<Case>, Problem> {
        let Some(id) = row.case.as_ref().and_then(|case| CaseId::parse(case.as_str()).ok()) else { return Ok(None) };
        self.case(&id).await
    }

    async fn case(&self, id: &CaseId) -> Result<Option<Case>, Problem> {
        self.app.cases().case(id).await.map_err(|fault| Problem::of_cases(self.app, &fault))
    }

    /// Records that the plan is about to be seen.
    async fn record(&self, case: &Case) -> Result<(), Problem> {
        cases::record_once_a_day(self.app, self.visitor, case.id(), Purpose::Inbox, self.visit.now).await
    }

    /// One choice for each earlier case of which nobody has decided what the plan is to it.
    async fn choices(&self, row: &InboxRow) -> Result<Vec<SecondPlanView>, Problem> {
        let Some(new) = self.case_of(row).await? else { return Ok(Vec::new()) };
        let findings: Findings = row.findings.read().unwrap_or_default();
        let mut choices = Vec::new();
        for number in findings.undecided.iter().filter_map(|number| CaseId::parse(number).ok()) {
            let Some(earlier) = self.case(&number).await? else { continue };
            for case in [&new, &earlier] {
                self.record(case).await?;
            }
            choices.push(self.choice(row, &new, &earlier));
        }
        Ok(choices)
    }

    fn choice(&self, row: &InboxRow, new: &Case, earlier: &Case) -> SecondPlanView {
        let (voice, today, role) = (self.voice(), self.visit.today, self.visitor.role);
        let forms = Forms {
            voice,
            case: new,
            now: Clock::local(self.visit.now),
            offer_by: None,
            key: self.key,
            returned: None,
        };
        let pair = Pair { new, earlier, standard: self.app.cases().standard(), today, role };
        SecondPlanView {
            person: cases::name_and_age(&row.title, new.plan().0.citizen.born_on(), today, voice),
            sender: row.source.clone(),
            received: moment(row.received),
            running: self.plan_facts(earlier),
            new: self.plan_facts(new),
            form: ACTORS.contains(&role).then(|| pair.form(&forms)),
            acts: [earlier, new].map(|case| self.open(case.id(), Rank::Plain)).into(),
        }
    }

    /// What tells one plan from another.
    fn plan_facts(&self, case: &Case) -> Vec<FactView> {
        let (voice, today) = (self.voice(), self.visit.today);
        let (plan, received_on) = case.plan();
        let facts = facts(case, today);
        let discharge = Discharge::of(case, today);
        let started =
            case.first_training(today).map(|day| voice.say("fact-started").with("date", voice.full(&day).to_string()));
        let offered = case
            .earliest_offer(today)
            .map(|offer| voice.say("fact-offered").with("date", voice.full(&offer.offered.start_on).to_string()));
        let progress =
            started.or(offered).map_or_else(|| voice.say("fact-not-begun").to_string(), |said| said.to_string());
        [
            ("fact-case", Some(case.id().to_string())),
            ("fact-received", Some(voice.full(&received_on).to_string())),
            (
                discharge.map_or("fact-discharged", Discharge::label_key),
                discharge.map(|known| cases::discharge(known, voice)),
            ),
            ("fact-treated-for", cases::treated_for(plan)),
            ("fact-plan-type", cases::plan_type(&facts, voice).map(capital)),
            ("fact-progress", Some(progress)),
        ]
        .into_iter()
        .filter_map(|(key, value)| Some(FactView { label: voice.say(key).to_string(), value: value? }))
        .collect()
    }

    /// A plan of which no other plan stands in the way.
    async fn plan(&self, row: &InboxRow) -> Result<Option<PlanView>, Problem> {
        let Some(case) = self.case_of(row).await? else { return Ok(None) };
        self.record(&case).await?;
        let (voice, today, standard) = (self.voice(), self.visit.today, self.app.cases().standard());
        let (plan, received_on) = case.plan();
        let told_then = facts(&case, received_on);
        let checked = s084::check(&mut Inquiry::new(&told_then, received_on, &mut Silent));
        let fault = |finding: &law::content::Finding| {
            told::content::part(*finding, PartFinding::Missing, received_on, voice.language)
        };
        let (there, unclear) = (checked.held.len(), checked.unknown.len());
        let finding = match (checked.missing.is_empty(), unclear) {
            (false, _) => voice.say("inbox-ask-hospital"),
            (true, 0) => voice.say("inbox-all-parts").with("count", there),
            (true, _) => voice.say("inbox-parts-unclear").with("count", unclear).with("there", there),
        };
        let (owed, known) = (duties(&case, standard, today), facts(&case, today));
        let telling = Telling { facts: &known, standard, on: today, language: voice.language };
        let first = owed.iter().find(|explained| explained.duty.state.is_owed() && explained.duty.due.is_some());
        Ok(Some(PlanView {
            person: cases::name_and_age(&row.title, plan.citizen.born_on(), today, voice),
            href: Some(cases::href(case.id())),
            sender: row.source.clone(),
            received: moment(row.received),
            discharge: Discharge::of(&case, today),
            faults: checked.missing.iter().map(fault).collect(),
            finding: finding.to_string(),
            clocks: clocks(&owed, today, voice),
            reason: first.map(|explained| telling.reason(explained)).map(|reason| crate::view::duty::ReasonView {
                about: voice.say("worklist-about").with("who", row.title.clone()).to_string(),
                ..reason
            }),
            acts: vec![self.open(case.id(), Rank::Secondary)],
        }))
    }

    fn open(&self, case: &CaseId, rank: Rank) -> ActView {
        ActView {
            label: self.voice().say("inbox-open").with("case", case.to_string()).to_string(),
            about: None,
            rank,
            way: Way::Link(cases::href(case)),
        }
    }
}

fn moment(received: Happened) -> Moment {
    received.at.map_or(Moment::Day(received.on), |hour| Moment::Hour(received.on.to_datetime(hour)))
}
