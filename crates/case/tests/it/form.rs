//! The fields of each act: filled, an act; filled wrong, everything that is wrong.

use case::event::{ContactWay, GoalAttainment, Provider, SecondPlanOutcome, StartLimitReading, TrainingLevel};
use case::form::{ACTS, FieldFault, FieldKind, Filled, LONGEST_LINE, LONGEST_TEXT, Need, fields};
use case::plan::StartMeaning;
use case::{Act, ActKind, CaseId, EventNumber};
use proptest::prelude::*;

use crate::samples::{aalborg, april};

fn filled<const N: usize>(fields: [(&str, &str); N]) -> Filled {
    fields.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

/// The names of the fields that are wrong, with what is wrong.
fn faults<const N: usize>(act: &str, fields: [(&str, &str); N]) -> Vec<String> {
    let faults = Act::of_form(act, &filled(fields)).expect_err("something is wrong");
    faults
        .iter()
        .map(|fault| {
            let what = match fault {
                FieldFault::UnknownAct(_) => "unknown act",
                FieldFault::UnknownField { .. } => "unknown",
                FieldFault::Empty(_) => "empty",
                FieldFault::Wrong { .. } => "wrong",
                FieldFault::TooLong { .. } => "too long",
            };
            format!("{}: {what}", fault.field().unwrap_or("-"))
        })
        .collect()
}

/// What a form holds that leads to this act.
fn form_of(act: &Act) -> Filled {
    let day = |day: &jiff::civil::Date| day.to_string();
    match act {
        Act::ConfirmDischarge { on } => filled([("on", &day(on))]),
        Act::ReadStartLimit { reading } => form_of_reading(*reading),
        Act::RecordContactAttempt { by } | Act::InformOfChoice { by } | Act::InformOfPrivateChoice { by } => {
            filled([("by", way(*by))])
        }
        Act::RecordFirstContact { by, choice_informed } => {
            filled([("by", way(*by)), ("choice_informed", tick(*choice_informed))])
        }
        Act::OfferStart { start_on, place } => {
            filled([("start_on", &day(start_on)), ("place", place.as_deref().unwrap_or_default())])
        }
        Act::DeclineOffer { reason } | Act::WithdrawOffer { reason } | Act::RefusePlan { reason } => {
            filled([("reason", reason)])
        }
        Act::ChooseProvider { provider } => form_of_provider(provider),
        Act::HoldTraining { note } => filled([("note", note)]),
        Act::AssessLevel { level, reason } => {
            let level = if *level == TrainingLevel::Basic { "basic" } else { "advanced" };
            filled([("level", level), ("reason", reason)])
        }
        Act::RecordReadmission | Act::RecordDischargeAgain | Act::ChangePlanType => Filled::new(),
        Act::ReviewCourse { attainment, assessment } => {
            let attained = match attainment {
                GoalAttainment::None => "none",
                GoalAttainment::Partly => "partly",
                GoalAttainment::Fully => "fully",
            };
            filled([("attainment", attained), ("assessment", assessment)])
        }
        Act::DecideSecondPlan { earlier, outcome, reason } => {
            let outcome = match outcome {
                SecondPlanOutcome::Replaces => "replaces",
                SecondPlanOutcome::Restarts => "restarts",
                SecondPlanOutcome::Beside => "beside",
            };
            filled([("earlier", &earlier.to_string()), ("outcome", outcome), ("reason", reason)])
        }
        Act::MarkInError { number, reason } => filled([("number", &number.to_string()), ("reason", reason)]),
    }
}

fn form_of_reading(reading: StartLimitReading) -> Filled {
    match reading {
        StartLimitReading::NoLimit => filled([("meaning", "no_limit")]),
        StartLimitReading::Day { on, meaning, reason_given } => {
            let binds = if meaning == StartMeaning::NotBefore { "not_before" } else { "not_after" };
            filled([("meaning", binds), ("on", &on.to_string()), ("reason_given", tick(reason_given))])
        }
    }
}

fn form_of_provider(provider: &Provider) -> Filled {
    match provider {
        Provider::OwnUnit => filled([("provider", "own_unit")]),
        Provider::OtherMunicipality { municipality } => {
            filled([("provider", "other_municipality"), ("municipality", &municipality.to_string())])
        }
        Provider::SupplierOf { municipality, name } => {
            filled([("provider", "supplier_of"), ("municipality", municipality.name()), ("name", name)])
        }
        Provider::Private { name, has_kl_agreement } => {
            filled([("provider", "private"), ("name", name), ("kl", tick(*has_kl_agreement))])
        }
    }
}

fn way(by: ContactWay) -> &'static str {
    match by {
        ContactWay::Telephone => "telephone",
        ContactWay::InPerson => "in_person",
        ContactWay::Letter => "letter",
    }
}

