//! What a new plan is to one that runs: three outcomes, each with what it would do, told before the choice.
//!
//! What is told is not written down anywhere: the choice is made on a copy of both cases, by the code that will make it, and
//! the law is asked what is owed then.

use case::{
    Act, ActKind, Case, Command, CommandId, EventNumber, Recorded, Role, UserId, decide, duties,
    event::SecondPlanOutcome,
};
use jiff::{Timestamp, civil::Date};
use law::{
    duty::{Duty, DutyAct, DutyKind, DutyState},
    standards::Standard,
};

use super::forms::Forms;
use crate::{
    form::{Choice, FieldKind, Form},
    text::Voice,
    view::act::Rank,
};

/// The outcomes in the order in which they are offered, each with the word that the form sends and its texts.
const OUTCOMES: [(SecondPlanOutcome, &str, &str, &str); 3] = [
    (SecondPlanOutcome::Replaces, "replaces", "second-replaces", "second-replaces-when"),
    (SecondPlanOutcome::Restarts, "restarts", "second-restarts", "second-restarts-when"),
    (SecondPlanOutcome::Beside, "beside", "second-beside", "second-beside-when"),
];

/// The new plan and the one that runs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pair<'a> {
    /// The new plan's case.
    pub(crate) new: &'a Case,
    /// The case that runs.
    pub(crate) earlier: &'a Case,
    /// The standard in force.
    pub(crate) standard: Option<&'a Standard>,
    /// The day of the choice.
    pub(crate) today: Date,
    /// The role of whoever chooses.
    pub(crate) role: Role,
}

impl Pair<'_> {
    /// The form of the choice. Nothing is preset.
    pub(crate) fn form(&self, forms: &Forms<'_>) -> Form {
        let voice = forms.voice;
        let earlier = self.earlier.id().to_string();
        let mut form = forms.form(ActKind::DecideSecondPlan, Some(("earlier", &earlier)), Rank::Primary);
        for field in &mut form.fields {
            match (field.name.as_str(), &mut field.kind) {
                ("outcome", FieldKind::One(choices)) => {
                    let chosen = choices.iter().find(|choice| choice.chosen).map(|choice| choice.value.clone());
                    *choices = self.choices(voice, chosen.as_deref());
                    field.label = voice.say("second-what").to_string();
                    field.hint = Some(voice.say("second-what-hint").to_string());
                }
                ("reason", _) => field.hint = Some(voice.say("second-reason-hint").to_string()),
                _ => {}
            }
        }
        if let Some(save) = form.submits.first_mut() {
            save.label = voice.say("second-save").to_string();
        }
        form
    }

    fn choices(&self, voice: Voice, chosen: Option<&str>) -> Vec<Choice> {
        let choice = |(outcome, word, label, when): (SecondPlanOutcome, &str, &'static str, &'static str)| Choice {
            note: Some(voice.say(when).to_string()),
            consequences: self.consequences(outcome, voice),
            chosen: chosen == Some(word),
            ..Choice::new(word, voice.say(label).to_string())
        };
        OUTCOMES.map(choice).into()
    }

    /// What the choice would do to the case that runs, to what was done in it, and to the law's clock.
    fn consequences(&self, outcome: SecondPlanOutcome, voice: Voice) -> Vec<String> {
        let Some((new, earlier)) = self.tried(outcome) else { return Vec::new() };
        let number = self.earlier.id().to_string();
        let mut told = vec![match earlier.closed_on(self.today) {
            Some(_) => {
                let count = self.owed(self.earlier).iter().filter(|duty| duty.state.is_owed()).count();
                voice.say("second-closes").with("case", number.clone()).with("count", count).to_string()
            }
            None => voice.say("second-goes-on").with("case", number.clone()).to_string(),
        }];
        if outcome == SecondPlanOutcome::Replaces {
            told.push(voice.say("second-carries").with("case", number).to_string());
        }
        let owed = self.owed(&new);
        let clock = owed.iter().find(|duty| duty.act == DutyAct::OfferStart && duty.kind == DutyKind::Law);
        told.push(clock.map_or_else(|| voice.say("second-no-clock").to_string(), |duty| clock_of(duty, voice)));
        told
    }

    /// Both cases as they would be.
    fn tried(&self, outcome: SecondPlanOutcome) -> Option<(Case, Case)> {
        let command = Command {
            id: CommandId("trial".into()),
            case: self.new.id().clone(),
            act: Act::DecideSecondPlan { earlier: self.earlier.id().clone(), outcome, reason: "–".into() },
            happened_on: self.today,
            happened_at: None,
            recorded_at: Timestamp::UNIX_EPOCH,
            today: self.today,
            by: UserId("–".into()),
            role: self.role,
        };
        let decision = decide(self.new, Some(self.earlier), &command, self.standard).ok()?;
        let mut here = self.new.history().to_vec();
        for event in decision.here {
            here.push(command.record(next(&here), event));
        }
        let mut there = self.earlier.history().to_vec();
        for (_, event) in decision.elsewhere {
            there.push(command.record(next(&there), event));
        }
        let folded = |case: &Case, history| Case::fold(case.id().clone(), history).ok();
        folded(self.new, here).zip(folded(self.earlier, there))
    }

    fn owed(&self, case: &Case) -> Vec<Duty> {
        duties(case, self.standard, self.today).into_iter().map(|explained| explained.duty).collect()
    }
}

fn next(history: &[Recorded]) -> EventNumber {
    EventNumber(history.last().map_or(0, |last| last.number.0) + 1)
}

fn clock_of(duty: &Duty, voice: Voice) -> String {
    match (duty.state, duty.due, duty.term) {
        (DutyState::Fulfilled | DutyState::FulfilledLate, ..) => voice.say("second-clock-stopped").to_string(),
        (_, Some(due), Some(term)) => {
            let phrase = voice.say("second-clock").with("from", voice.full(&term.from).to_string());
            phrase.with("due", voice.full(&due).to_string()).to_string()
        }
        (_, None, Some(_)) => voice.say("second-clock-still").to_string(),
        _ => voice.say("second-clock-open").to_string(),
    }
}
