//! The answer: yes or no in one sentence; then what, when and who; then what can be done.

use jiff::civil::Date;
use law::{
    Language,
    assess::{Assessment, Entitlement, assess},
    book,
    duties::ExplainedDuty,
    duty::{DutyAct, DutyState},
    fact::{self, Decimal, Read},
    interview::ruling,
    remedy::{FiledWith, Remedy},
    rights::Right,
    ruling::Outcome,
    say,
    trace::Why,
};

use super::{Told, given::Answers, open};
use crate::{
    access::visit::Visit,
    app::App,
    text::Voice,
    told::{count, source},
    typeset::capital,
    view::{
        answer::{About, AnswerView, PointView, RemediesView, RuleRef, WayView},
        duty::Citation,
    },
};

/// Against what the answer is told.
pub(super) struct Answering<'a> {
    pub(super) app: &'a App,
    pub(super) voice: Voice,
    pub(super) today: Date,
    pub(super) told: &'a Told,
    pub(super) law: Assessment,
}

/// The answer to what was answered.
pub(super) fn answer(app: &App, visit: &Visit, answers: &Answers, told: &Told) -> AnswerView {
    let (voice, today) = (visit.voice, visit.today);
    let law = assess(&told.facts, today, None);
    let answering = Answering { app, voice, today, told, law };
    let main = answering.main();
    AnswerView {
        as_of: today,
        headline: answering.headline(main),
        lede: answering.sentence(main),
        contradictions: answering.law.contradictions.iter().map(|it| it.say(voice.language).to_owned()).collect(),
        points: answering.points(),
        remedies: Some(answering.remedies()),
        judged: open::judged(&answering, main.right),
        unknown: open::unknown(&answering),
        excluded: open::excluded(&answering, main.right),
        rules: answering.rules(),
        given: answers.views(voice),
    }
}

