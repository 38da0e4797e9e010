//! The fields of each act: one description for the page's form, the command line and what is wrong in either.

use std::collections::BTreeMap;

use jiff::civil::Date;
use law::Language;

use crate::command::Act;
use crate::event::{ContactWay, GoalAttainment, Provider, SecondPlanOutcome, StartLimitReading, TrainingLevel};
use crate::ids::{CaseId, EventNumber};
use crate::municipality::MunicipalityCode;
use crate::plan::StartMeaning;

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// A civil date, `2026-04-07`.
    Date,
    /// A line of words.
    Line,
    /// Several lines of words.
    Lines,
    /// Yes or no.
    Tick,
    /// One of these words.
    Choice(&'static [Choice]),
    /// A municipality's code or name.
    Municipality,
    /// A case's number.
    Case,
    /// An event's number.
    Event,
}

/// One of the words that a field allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The word that is sent.
    pub word: &'static str,
    words: [&'static str; 2],
}

impl Choice {
    /// The word for people.
    pub fn say(&self, language: Language) -> &'static str {
        language.pick(self.words[0], self.words[1])
    }
}

/// Whether a field must be filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// It must.
    Required,
    /// It may.
    Optional,
    /// It must where another field has this word.
    When(&'static str, &'static str),
}

/// A field of an act's form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name in forms and on the command line.
    pub name: &'static str,
    /// What it holds.
    pub kind: FieldKind,
    /// Whether it must be filled.
    pub need: Need,
    label: [&'static str; 2],
}

impl Field {
    /// What the field is called.
    pub fn label(&self, language: Language) -> &'static str {
        language.pick(self.label[0], self.label[1])
    }
}

const fn field(name: &'static str, kind: FieldKind, need: Need, label: [&'static str; 2]) -> Field {
    Field { name, kind, need, label }
}

const fn choice(word: &'static str, words: [&'static str; 2]) -> Choice {
    Choice { word, words }
}

const WAYS: &[Choice] = &[
    choice("telephone", ["telefon", "telephone"]),
    choice("in_person", ["personligt", "in person"]),
    choice("letter", ["Digital Post eller brev", "Digital Post or letter"]),
];
const MEANINGS: &[Choice] = &[
    choice("not_before", ["tidligst den dag", "not before that day"]),
    choice("not_after", ["senest den dag", "not after that day"]),
    choice("no_limit", ["ordene sætter ingen frist", "the words set no limit"]),
];
const PROVIDERS: &[Choice] = &[
    choice("own_unit", ["kommunens egen træningsenhed", "the municipality's own unit"]),
    choice("other_municipality", ["en anden kommunes eget sted", "another municipality's own place"]),
    choice(
        "supplier_of",
        ["en leverandør, som en anden kommune har aftale med", "a supplier that another municipality has"],
    ),
    choice(
        "private",
        [
            "en privat leverandør med KL-aftale, efter de 7 dage",
            "a private supplier under KL's agreement, after the 7 days",
        ],
    ),
];
const LEVELS: &[Choice] = &[choice("basic", ["basal", "basic"]), choice("advanced", ["avanceret", "advanced"])];
const ATTAINMENTS: &[Choice] = &[
    choice("none", ["ikke nået", "not reached"]),
    choice("partly", ["delvist nået", "partly reached"]),
    choice("fully", ["nået", "fully reached"]),
];
const OUTCOMES: &[Choice] = &[
    choice(
        "replaces",
        ["den nye plan erstatter den gamle, træningen fortsætter", "the new plan replaces the old, training goes on"],
    ),
    choice(
        "restarts",
        ["den gamle sag slutter, forløbet begynder forfra", "the old case ends, the course starts over"],
    ),
    choice("beside", ["begge forløb kører hver for sig", "both courses run, each on its own"]),
];

const WAY: Field = field("by", FieldKind::Choice(WAYS), Need::Required, ["Hvordan", "How"]);
const REASON: Field = field("reason", FieldKind::Lines, Need::Required, ["Begrundelse", "Reason"]);

/// The words of all acts, in the order in which a case meets them.
pub const ACTS: [&str; 18] = [
    "record_first_contact",
    "record_contact_attempt",
    "offer_start",
    "decline_offer",
    "inform_of_choice",
    "inform_of_private_choice",
    "choose_provider",
    "hold_training",
    "assess_level",
    "review_course",
    "confirm_discharge",
    "read_start_limit",
    "record_readmission",
    "record_discharge_again",
    "decide_second_plan",
    "mark_in_error",
    "refuse_plan",
    "change_plan_type",
];

