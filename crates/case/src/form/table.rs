//! The fields, act by act.

use super::{Choice, Field, FieldKind, Need};
use crate::command::ActKind;

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
        ["en leverandør, som en kommune har aftale med", "a supplier that a municipality has an agreement with"],
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

const CONFIRM_DISCHARGE: &[Field] = &[field("on", FieldKind::Date, Need::Required, ["Udskrevet den", "Discharged on"])];
const READ_START_LIMIT: &[Field] = &[
    field("meaning", FieldKind::Choice(MEANINGS), Need::Required, ["Ordene betyder", "The words mean"]),
    field("on", FieldKind::Date, Need::When("meaning", &["not_before", "not_after"]), ["Dag", "Day"]),
    field(
        "reason_given",
        FieldKind::Tick,
        Need::Optional,
        ["Planen giver en grund i helbredet", "The plan gives a health reason"],
    ),
];
const CONTACT: &[Field] = &[WAY];
const FIRST_CONTACT: &[Field] = &[
    WAY,
    field(
        "choice_informed",
        FieldKind::Tick,
        Need::Optional,
        ["Borgeren er oplyst om frit valg", "The citizen was told of the choice"],
    ),
];
const OFFER_START: &[Field] = &[
    field("start_on", FieldKind::Date, Need::Required, ["Første træning den", "First training on"]),
    field("place", FieldKind::Line, Need::Optional, ["Sted", "Place"]),
];
const WITH_REASON: &[Field] = &[REASON];
const CHOOSE_PROVIDER: &[Field] = &[
    field("provider", FieldKind::Choice(PROVIDERS), Need::Required, ["Leverandør", "Provider"]),
    field(
        "municipality",
        FieldKind::Municipality,
        Need::When("provider", &["other_municipality", "supplier_of"]),
        ["Kommune", "Municipality"],
    ),
    field(
        "name",
        FieldKind::Line,
        Need::When("provider", &["supplier_of", "private"]),
        ["Leverandørens navn", "Supplier's name"],
    ),
    field(
        "kl",
        FieldKind::Tick,
        Need::Optional,
        ["Leverandøren står på KL's liste i dag", "The supplier is on KL's list today"],
    ),
];
const HOLD_TRAINING: &[Field] = &[field("note", FieldKind::Lines, Need::Optional, ["Notat", "Note"])];
const ASSESS_LEVEL: &[Field] =
    &[field("level", FieldKind::Choice(LEVELS), Need::Required, ["Niveau", "Level"]), REASON];
const REVIEW_COURSE: &[Field] = &[
    field("attainment", FieldKind::Choice(ATTAINMENTS), Need::Required, ["Målene er", "The goals are"]),
    field("assessment", FieldKind::Lines, Need::Required, ["Vurdering", "Assessment"]),
];
const SECOND_PLAN: &[Field] = &[
    field("earlier", FieldKind::Case, Need::Required, ["Den tidligere sag", "The earlier case"]),
    field("outcome", FieldKind::Choice(OUTCOMES), Need::Required, ["Hvad skal der ske", "What is to happen"]),
    REASON,
];
const MARK_IN_ERROR: &[Field] =
    &[field("number", FieldKind::Event, Need::Required, ["Hændelse nr.", "Event no."]), REASON];

/// The fields of an act.
pub fn fields_of(act: ActKind) -> &'static [Field] {
    match act {
        ActKind::ConfirmDischarge => CONFIRM_DISCHARGE,
        ActKind::ReadStartLimit => READ_START_LIMIT,
        ActKind::RecordContactAttempt | ActKind::InformOfChoice | ActKind::InformOfPrivateChoice => CONTACT,
        ActKind::RecordFirstContact => FIRST_CONTACT,
        ActKind::OfferStart => OFFER_START,
        ActKind::DeclineOffer | ActKind::WithdrawOffer | ActKind::RefusePlan => WITH_REASON,
        ActKind::ChooseProvider => CHOOSE_PROVIDER,
        ActKind::HoldTraining => HOLD_TRAINING,
        ActKind::AssessLevel => ASSESS_LEVEL,
        ActKind::RecordReadmission | ActKind::RecordDischargeAgain | ActKind::ChangePlanType => &[],
        ActKind::ReviewCourse => REVIEW_COURSE,
        ActKind::DecideSecondPlan => SECOND_PLAN,
        ActKind::MarkInError => MARK_IN_ERROR,
    }
}
