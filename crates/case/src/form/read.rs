//! From the fields as filled to an act, or everything that is wrong with them.

use jiff::civil::Date;

use super::{Choice, Field, FieldFault, FieldKind, Filled, LONGEST_LINE, LONGEST_TEXT, Need, fields_of};
use crate::command::{Act, ActKind};
use crate::event::{ContactWay, GoalAttainment, Provider, SecondPlanOutcome, StartLimitReading, TrainingLevel};
use crate::ids::{CaseId, EventNumber};
use crate::municipality::MunicipalityCode;
use crate::plan::StartMeaning;

/// How much of what was given is shown to whoever gave it.
const SHOWN: usize = 80;

impl Act {
    /// Makes an act of its word and the fields as filled.
    ///
    /// # Errors
    /// Everything that is wrong: an unknown act; unknown fields; then, in the order of the form, each field that is empty and may not be,
    /// and each that holds what it can't.
    pub fn of_form(act: &str, filled: &Filled) -> Result<Self, Vec<FieldFault>> {
        let kind = ActKind::of_word(act).ok_or_else(|| vec![FieldFault::UnknownAct(shown(act))])?;
        let form = Form { fields: fields_of(kind), filled };
        let faults: Vec<FieldFault> =
            form.unknown().into_iter().chain(form.fields.iter().filter_map(|field| form.fault(field))).collect();
        if faults.is_empty() { form.act(kind).map_err(|fault| vec![fault]) } else { Err(faults) }
    }
}

struct Form<'a> {
    fields: &'static [Field],
    filled: &'a Filled,
}

impl Form<'_> {
    /// What stands in a field; nothing where it is blank.
    fn text(&self, name: &str) -> Option<&str> {
        self.filled.get(name).map(|text| text.trim()).filter(|text| !text.is_empty())
    }

    fn unknown(&self) -> Vec<FieldFault> {
        let names: Vec<&'static str> = self.fields.iter().map(|field| field.name).collect();
        let unknown = self.filled.keys().filter(|key| !names.contains(&key.as_str()));
        unknown.map(|key| FieldFault::UnknownField { field: shown(key), fields: names.clone() }).collect()
    }

    fn fault(&self, field: &'static Field) -> Option<FieldFault> {
        let must = match field.need {
            Need::Required => true,
            Need::Optional => false,
            Need::When(other, words) if self.chosen(other).is_some_and(|chosen| words.contains(&chosen)) => true,
            Need::When(..) => return None,
        };
        match self.text(field.name) {
            None => must.then_some(FieldFault::Empty(field)),
            Some(text) => wrong(field, text),
        }
    }

    /// The word of a field of choices.
    fn chosen(&self, name: &str) -> Option<&'static str> {
        let field = self.fields.iter().find(|field| field.name == name)?;
        let FieldKind::Choice(choices) = field.kind else { return None };
        choice(choices, self.text(name)?)
    }

    fn read<V>(&self, name: &'static str, read: impl Fn(&str) -> Option<V>) -> Result<V, FieldFault> {
        let field = self.fields.iter().find(|field| field.name == name);
        let field = field.ok_or_else(|| FieldFault::UnknownField { field: name.into(), fields: Vec::new() })?;
        let text = self.text(name).ok_or(FieldFault::Empty(field))?;
        read(text).ok_or_else(|| FieldFault::Wrong { field, given: shown(text) })
    }

    fn pick<V: Copy>(&self, name: &'static str, values: &[(&str, V)]) -> Result<V, FieldFault> {
        let chosen = self.chosen(name);
        self.read(name, |_| values.iter().find(|(word, _)| Some(*word) == chosen).map(|(_, value)| *value))
    }

    fn words(&self, name: &'static str) -> Result<String, FieldFault> {
        self.read(name, |text| Some(text.to_owned()))
    }

    fn ticked(&self, name: &str) -> bool {
        self.text(name).and_then(tick).unwrap_or(false)
    }

    fn act(&self, kind: ActKind) -> Result<Act, FieldFault> {
        Ok(match kind {
            ActKind::ConfirmDischarge => Act::ConfirmDischarge { on: self.read("on", day)? },
            ActKind::ReadStartLimit => Act::ReadStartLimit { reading: self.reading()? },
            ActKind::RecordContactAttempt => Act::RecordContactAttempt { by: self.way()? },
            ActKind::RecordFirstContact => {
                Act::RecordFirstContact { by: self.way()?, choice_informed: self.ticked("choice_informed") }
            }
            ActKind::InformOfChoice => Act::InformOfChoice { by: self.way()? },
            ActKind::InformOfPrivateChoice => Act::InformOfPrivateChoice { by: self.way()? },
            ActKind::OfferStart => {
                let place = self.text("place").map(ToOwned::to_owned);
                Act::OfferStart { start_on: self.read("start_on", day)?, place }
            }
            ActKind::DeclineOffer => Act::DeclineOffer { reason: self.words("reason")? },
            ActKind::WithdrawOffer => Act::WithdrawOffer { reason: self.words("reason")? },
            ActKind::ChooseProvider => Act::ChooseProvider { provider: self.provider()? },
            ActKind::HoldTraining => Act::HoldTraining { note: self.text("note").unwrap_or_default().to_owned() },
            ActKind::AssessLevel => Act::AssessLevel { level: self.level()?, reason: self.words("reason")? },
            ActKind::RecordReadmission => Act::RecordReadmission,
            ActKind::RecordDischargeAgain => Act::RecordDischargeAgain,
            ActKind::ReviewCourse => {
                Act::ReviewCourse { attainment: self.attainment()?, assessment: self.words("assessment")? }
            }
            ActKind::DecideSecondPlan => Act::DecideSecondPlan {
                earlier: self.read("earlier", |text| CaseId::parse(text).ok())?,
                outcome: self.outcome()?,
                reason: self.words("reason")?,
            },
            ActKind::MarkInError => {
                Act::MarkInError { number: self.read("number", event_number)?, reason: self.words("reason")? }
            }
            ActKind::RefusePlan => Act::RefusePlan { reason: self.words("reason")? },
            ActKind::ChangePlanType => Act::ChangePlanType,
        })
    }

    fn way(&self) -> Result<ContactWay, FieldFault> {
        let ways =
            [("telephone", ContactWay::Telephone), ("in_person", ContactWay::InPerson), ("letter", ContactWay::Letter)];
        self.pick("by", &ways)
    }

    fn reading(&self) -> Result<StartLimitReading, FieldFault> {
        let meanings = [
            ("not_before", Some(StartMeaning::NotBefore)),
            ("not_after", Some(StartMeaning::NotAfter)),
            ("no_limit", None),
        ];
        let Some(meaning) = self.pick("meaning", &meanings)? else { return Ok(StartLimitReading::NoLimit) };
        let on = self.read("on", day)?;
        Ok(StartLimitReading::Day { on, meaning, reason_given: self.ticked("reason_given") })
    }

    fn provider(&self) -> Result<Provider, FieldFault> {
        let municipality = || self.read("municipality", municipality);
        let name = || self.words("name");
        Ok(match self.chosen("provider") {
            Some("own_unit") => Provider::OwnUnit,
            Some("other_municipality") => Provider::OtherMunicipality { municipality: municipality()? },
            Some("supplier_of") => Provider::SupplierOf { municipality: municipality()?, name: name()? },
            Some("private") => Provider::Private { name: name()?, has_kl_agreement: self.ticked("kl") },
            _ => self.read("provider", |_| None)?,
        })
    }

    fn level(&self) -> Result<TrainingLevel, FieldFault> {
        self.pick("level", &[("basic", TrainingLevel::Basic), ("advanced", TrainingLevel::Advanced)])
    }

    fn attainment(&self) -> Result<GoalAttainment, FieldFault> {
        let attainments =
            [("none", GoalAttainment::None), ("partly", GoalAttainment::Partly), ("fully", GoalAttainment::Fully)];
        self.pick("attainment", &attainments)
    }

    fn outcome(&self) -> Result<SecondPlanOutcome, FieldFault> {
        let outcomes = [
            ("replaces", SecondPlanOutcome::Replaces),
            ("restarts", SecondPlanOutcome::Restarts),
            ("beside", SecondPlanOutcome::Beside),
        ];
        self.pick("outcome", &outcomes)
    }
}