/// The fields of an act; none for a word that is no act.
pub fn fields(act: &str) -> Option<&'static [Field]> {
    Some(match act {
        "confirm_discharge" => {
            const { &[field("on", FieldKind::Date, Need::Required, ["Udskrevet den", "Discharged on"])] }
        }
        "read_start_limit" => {
            const {
                &[
                    field("meaning", FieldKind::Choice(MEANINGS), Need::Required, ["Ordene betyder", "The words mean"]),
                    field("on", FieldKind::Date, Need::Optional, ["Dag", "Day"]),
                    field(
                        "reason_given",
                        FieldKind::Tick,
                        Need::Optional,
                        ["Planen giver en grund i helbredet", "The plan gives a health reason"],
                    ),
                ]
            }
        }
        "record_contact_attempt" | "inform_of_choice" | "inform_of_private_choice" => const { &[WAY] },
        "record_first_contact" => {
            const {
                &[
                    WAY,
                    field(
                        "choice_informed",
                        FieldKind::Tick,
                        Need::Optional,
                        ["Borgeren er oplyst om frit valg", "The citizen was told of the choice"],
                    ),
                ]
            }
        }
        "offer_start" => {
            const {
                &[
                    field("start_on", FieldKind::Date, Need::Required, ["Første træning den", "First training on"]),
                    field("place", FieldKind::Line, Need::Optional, ["Sted", "Place"]),
                ]
            }
        }
        "decline_offer" | "refuse_plan" => const { &[REASON] },
        "choose_provider" => {
            const {
                &[
                    field("provider", FieldKind::Choice(PROVIDERS), Need::Required, ["Leverandør", "Provider"]),
                    field(
                        "municipality",
                        FieldKind::Municipality,
                        Need::When("provider", "other_municipality"),
                        ["Kommune", "Municipality"],
                    ),
                    field(
                        "name",
                        FieldKind::Line,
                        Need::When("provider", "private"),
                        ["Leverandørens navn", "Supplier's name"],
                    ),
                    field("kl", FieldKind::Tick, Need::Optional, ["Står på KL's liste", "Stands on KL's list"]),
                ]
            }
        }
        "hold_training" => const { &[field("note", FieldKind::Lines, Need::Optional, ["Notat", "Note"])] },
        "assess_level" => {
            const { &[field("level", FieldKind::Choice(LEVELS), Need::Required, ["Niveau", "Level"]), REASON] }
        }
        "record_readmission" | "record_discharge_again" | "change_plan_type" => &[],
        "review_course" => {
            const {
                &[
                    field("attainment", FieldKind::Choice(ATTAINMENTS), Need::Required, ["Målene er", "The goals are"]),
                    field("assessment", FieldKind::Lines, Need::Required, ["Vurdering", "Assessment"]),
                ]
            }
        }
        "decide_second_plan" => {
            const {
                &[
                    field("earlier", FieldKind::Case, Need::Required, ["Den tidligere sag", "The earlier case"]),
                    field("outcome", FieldKind::Choice(OUTCOMES), Need::Required, ["Hvad sker der", "What happens"]),
                    REASON,
                ]
            }
        }
        "mark_in_error" => {
            const { &[field("number", FieldKind::Event, Need::Required, ["Hændelse nr.", "Event no."]), REASON] }
        }
        _ => return None,
    })
}

/// What is wrong with a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldFault {
    /// No such act.
    UnknownAct(String),
    /// The act has no such field.
    UnknownField {
        /// The field.
        field: String,
        /// Those that it has.
        fields: Vec<&'static str>,
    },
    /// A field is empty that must be filled.
    Empty(&'static str),
    /// A field holds something else than it should.
    Wrong {
        /// The field.
        field: &'static str,
        /// What it holds.
        kind: FieldKind,
        /// What was given.
        given: String,
    },
}

impl FieldFault {
    /// The field that is wrong, where one is.
    pub fn field(&self) -> Option<&str> {
        match self {
            Self::UnknownAct(_) => None,
            Self::UnknownField { field, .. } => Some(field),
            Self::Empty(field) | Self::Wrong { field, .. } => Some(field),
        }
    }

