//! A case's page, put together from what the record and the law say of it.

use axum::{http::StatusCode, response::Response};
use case::{ActKind, Case, EventNumber, Notice as Unsettled, Refusal, acts::earlier_cases, duties, notices};
use jiff::civil::Date;
use law::{
    Facts, Inquiry,
    duties::ExplainedDuty,
    duty::{DutyAct, DutyKind},
    standards::Standard,
    sundhedsloven::s084,
    trace::Silent,
};

use super::{
    act::others_wrote,
    acts::Acts,
    effect, facts,
    forms::Forms,
    opened::{self, Opened, Purpose},
    second_plan::Pair,
    sent::Returned,
    story,
};
use crate::{
    access::{
        role::ACTORS,
        token::Token,
        visit::{Visit, Visitor},
    },
    app::{App, Clock},
    entry::Misread,
    page::{self, Chrome, Place, case::CasePage},
    problem::Problem,
    text::Voice,
    told::{
        self,
        count::{self, is_off},
        duty::Telling,
    },
    typeset::split_first,
    view::{
        act::{ActView, Rank, Way},
        calendar::Axis,
        case::{CaseView, LinkedView, OtherDayView},
        duty::DutyView,
        notice::{Notice, NoticeKind},
    },
};

/// Whether the CPR number is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Number {
    /// Masked.
    Masked,
    /// In full.
    InFull,
}

/// Why an act was not done.
#[derive(Debug)]
pub(super) enum Setback {
    /// Fields are wrong.
    Fields(Returned),
    /// The law, the standard or the case stands in the way.
    Refused(Returned, Refusal),
    /// Somebody else recorded something since the form was made.
    Meanwhile(Returned),
}

impl Setback {
    fn returned(&self) -> &Returned {
        match self {
            Self::Fields(returned) | Self::Refused(returned, _) | Self::Meanwhile(returned) => returned,
        }
    }
}

/// What the page is asked for.
#[derive(Debug)]
pub(super) struct Asked {
    /// The day on which the case is seen.
    pub(super) on: Date,
    /// What was typed for another day and is none.
    pub(super) misread: Option<(String, Misread)>,
    /// The event that the reader has just recorded.
    pub(super) done: Option<EventNumber>,
    /// Why an act was not done.
    pub(super) setback: Option<Setback>,
    /// Whether the CPR number is shown.
    pub(super) number: Number,
}

impl Asked {
    /// The case today, and nothing else.
    pub(super) fn today(today: Date) -> Self {
        Self { on: today, misread: None, done: None, setback: None, number: Number::Masked }
    }
}

/// Records the opening, and shows the case.
pub(super) async fn show(
    app: &App,
    visit: &Visit,
    visitor: &Visitor,
    opened: Opened,
    asked: Asked,
    (status, purpose): (StatusCode, Purpose),
) -> Result<Response, Problem> {
    opened::record(app, visitor, opened.case.id(), purpose, visit.now).await?;
    let key = Token::random().map_err(|fault| Problem::told(app, &fault))?;
    let maker = Maker::new(app, visit, visitor, &opened, &asked);
    let view = maker.view(key);
    page::show(status, &CasePage { page: &Chrome::new(app.config(), visit, Place::Cases), view: &view })
}

/// Puts the page together.
struct Maker<'a> {
    visit: &'a Visit,
    visitor: &'a Visitor,
    opened: &'a Opened,
    asked: &'a Asked,
    standard: Option<&'a Standard>,
    facts: Facts,
    owed: Vec<ExplainedDuty>,
}

impl<'a> Maker<'a> {
    fn new(app: &'a App, visit: &'a Visit, visitor: &'a Visitor, opened: &'a Opened, asked: &'a Asked) -> Self {
        let standard = app.cases().standard();
        let facts = case::facts(&opened.case, asked.on);
        let owed = duties(&opened.case, standard, asked.on);
        Self { visit, visitor, opened, asked, standard, facts, owed }
    }