fn tick(yes: bool) -> &'static str {
    if yes { "ja" } else { "nej" }
}

fn words() -> impl Strategy<Value = String> {
    "[a-zæøåA-ZÆØÅ0-9.,?»«–-][a-zæøå .,\n»«]{0,60}[a-zæøå.]"
}

fn line() -> impl Strategy<Value = String> {
    "[a-zæøåA-ZÆØÅ][a-zæøå .&-]{0,30}[a-zæøå]"
}

fn day() -> impl Strategy<Value = jiff::civil::Date> {
    (1900i16..=2199, 1i8..=12, 1i8..=28).prop_map(|(year, month, day)| jiff::civil::date(year, month, day))
}

fn any_act() -> impl Strategy<Value = Act> {
    let way = prop_oneof![Just(ContactWay::Telephone), Just(ContactWay::InPerson), Just(ContactWay::Letter)].boxed();
    let meaning = prop_oneof![Just(StartMeaning::NotBefore), Just(StartMeaning::NotAfter)];
    let outcome = prop_oneof![
        Just(SecondPlanOutcome::Replaces),
        Just(SecondPlanOutcome::Restarts),
        Just(SecondPlanOutcome::Beside)
    ];
    let attainment = prop_oneof![Just(GoalAttainment::None), Just(GoalAttainment::Partly), Just(GoalAttainment::Fully)];
    let provider = prop_oneof![
        Just(Provider::OwnUnit),
        Just(Provider::OtherMunicipality { municipality: aalborg() }),
        line().prop_map(|name| Provider::SupplierOf { municipality: aalborg(), name }),
        (line(), any::<bool>()).prop_map(|(name, has_kl_agreement)| Provider::Private { name, has_kl_agreement }),
    ];
    prop_oneof![
        day().prop_map(|on| Act::ConfirmDischarge { on }),
        Just(Act::ReadStartLimit { reading: StartLimitReading::NoLimit }),
        (day(), meaning, any::<bool>()).prop_map(|(on, meaning, reason_given)| Act::ReadStartLimit {
            reading: StartLimitReading::Day { on, meaning, reason_given }
        }),
        way.clone().prop_map(|by| Act::RecordContactAttempt { by }),
        (way.clone(), any::<bool>()).prop_map(|(by, choice_informed)| Act::RecordFirstContact { by, choice_informed }),
        way.clone().prop_map(|by| Act::InformOfChoice { by }),
        way.prop_map(|by| Act::InformOfPrivateChoice { by }),
        (day(), prop::option::of(line())).prop_map(|(start_on, place)| Act::OfferStart { start_on, place }),
        words().prop_map(|reason| Act::DeclineOffer { reason }),
        words().prop_map(|reason| Act::WithdrawOffer { reason }),
        provider.prop_map(|provider| Act::ChooseProvider { provider }),
        prop_oneof![Just(String::new()), words()].prop_map(|note| Act::HoldTraining { note }),
        (prop_oneof![Just(TrainingLevel::Basic), Just(TrainingLevel::Advanced)], words())
            .prop_map(|(level, reason)| Act::AssessLevel { level, reason }),
        Just(Act::RecordReadmission),
        Just(Act::RecordDischargeAgain),
        (attainment, words()).prop_map(|(attainment, assessment)| Act::ReviewCourse { attainment, assessment }),
        (2000u16..2100, 1u32..99_999, outcome, words()).prop_map(|(year, number, outcome, reason)| {
            Act::DecideSecondPlan { earlier: CaseId::new(year, number), outcome, reason }
        }),
        (1u64.., words()).prop_map(|(number, reason)| Act::MarkInError { number: EventNumber(number), reason }),
        words().prop_map(|reason| Act::RefusePlan { reason }),
        Just(Act::ChangePlanType),
    ]
}