    /// What is wrong, where, and how to mend it.
    pub fn say(&self, language: Language) -> String {
        let da = language == Language::Danish;
        match self {
            Self::UnknownAct(act) if da => format!("»{act}« er ikke en handling. Vælg en af: {}.", ACTS.join(", ")),
            Self::UnknownAct(act) => format!("»{act}« is no act. Choose one of: {}.", ACTS.join(", ")),
            Self::UnknownField { field, fields } if fields.is_empty() && da => {
                format!("Handlingen har ingen felter, men fik »{field}«.")
            }
            Self::UnknownField { field, fields } if fields.is_empty() => {
                format!("The act has no fields, and was given »{field}«.")
            }
            Self::UnknownField { field, fields } if da => {
                format!("Handlingen har ikke feltet »{field}«. Den har: {}.", fields.join(", "))
            }
            Self::UnknownField { field, fields } => {
                format!("The act has no field »{field}«. It has: {}.", fields.join(", "))
            }
            Self::Empty(field) if da => format!("Feltet »{field}« skal udfyldes."),
            Self::Empty(field) => format!("The field »{field}« must be filled."),
            Self::Wrong { field, kind, given } if da => {
                format!("»{field}«: »{given}« kan ikke bruges. {}", kind.expects(language))
            }
            Self::Wrong { field, kind, given } => {
                format!("»{field}«: »{given}« can't be used. {}", kind.expects(language))
            }
        }
    }
}

impl FieldKind {
    fn expects(self, language: Language) -> String {
        match self {
            Self::Date => language.pick("Skriv en dato som 2026-04-07.", "Write a date such as 2026-04-07.").into(),
            Self::Line | Self::Lines => language.pick("Skriv en tekst.", "Write a text.").into(),
            Self::Tick => language.pick("Skriv ja eller nej.", "Write yes or no.").into(),
            Self::Choice(choices) => {
                let words: Vec<&str> = choices.iter().map(|choice| choice.word).collect();
                format!("{} {}.", language.pick("Vælg en af:", "Choose one of:"), words.join(", "))
            }
            Self::Municipality => language
                .pick("Skriv kommunens nummer, f.eks. 0860.", "Write the municipality's number, such as 0860.")
                .into(),
            Self::Case => language
                .pick("Skriv sagens nummer, f.eks. 2026-0412.", "Write the case's number, such as 2026-0412.")
                .into(),
            Self::Event => language.pick("Skriv hændelsens nummer.", "Write the event's number.").into(),
        }
    }
}

/// The fields as they were filled.
pub type Filled = BTreeMap<String, String>;

impl Act {
    /// Makes an act of its word and the fields as filled.
    ///
    /// # Errors
    /// Everything that is wrong, in the order of the form: an unknown act or field, an empty field, a value that can't be read.
    pub fn of_form(act: &str, filled: &Filled) -> Result<Self, Vec<FieldFault>> {
        let fields = fields(act).ok_or_else(|| vec![FieldFault::UnknownAct(act.to_owned())])?;
        let names: Vec<&'static str> = fields.iter().map(|field| field.name).collect();
        let mut faults: Vec<FieldFault> = filled
            .keys()
            .filter(|key| !names.contains(&key.as_str()))
            .map(|key| FieldFault::UnknownField { field: key.clone(), fields: names.clone() })
            .collect();
        let form = Form { fields, filled };
        faults.extend(form.empty());
        match form.act(act) {
            Ok(act) if faults.is_empty() => Ok(act),
            Ok(_) => Err(faults),
            Err(fault) => {
                if !faults.contains(&fault) {
                    faults.push(fault);
                }
                Err(faults)
            }
        }
    }
}

struct Form<'a> {
    fields: &'static [Field],
    filled: &'a Filled,
}