impl Answering<'_> {
    fn said(&self, key: &'static str) -> String {
        self.voice.say(key).to_string()
    }

    pub(super) fn language(&self) -> Language {
        self.voice.language
    }

    /// What the law says of a right. Every right is asked.
    pub(super) fn right(&self, right: Right) -> &Entitlement {
        let asked = self.law.entitlements.iter().find(|entitlement| entitlement.right == right);
        asked.unwrap_or(&self.law.entitlements[0])
    }

    pub(super) fn citation(&self, rule: book::Rule) -> Citation {
        source::citation(rule, self.today, self.app.cases().standard(), self.language())
    }

    /// The rights to training, the weightiest first.
    const TRAINING: [Right; 5] = [
        Right::TrainingAfterHospital,
        Right::TrainingWithoutPlan,
        Right::ChildTraining,
        Right::Maintenance,
        Right::ChildMaintenance,
    ];

    /// The right that the headline speaks of: one that is there; else one that a person must judge; else one that is not
    /// settled; else the first.
    fn main(&self) -> &Entitlement {
        let of = |rank: fn(Outcome) -> bool| {
            Self::TRAINING
                .into_iter()
                .map(|right| self.right(right))
                .find(|entitlement| rank(entitlement.ruling.outcome))
        };
        of(|outcome| outcome == Outcome::Yes)
            .or_else(|| of(|outcome| matches!(outcome, Outcome::Judge(_))))
            .or_else(|| of(|outcome| matches!(outcome, Outcome::Missing(_))))
            .unwrap_or_else(|| self.right(Right::TrainingAfterHospital))
    }

    fn headline(&self, main: &Entitlement) -> String {
        let key = match main.ruling.outcome {
            Outcome::Yes => "headline-yes",
            Outcome::Judge(_) => "headline-judge",
            Outcome::Missing(_) => "headline-unknown",
            Outcome::No if self.holds_once_discharged(main.right) => "headline-not-yet",
            Outcome::No => return self.said("headline-no"),
        };
        self.voice.say(key).with("right", main.right.say(self.language())).to_string()
    }

    /// Where a right stands: its own place, with the way to its main rule.
    pub(super) fn citation_of(&self, right: Right) -> Citation {
        let text = source::in_full(right.provision_on(self.today), self.app.cases().standard(), self.language());
        Citation { text, ..self.citation(right.rule()) }
    }

    /// The law's own sentence of a right: that of the rule that stands in the way, where one does. Where a person must judge
    /// and the book has no sentence for it, that is said.
    pub(super) fn sentence(&self, entitlement: &Entitlement) -> String {
        let Some(why) = entitlement.why.as_ref() else { return String::new() };
        let said = |why: &Why| why.sentence(&self.told.facts, self.language());
        match entitlement.ruling.outcome {
            Outcome::Judge(_) if entitlement.right.rule().entry().judge.is_none() => self.said("judge-lede"),
            Outcome::No => said(why.find(entitlement.ruling.by).unwrap_or(why)),
            Outcome::Yes | Outcome::Judge(_) | Outcome::Missing(_) => said(why),
        }
    }

    /// Whether nothing but the discharge is wanting.
    fn holds_once_discharged(&self, right: Right) -> bool {
        let mut discharged = self.told.facts.clone();
        let is_in_hospital = discharged.read(fact::HOSPITAL_DISCHARGED_ON) == Read::Absent;
        discharged.set(fact::HOSPITAL_DISCHARGED_ON, self.today);
        is_in_hospital && ruling(right, &discharged, self.today).outcome == Outcome::Yes
    }

    fn holds(&self, right: Right) -> bool {
        self.right(right).ruling.outcome == Outcome::Yes
    }

    /// What, when, who, and what it costs.
    fn points(&self) -> Vec<PointView> {
        let mut points = Vec::new();
        let what = Self::TRAINING.into_iter().chain([Right::Transport]).filter(|right| self.holds(*right));
        points.extend(what.map(|right| self.point(About::What, right)));
        if let Some(start) = self.start() {
            points.push(self.when(start));
        }
        if self.holds(Right::TrainingAfterHospital) {
            points.push(self.who());
        }
        points.extend(self.cost());
        points
    }

    fn point(&self, about: About, right: Right) -> PointView {
        let rule = right.rule();
        PointView {
            about,
            first: format!("{}.", capital(right.say(self.language()))),
            rest: rule.entry().text.pick(self.language()).to_owned(),
            strip: None,
            source: Some(self.citation_of(right)),
        }
    }

    /// The duty to offer a start, where the law knows its limit.
    fn start(&self) -> Option<&ExplainedDuty> {
        self.law.duties.iter().find(|explained| explained.duty.act == DutyAct::OfferStart)
    }

    fn when(&self, start: &ExplainedDuty) -> PointView {
        let duty = &start.duty;
        let due = duty.due.map(|due| say::date(due, self.language()));
        let first = match (due, duty.state) {
            (Some(due), DutyState::Overdue) => self.voice.say("when-was-due").with("due", due).to_string(),
            (Some(due), _) => self.voice.say("when-due").with("due", due).to_string(),
            (None, _) => self.said("when-open"),
        };
        PointView {
            about: About::When,
            first,
            rest: start.because(&self.told.facts, self.language()),
            strip: count::strip(duty, self.today, self.language()),
            source: Some(self.citation(duty.rule)),
        }
    }

    fn who(&self) -> PointView {
        let choice = self.right(Right::FreeChoice);
        PointView {
            about: About::Who,
            first: self.said("who-home"),
            rest: if self.holds(Right::FreeChoice) { self.sentence(choice) } else { String::new() },
            strip: None,
            source: self.holds(Right::FreeChoice).then(|| self.citation(choice.ruling.by)),
        }
    }

    fn cost(&self) -> Option<PointView> {
        let free = self.law.amounts.iter().find(|amount| amount.dkk == Decimal::whole(0))?;
        Some(PointView {
            about: About::Cost,
            first: self.said("cost-free"),
            rest: String::new(),
            strip: None,
            source: Some(self.citation(free.rule)),
        })
    }

    /// The heading over what can be done: whether the limit has passed, or the start that is offered is known to be too late.
    fn remedies_key(&self) -> &'static str {
        let is_overdue =
            self.start().is_some_and(|start| matches!(start.duty.state, DutyState::Overdue | DutyState::FulfilledLate));
        match (is_overdue, self.holds(Right::PrivateSupplier)) {
            (true, _) => "remedies-over",
            (false, true) => "remedies-late",
            (false, false) => "remedies",
        }
    }

    /// What can be done: about a limit that is not kept, or when one disagrees.
    fn remedies(&self) -> RemediesView {
        let heading = self.remedies_key();
        let call = if heading == "remedies" { "way-call-ask" } else { "way-call-late" };
        let way = |first: String, rest: String| WayView { first, rest };
        let mut ways = Vec::new();
        if self.holds(Right::PrivateSupplier) {
            let rule = Right::PrivateSupplier.rule();
            ways.push(way(self.said("way-private"), rule.entry().text.pick(self.language()).to_owned()));
        }
        let first = match &self.app.config().phone {
            Some(phone) => self.voice.say("way-call").with("phone", phone.clone()).to_string(),
            None => self.said("way-ask"),
        };
        ways.push(way(first, self.said(call)));
        ways.extend(self.law.remedies.iter().map(|explained| self.complaint(&explained.remedy)));
        RemediesView { heading: self.said(heading), ways }
    }

    fn complaint(&self, remedy: &Remedy) -> WayView {
        let entry = remedy.rule.entry();
        let language = self.language();
        let body = remedy.hears.name(language).map_or_else(|| self.said("way-body-unknown"), ToOwned::to_owned);
        let sent = match remedy.filed_with {
            FiledWith::Municipality => self.said("way-sent-municipality"),
            FiledWith::Body => self.voice.say("way-sent-body").with("body", body).to_string(),
        };
        let until =
            remedy.until.map(|day| self.voice.say("way-until").with("date", say::date(day, language)).to_string());
        let rest = [Some(entry.text.pick(language).to_owned()), Some(sent), until];
        WayView {
            first: format!("{}.", entry.title.pick(language)),
            rest: rest.into_iter().flatten().collect::<Vec<_>>().join(" "),
        }
    }

    /// The rules that the answer rests on, each provision once.
    fn rules(&self) -> Vec<RuleRef> {
        let rights = self.law.entitlements.iter().filter(|entitlement| {
            entitlement.ruling.outcome == Outcome::Yes || open::is_of_interest(self, entitlement.right)
        });
        let rights = rights.flat_map(|entitlement| [entitlement.right.rule(), entitlement.ruling.by]);
        let duties = self.law.duties.iter().map(|explained| explained.duty.rule);
        let remedies = self.law.remedies.iter().map(|explained| explained.remedy.rule);
        let mut shown: Vec<RuleRef> = Vec::new();
        for rule in rights.chain(duties).chain(remedies) {
            let citation = self.citation(rule);
            if !shown.iter().any(|known| known.citation.text == citation.text) {
                let title = rule.entry().title.pick(self.language());
                shown.push(RuleRef { citation, about: title.to_owned() });
            }
        }
        shown
    }

    /// Whether somebody is a child, as far as was told.
    pub(super) fn is_child(&self) -> bool {
        let born = self.told.facts.read(fact::CITIZEN_BORN_ON).known();
        born.is_some_and(|born| crate::date::age(born, self.today) < 18)
    }

    /// Whether a hospital's plan was told of.
    pub(super) fn has_plan(&self) -> bool {
        self.told.facts.read(fact::PLAN_ISSUED).holds().is_yes()
    }
}