proptest! {
    #[test]
    fn a_filled_form_is_the_act_that_it_was_filled_from(act in any_act()) {
        prop_assert_eq!(Act::of_form(act.word(), &form_of(&act)), Ok(act));
    }

    #[test]
    fn whatever_is_filled_in_is_an_act_or_told_to_be_wrong(
        act in prop::sample::select(ACTS),
        fields in prop::collection::btree_map("[a-z_]{1,10}|on|by|reason|provider|number|meaning", ".{0,40}", 0..6),
    ) {
        match Act::of_form(act, &fields) {
            Ok(made) => prop_assert_eq!(made.word(), act),
            Err(faults) => prop_assert!(!faults.is_empty()),
        }
    }

    #[test]
    fn a_field_that_no_act_has_is_named_beside_everything_else(act in any_act()) {
        let mut form = form_of(&act);
        form.insert("farve".into(), "rød".into());
        let faults = Act::of_form(act.word(), &form).unwrap_err();
        prop_assert_eq!(faults.len(), 1);
        prop_assert_eq!(faults[0].field(), Some("farve"));
    }

    #[test]
    fn every_field_that_must_be_filled_is_named_when_nothing_is(act in prop::sample::select(ACTS)) {
        let must: Vec<&str> = fields(act).unwrap().iter().filter(|field| field.need == Need::Required).map(|field| field.name).collect();
        match Act::of_form(act, &Filled::new()) {
            Ok(_) => prop_assert!(must.is_empty()),
            Err(faults) => prop_assert_eq!(faults.iter().filter_map(FieldFault::field).collect::<Vec<_>>(), must),
        }
    }
}

#[test]
fn everything_that_is_wrong_is_named_at_once() {
    let wrong = [("by", "brevdue"), ("choice_informed", "måske"), ("farve", "rød")];
    assert_eq!(faults("record_first_contact", wrong), ["farve: unknown", "by: wrong", "choice_informed: wrong"]);
    let wrong = [("earlier", "sag 7"), ("outcome", ""), ("reason", " \n")];
    assert_eq!(faults("decide_second_plan", wrong), ["earlier: wrong", "outcome: empty", "reason: empty"]);
}

#[test]
fn an_act_that_does_not_exist_is_named_with_those_that_do() {
    assert_eq!(faults("slet_sagen", []), ["-: unknown act"]);
    assert_eq!(fields("slet_sagen"), None);
}

#[test]
fn an_act_without_fields_takes_none() {
    assert_eq!(Act::of_form("record_readmission", &Filled::new()), Ok(Act::RecordReadmission));
    assert_eq!(faults("record_readmission", [("on", "2026-04-01")]), ["on: unknown"]);
}

#[test]
fn a_field_that_hangs_on_another_is_asked_for_only_there() {
    assert_eq!(faults("choose_provider", [("provider", "other_municipality")]), ["municipality: empty"]);
    assert_eq!(faults("choose_provider", [("provider", "supplier_of")]), ["municipality: empty", "name: empty"]);
    assert_eq!(faults("choose_provider", [("provider", "private")]), ["name: empty"]);
    assert_eq!(faults("read_start_limit", [("meaning", "not_after")]), ["on: empty"]);
    // A page without scripts shows every field; what stands in those that aren't asked for is left alone.
    let left_over = filled([("provider", "own_unit"), ("municipality", "Atlantis"), ("name", "")]);
    assert_eq!(Act::of_form("choose_provider", &left_over), Ok(Act::ChooseProvider { provider: Provider::OwnUnit }));
}