/// What is wrong with what stands in a field.
fn wrong(field: &'static Field, text: &str) -> Option<FieldFault> {
    let is_right = match field.kind {
        FieldKind::Date => day(text).is_some(),
        FieldKind::Line | FieldKind::Lines => return wrong_words(field, text),
        FieldKind::Tick => tick(text).is_some(),
        FieldKind::Choice(choices) => choice(choices, text).is_some(),
        FieldKind::Municipality => municipality(text).is_some(),
        FieldKind::Case => CaseId::parse(text).is_ok(),
        FieldKind::Event => event_number(text).is_some(),
    };
    (!is_right).then(|| FieldFault::Wrong { field, given: shown(text) })
}

/// Words are kept for ever and shown on pages and in terminals: no control characters but the line breaks and tabs of a text.
fn wrong_words(field: &'static Field, text: &str) -> Option<FieldFault> {
    let has_lines = field.kind == FieldKind::Lines;
    let most = if has_lines { LONGEST_TEXT } else { LONGEST_LINE };
    let stray = |sign: char| sign.is_control() && !(has_lines && matches!(sign, '\n' | '\r' | '\t'));
    if text.chars().any(stray) {
        return Some(FieldFault::Wrong { field, given: shown(text) });
    }
    (text.chars().count() > most).then_some(FieldFault::TooLong { field, most })
}

/// The beginning of what was given, with nothing in it that a terminal would obey.
fn shown(text: &str) -> String {
    text.chars().take(SHOWN).map(|sign| if sign.is_control() { char::REPLACEMENT_CHARACTER } else { sign }).collect()
}

fn choice(choices: &[Choice], text: &str) -> Option<&'static str> {
    choices.iter().find(|choice| choice.is_meant_by(text)).map(|choice| choice.word)
}

fn tick(text: &str) -> Option<bool> {
    match text {
        "ja" | "yes" | "true" | "on" => Some(true),
        "nej" | "no" | "false" | "off" => Some(false),
        _ => None,
    }
}

/// A day from 1900 to 2199, so that a year typed with two digits is found.
fn day(text: &str) -> Option<Date> {
    let day: Date = if text.len() == 10 { text.parse().ok()? } else { return None };
    (1900..=2199).contains(&day.year()).then_some(day)
}

fn municipality(text: &str) -> Option<MunicipalityCode> {
    let by_name = || MunicipalityCode::all().find(|code| code.name().eq_ignore_ascii_case(text));
    MunicipalityCode::parse(text).ok().or_else(by_name)
}

/// Events are numbered from 1.
fn event_number(text: &str) -> Option<EventNumber> {
    text.parse().ok().filter(|number| *number > 0).map(EventNumber)
}