impl Form<'_> {
    fn text(&self, name: &str) -> Option<&str> {
        self.filled.get(name).map(|text| text.trim()).filter(|text| !text.is_empty())
    }

    fn empty(&self) -> Vec<FieldFault> {
        let must = |field: &&Field| match field.need {
            Need::Required => true,
            Need::Optional => false,
            Need::When(other, word) => self.text(other) == Some(word),
        };
        let empty = self.fields.iter().filter(must).filter(|field| self.text(field.name).is_none());
        empty.map(|field| FieldFault::Empty(field.name)).collect()
    }

    fn required<V>(&self, name: &'static str, read: impl Fn(&str) -> Option<V>) -> Result<V, FieldFault> {
        let text = self.text(name).ok_or(FieldFault::Empty(name))?;
        read(text).ok_or_else(|| self.wrong(name, text))
    }

    fn wrong(&self, name: &'static str, given: &str) -> FieldFault {
        let kind = self.fields.iter().find(|field| field.name == name).map_or(FieldKind::Line, |field| field.kind);
        FieldFault::Wrong { field: name, kind, given: given.chars().take(80).collect() }
    }

    fn tick(&self, name: &'static str) -> Result<bool, FieldFault> {
        match self.text(name) {
            None | Some("nej" | "no" | "false") => Ok(false),
            Some("ja" | "yes" | "true" | "on") => Ok(true),
            Some(other) => Err(self.wrong(name, other)),
        }
    }

    fn words(&self, name: &'static str) -> Result<String, FieldFault> {
        self.required(name, |text| Some(text.to_owned()))
    }

    fn optional(&self, name: &str) -> Option<String> {
        self.text(name).map(ToOwned::to_owned)
    }

    fn way(&self) -> Result<ContactWay, FieldFault> {
        self.required("by", |word| match word {
            "telephone" => Some(ContactWay::Telephone),
            "in_person" => Some(ContactWay::InPerson),
            "letter" => Some(ContactWay::Letter),
            _ => None,
        })
    }

    fn act(&self, act: &str) -> Result<Act, FieldFault> {
        Ok(match act {
            "confirm_discharge" => Act::ConfirmDischarge { on: self.required("on", day)? },
            "read_start_limit" => Act::ReadStartLimit { reading: self.reading()? },
            "record_contact_attempt" => Act::RecordContactAttempt { by: self.way()? },
            "record_first_contact" => {
                Act::RecordFirstContact { by: self.way()?, choice_informed: self.tick("choice_informed")? }
            }
            "inform_of_choice" => Act::InformOfChoice { by: self.way()? },
            "inform_of_private_choice" => Act::InformOfPrivateChoice { by: self.way()? },
            "offer_start" => {
                Act::OfferStart { start_on: self.required("start_on", day)?, place: self.optional("place") }
            }
            "decline_offer" => Act::DeclineOffer { reason: self.words("reason")? },
            "choose_provider" => Act::ChooseProvider { provider: self.provider()? },
            "hold_training" => Act::HoldTraining { note: self.optional("note").unwrap_or_default() },
            "assess_level" => Act::AssessLevel { level: self.level()?, reason: self.words("reason")? },
            "record_readmission" => Act::RecordReadmission,
            "record_discharge_again" => Act::RecordDischargeAgain,
            "review_course" => {
                Act::ReviewCourse { attainment: self.attainment()?, assessment: self.words("assessment")? }
            }
            "decide_second_plan" => Act::DecideSecondPlan {
                earlier: self.required("earlier", |text| CaseId::parse(text).ok())?,
                outcome: self.outcome()?,
                reason: self.words("reason")?,
            },
            "mark_in_error" => Act::MarkInError {
                number: self.required("number", |text| text.parse().ok().map(EventNumber))?,
                reason: self.words("reason")?,
            },
            "refuse_plan" => Act::RefusePlan { reason: self.words("reason")? },
            "change_plan_type" => Act::ChangePlanType,
            other => return Err(FieldFault::UnknownAct(other.to_owned())),
        })
    }

    fn reading(&self) -> Result<StartLimitReading, FieldFault> {
        let meaning = self.required("meaning", |word| match word {
            "not_before" => Some(Some(StartMeaning::NotBefore)),
            "not_after" => Some(Some(StartMeaning::NotAfter)),
            "no_limit" => Some(None),
            _ => None,
        })?;
        let Some(meaning) = meaning else { return Ok(StartLimitReading::NoLimit) };
        let (on, reason_given) = (self.required("on", day)?, self.tick("reason_given")?);
        Ok(StartLimitReading::Day { on, meaning, reason_given })
    }

    fn provider(&self) -> Result<Provider, FieldFault> {
        let municipality = || self.required("municipality", municipality);
        match self.words("provider")?.as_str() {
            "own_unit" => Ok(Provider::OwnUnit),
            "other_municipality" => Ok(Provider::OtherMunicipality { municipality: municipality()? }),
            "supplier_of" => Ok(Provider::SupplierOf { municipality: municipality()?, name: self.words("name")? }),
            "private" => Ok(Provider::Private { name: self.words("name")?, has_kl_agreement: self.tick("kl")? }),
            other => Err(self.wrong("provider", other)),
        }
    }

    fn level(&self) -> Result<TrainingLevel, FieldFault> {
        self.required("level", |word| match word {
            "basic" => Some(TrainingLevel::Basic),
            "advanced" => Some(TrainingLevel::Advanced),
            _ => None,
        })
    }

    fn attainment(&self) -> Result<GoalAttainment, FieldFault> {
        self.required("attainment", |word| match word {
            "none" => Some(GoalAttainment::None),
            "partly" => Some(GoalAttainment::Partly),
            "fully" => Some(GoalAttainment::Fully),
            _ => None,
        })
    }

    fn outcome(&self) -> Result<SecondPlanOutcome, FieldFault> {
        self.required("outcome", |word| match word {
            "replaces" => Some(SecondPlanOutcome::Replaces),
            "restarts" => Some(SecondPlanOutcome::Restarts),
            "beside" => Some(SecondPlanOutcome::Beside),
            _ => None,
        })
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