#[test]
fn a_date_is_a_day_that_exists_written_out() {
    for wrong in ["2026-02-30", "26-04-01", "1/4", "2026-4-1", "0001-01-01", "2026-04-01T10:00", "9999-12-31", "i går"]
    {
        assert_eq!(faults("offer_start", [("start_on", wrong)]), ["start_on: wrong"], "{wrong}");
    }
    let right = filled([("start_on", " 2026-04-01 ")]);
    assert_eq!(Act::of_form("offer_start", &right), Ok(Act::OfferStart { start_on: april(1), place: None }));
}

#[test]
fn a_municipality_is_known_by_number_and_by_name() {
    for text in ["0851", "Aalborg", "aalborg"] {
        let form = filled([("provider", "other_municipality"), ("municipality", text)]);
        let provider = Provider::OtherMunicipality { municipality: aalborg() };
        assert_eq!(Act::of_form("choose_provider", &form), Ok(Act::ChooseProvider { provider }), "{text}");
    }
    let nowhere = [("provider", "other_municipality"), ("municipality", "9999")];
    assert_eq!(faults("choose_provider", nowhere), ["municipality: wrong"]);
}

#[test]
fn a_choice_is_known_by_its_word_and_by_what_people_call_it() {
    for text in ["advanced", "avanceret", "Avanceret"] {
        let form = filled([("level", text), ("reason", "flere skader")]);
        let act = Act::AssessLevel { level: TrainingLevel::Advanced, reason: "flere skader".into() };
        assert_eq!(Act::of_form("assess_level", &form), Ok(act), "{text}");
    }
}

#[test]
fn events_are_numbered_from_one() {
    for wrong in ["0", "-1", "1.5", "nr. 2", "18446744073709551616"] {
        assert_eq!(faults("mark_in_error", [("number", wrong), ("reason", "fejl")]), ["number: wrong"], "{wrong}");
    }
}

#[test]
fn words_hold_nothing_that_a_terminal_would_obey() {
    for wrong in ["nul\0", "\u{1b}[2J", "bel\u{7}"] {
        assert_eq!(faults("decline_offer", [("reason", wrong)]), ["reason: wrong"]);
        let told = Act::of_form("decline_offer", &filled([("reason", wrong)])).unwrap_err();
        assert!(told[0].say(law::Language::Danish).chars().all(|sign| !sign.is_control()));
    }
    assert_eq!(faults("offer_start", [("start_on", "2026-04-01"), ("place", "to\nlinjer")]), ["place: wrong"]);
    assert!(Act::of_form("decline_offer", &filled([("reason", "to\r\nlinjer")])).is_ok());
}

#[test]
fn words_have_an_end() {
    let (line, text) = ("å".repeat(LONGEST_LINE + 1), "å".repeat(LONGEST_TEXT + 1));
    assert_eq!(faults("offer_start", [("start_on", "2026-04-01"), ("place", &line)]), ["place: too long"]);
    assert_eq!(faults("decline_offer", [("reason", &text)]), ["reason: too long"]);
    let fits = "å".repeat(LONGEST_TEXT);
    assert!(Act::of_form("decline_offer", &filled([("reason", &fits)])).is_ok());
}

#[test]
fn every_act_has_its_word_its_title_and_fields_with_labels() {
    for kind in ActKind::ALL {
        assert_eq!(ActKind::of_word(kind.word()), Some(kind));
        for language in [law::Language::Danish, law::Language::English] {
            assert!(!kind.title(language).is_empty());
            for field in fields(kind.word()).unwrap() {
                assert!(!field.label(language).is_empty());
                if let FieldKind::Choice(choices) = field.kind {
                    assert!(choices.iter().all(|choice| !choice.say(language).is_empty()));
                }
            }
        }
    }
    assert_eq!(ACTS.len(), ActKind::ALL.len());
}