    fn case(&self) -> &'a Case {
        &self.opened.case
    }

    fn view(&self, key: Token) -> CaseView {
        let (voice, on) = (self.visit.voice, self.asked.on);
        let forms = self.forms(key);
        let mut acts = self.acts();
        let mut view = self.still(&acts);
        if on == self.visit.today {
            view.notices.extend(self.notices(&forms, &mut acts));
            for duty in &mut view.duties {
                duty.1.acts = acts.for_duty(duty.0, &forms);
            }
            view.acts = acts.left(&forms);
        }
        let may_correct = acts.may_correct().then_some(&forms);
        CaseView {
            happened: story::happened(self.case(), on, &self.opened.names, may_correct, voice),
            acts: view.acts,
            notices: view.notices,
            duties: view.duties.into_iter().map(|(_, duty)| duty).collect(),
            ..view.rest
        }
    }

    fn acts(&self) -> Acts {
        if self.asked.on != self.visit.today {
            return Acts::none();
        }
        let others: Vec<&Case> = self.opened.others.iter().collect();
        Acts::of(self.case(), &others, self.standard, self.visitor, (self.visit.today, self.visit.voice))
    }

    fn forms(&self, key: Token) -> Forms<'_> {
        let clock = self.owed.iter().map(|explained| &explained.duty);
        let offer_by = clock
            .filter(|duty| duty.act == DutyAct::OfferStart && duty.kind == DutyKind::Law && duty.state.is_owed())
            .find_map(|duty| duty.due);
        Forms {
            voice: self.visit.voice,
            case: self.case(),
            now: Clock::local(self.visit.now),
            offer_by,
            key,
            returned: self.asked.setback.as_ref().map(Setback::returned),
        }
    }

    /// Everything that takes no form.
    fn still(&self, acts: &Acts) -> Still {
        let (voice, on, case) = (self.visit.voice, self.asked.on, self.case());
        let telling = Telling { facts: &self.facts, standard: self.standard, on, language: voice.language };
        let told = |is_owed: bool| {
            let these = self.owed.iter().filter(move |explained| explained.duty.state.is_owed() == is_owed);
            these.map(|explained| (explained.duty.act, telling.duty(explained))).collect::<Vec<_>>()
        };
        let (plan, _) = case.plan();
        let name = facts::name(plan, Some(&self.opened.person), voice);
        let clocks = count::clocks(&self.owed, on, voice);
        let uncounted = count::law_is_uncounted(&self.owed).then(|| voice.say("clock-uncounted-text").to_string());
        let cpr = match self.asked.number {
            Number::InFull => facts::number(case),
            Number::Masked => facts::masked(case, ACTORS.contains(&self.visitor.role)),
        };
        Still {
            notices: self.over_the_page(),
            duties: told(true),
            acts: Vec::new(),
            rest: CaseView {
                title: facts::name_and_age(&name, plan.citizen.born_on(), on, voice),
                name,
                subject: facts::treated_for(plan),
                notices: Vec::new(),
                cpr,
                facts: facts::known(case, &self.opened.person, &self.facts, on, voice),
                uncounted,
                axis: Axis::of_case(&clocks, on, is_off),
                clocks,
                duties: Vec::new(),
                settled: told(false).into_iter().map(|(_, duty)| duty).collect(),
                acts: Vec::new(),
                barred: acts.barred().to_vec(),
                plan: Some(self.content()),
                linked: self.linked(),
                happened: Vec::new(),
                words: facts::words(plan, voice),
                accesses: story::accesses(&self.opened.accesses, &self.opened.names, voice),
                other_day: self.other_day(),
            },
        }
    }

    fn content(&self) -> crate::view::content::ContentView {
        let (_, received_on) = self.case().plan();
        let facts = case::facts(self.case(), received_on);
        let checked = s084::check(&mut Inquiry::new(&facts, received_on, &mut Silent));
        told::content::content(&checked, received_on, self.visit.voice.language)
    }

    fn linked(&self) -> Vec<LinkedView> {
        let voice = self.visit.voice;
        let view = |other: &Case| {
            let (plan, received_on) = other.plan();
            let what = facts::treated_for(plan).map(|what| format!(": {what}")).unwrap_or_default();
            let standing = match other.closed_on(self.asked.on) {
                Some(since) => voice.say("linked-closed").with("date", voice.full(&since).to_string()),
                None => voice.say("linked-running"),
            };
            LinkedView {
                href: super::href(other.id()),
                name: format!("{} {}{what}", voice.say("linked-case"), other.id()),
                relation: format!(
                    "{} {standing}",
                    voice.say("linked-received").with("date", voice.full(&received_on).to_string())
                ),
            }
        };
        self.opened.others.iter().map(view).collect()
    }

    fn other_day(&self) -> OtherDayView {
        let (typed, error) = match &self.asked.misread {
            Some((typed, misread)) => (typed.clone(), Some(misread.say(self.visit.voice))),
            None => (String::new(), None),
        };
        OtherDayView { action: super::href(self.case().id()), typed, error }
    }

    /// What became of the last act, and on which day the case is seen.
    fn over_the_page(&self) -> Vec<Notice> {
        let voice = self.visit.voice;
        let mut notices = Vec::new();
        if self.asked.on != self.visit.today {
            notices.push(Notice {
                kind: NoticeKind::Info,
                heading: voice.say("other-day").with("date", voice.full(&self.asked.on).to_string()).to_string(),
                text: vec![voice.say("other-day-text").to_string()],
                acts: vec![link(voice.say("other-day-back").to_string(), super::href(self.case().id()))],
            });
        }
        if let Some(done) = self.asked.done {
            let at = (self.standard, self.visit.today);
            notices.extend(effect::notice(self.case(), done, self.visitor, at, voice));
        }
        match &self.asked.setback {
            Some(Setback::Refused(_, refusal)) => notices.push(Notice {
                kind: NoticeKind::Error,
                heading: voice.say("refused").to_string(),
                text: vec![refusal.say(voice.language)],
                acts: rule_in_the_way(refusal, voice),
            }),
            Some(Setback::Meanwhile(returned)) => notices.push(self.meanwhile(returned)),
            Some(Setback::Fields(_)) | None => {}
        }
        notices
    }

    /// Somebody else recorded something while the form was filled in: who, what and when; one's own words are kept.
    fn meanwhile(&self, returned: &Returned) -> Notice {
        let voice = self.visit.voice;
        let news = others_wrote(self.case(), &returned.sent, self.visitor);
        let who = news.last().map_or_else(String::new, |last| {
            let names = &self.opened.names;
            if last.role.is_a_persons() {
                names.name(&last.by).to_owned()
            } else {
                voice.say("meanwhile-other").to_string()
            }
        });
        let told = news.iter().map(|recorded| {
            let at = case::denmark::local(recorded.recorded_at);
            let phrase = voice.say("meanwhile-what").with("hour", voice.hour(&at.time()));
            phrase.with("what", recorded.event.say(voice.language)).to_string()
        });
        Notice {
            kind: NoticeKind::Warning,
            heading: voice.say("meanwhile").with("who", who).to_string(),
            text: told.chain([voice.say("meanwhile-text").to_string()]).collect(),
            acts: Vec::new(),
        }
    }

    /// What nobody has settled yet, with the acts that settle it.
    fn notices(&self, forms: &Forms<'_>, acts: &mut Acts) -> Vec<Notice> {
        let voice = self.visit.voice;
        let others: Vec<&Case> = self.opened.others.iter().collect();
        let mut shown = Vec::new();
        for earlier in earlier_cases(self.case(), &others, self.visit.today) {
            let Some(earlier) = others.iter().find(|other| *other.id() == earlier) else { continue };
            shown.push(self.second_plan(earlier, forms, acts));
        }
        for unsettled in notices(self.case(), self.asked.on) {
            let settles = match &unsettled {
                Unsettled::StartLimitUnread { .. } => Some(ActKind::ReadStartLimit),
                Unsettled::DischargeExpected { .. } | Unsettled::DischargeUnknown { .. } => {
                    Some(ActKind::ConfirmDischarge)
                }
                Unsettled::InHospital => Some(ActKind::RecordDischargeAgain),
                _ => None,
            };
            let act = settles.filter(|kind| acts.take(*kind)).map(|kind| forms.act(kind, Rank::Secondary));
            let (heading, rest) = split_first(&unsettled.say(voice.language));
            let (text, acts) = (rest.into_iter().collect(), act.into_iter().collect());
            shown.push(Notice { kind: NoticeKind::Info, heading, text, acts });
        }
        shown
    }

    fn second_plan(&self, earlier: &Case, forms: &Forms<'_>, acts: &mut Acts) -> Notice {
        let voice = self.visit.voice;
        let role = self.visitor.role;
        let may = acts.take(ActKind::DecideSecondPlan);
        let pair = Pair { new: self.case(), earlier, standard: self.standard, today: self.visit.today, role };
        let act = may.then(|| ActView {
            label: voice.say("second-choose").to_string(),
            about: None,
            rank: Rank::Secondary,
            way: Way::Form(pair.form(forms)),
        });
        Notice {
            kind: NoticeKind::Warning,
            heading: voice.say("second-heading").with("case", earlier.id().to_string()).to_string(),
            text: vec![voice.say("second-text").to_string()],
            acts: act.into_iter().collect(),
        }
    }
}

/// A page's parts while its forms are not made yet.
struct Still {
    notices: Vec<Notice>,
    duties: Vec<(DutyAct, DutyView)>,
    acts: Vec<ActView>,
    rest: CaseView,
}

/// The way to the rule that stands in the way.
fn rule_in_the_way(refusal: &Refusal, voice: Voice) -> Vec<ActView> {
    let Refusal::Barred { rule, .. } = refusal else { return Vec::new() };
    vec![link(voice.say("refused-rule").to_string(), told::source::href(*rule))]
}

fn link(label: String, href: String) -> ActView {
    ActView { label, about: None, rank: Rank::Plain, way: Way::Link(href) }
}
