//! What people read: every answer in a handful of situations, in both languages, to be read in one place by somebody who writes
//! well.

use std::fmt::Write as _;

use jiff::civil::{Date, date};
use law::assess::{Assessment, assess};
use law::fact::FactId;
use law::standards::Standard;
use law::trace::{Verdict, Why};
use law::{Facts, Language};

use crate::cases;

/// A situation that a case officer meets in a week.
struct Situation {
    name: &'static str,
    as_of: Date,
    standard: Option<&'static str>,
    facts: &'static str,
}

const SITUATIONS: [Situation; 9] = [
    Situation { name: "Ingen har oplyst noget endnu", as_of: date(2026, 4, 7), standard: None, facts: "{}" },
    Situation {
        name: "Hofteopereret pensionist, tilbud om start efter fristen",
        as_of: date(2026, 4, 4),
        standard: Some("001"),
        facts: r#"{"citizen.born_on": "1950-05-04", "citizen.registered_in_denmark": true, "citizen.is_pensioner": true,
            "citizen.home_municipality": "Hjørring Kommune", "hospital.contact_kinds": ["admission"],
            "hospital.discharged_on": "2026-03-27", "hospital.treats_cause_in_admission": true, "plan.issued": true,
            "plan.type": "general_training", "plan.received_on": "2026-03-27", "plan.start_on": null,
            "training.first_contact_on": "2026-03-30", "training.first_contact_role": "physiotherapist",
            "training.choice_informed_on": "2026-03-30", "private_choice.training.choice_informed_on": "2026-03-30",
            "training.offer_made_on": "2026-03-30",
            "training.offered_start_on": "2026-04-08", "training.started_on": null, "assessment.training_level": "basic"}"#,
    },
    Situation {
        name: "Planen er kommet før udskrivningen",
        as_of: date(2026, 3, 26),
        standard: Some("001"),
        facts: r#"{"expected.hospital.discharged_on": "2026-03-27", "plan.issued": true, "plan.type": "general_training",
            "plan.received_on": "2026-03-25", "plan.start_on": "2026-04-20", "plan.start_meaning": "not_before",
            "plan.start_reason_given": true, "training.offer_made_on": null, "training.offered_start_on": null,
            "training.first_contact_on": null, "training.started_on": null}"#,
    },
    Situation {
        name: "Svækket af influenza derhjemme, uden sygehus",
        as_of: date(2024, 10, 8),
        standard: None,
        facts: r#"{"citizen.born_on": "1958-02-01", "citizen.physical_ability_reduced": true, "hospital.contact_kinds": [],
            "need.causes": ["bed_rest_at_home"], "need.kinds": ["rehabilitation_training"], "plan.issued": false}"#,
    },
    Situation {
        name: "Ambulant uden plan",
        as_of: date(2024, 10, 8),
        standard: None,
        facts: r#"{"citizen.born_on": "1985-02-01", "citizen.physical_ability_reduced": true, "hospital.contact_kinds": ["out_patient"],
            "need.causes": ["accident"], "plan.issued": false, "citizen.is_pensioner": false, "transport.distance_km": 12.5}"#,
    },
    Situation {
        name: "Ældre borger efter 1. juli 2025",
        as_of: date(2025, 8, 1),
        standard: None,
        facts: r#"{"citizen.born_on": "1940-02-01", "citizen.physical_ability_reduced": true,
            "hospital.treats_cause_in_admission": false, "need.causes": ["illness"],
            "need.kinds": ["rehabilitation_training", "maintenance_training"], "plan.issued": false}"#,
    },
    Situation {
        name: "Barn med plan og behov for at holde fast i det, det kan",
        as_of: date(2026, 4, 7),
        standard: None,
        facts: r#"{"citizen.born_on": "2016-02-01", "citizen.physical_ability_reduced": true, "hospital.discharged_on": "2026-04-01",
            "need.kinds": ["rehabilitation_training", "maintenance_training"], "plan.issued": true, "plan.type": "general_training",
            "plan.received_on": "2026-04-01", "training.offer_made_on": null, "training.offered_start_on": null}"#,
    },
    Situation {
        name: "Fra psykiatrien, overflyttet til en ny seng",
        as_of: date(2026, 4, 7),
        standard: None,
        facts: r#"{"citizen.born_on": "1980-02-01", "hospital.contact_kinds": ["admission"], "hospital.contact_end_reason": "transferred",
            "hospital.contact_ended_on": "2026-04-06", "hospital.patient_group": "psychiatric", "need.is_somatic": true,
            "plan.issued": true, "plan.type": "specialised_training", "citizen.is_pensioner": false, "transport.distance_km": 50}"#,
    },
    Situation {
        name: "Afslag efter serviceloven, som der klages over",
        as_of: date(2026, 3, 10),
        standard: None,
        facts: r#"{"citizen.born_on": "1990-02-01", "citizen.physical_ability_reduced": true, "citizen.mental_ability_reduced": true,
            "need.kinds": ["maintenance_training"], "need.individual_effort_needed": true, "decision.provision": "sel_86_2",
            "decision.outcome": "refused", "decision.reason_codes": ["mental_skill"], "decision.made_on": "2026-03-04",
            "decision.sent_through": "digital_post", "decision.available_on": "2026-03-05", "plan.issued": false}"#,
    },
];

impl Situation {
    fn facts(&self) -> Facts {
        Facts::from_json(self.facts).unwrap_or_else(|faults| panic!("{}: {faults:?}", self.name))
    }

    fn assess(&self, facts: &Facts) -> Assessment {
        assess(facts, self.as_of, self.standard.and_then(Standard::named).as_ref())
    }

    /// Everything that is said of it, line by line.
    fn say(&self, language: Language) -> String {
        let facts = self.facts();
        let told = self.assess(&facts).to_json(&facts, law::assess::Reasoning::Short, language);
        let mut out = format!("# {} ({})\n", self.name, self.as_of);
        let word = |value: &serde_json::Value| value.as_str().unwrap_or("-").to_owned();
        for (heading, list, keys) in [
            ("Ret", "entitlements", ["right", "answer"]),
            ("Vej", "routes", ["subject", "answer"]),
            ("Pligt", "duties", ["act", "state"]),
            ("Forbud", "bars", ["act", "allowed"]),
            ("Klage", "remedies", ["subject", "body"]),
            ("Beløb", "amounts", ["what", "dkk"]),
        ] {
            for item in
                told[list].as_array().into_iter().flatten().filter(|item| item["answer"] != "not_in_this_version")
            {
                let [name, answer] =
                    keys.map(|key| item[key].as_bool().map_or_else(|| word(&item[key]), |is| is.to_string()));
                writeln!(out, "{heading} {name}: {answer}. {}", word(&item["because"]))
                    .expect("a string can be written to");
            }
        }
        let question = &told["next_question"];
        writeln!(out, "Spørg {}: {} {}", word(&question["ask"]), word(&question["question"]), word(&question["why"]))
            .expect("a string can be written to");
        out
    }
}

#[test]
fn every_answer_in_danish() {
    let said: Vec<String> = SITUATIONS.iter().map(|situation| situation.say(Language::Danish)).collect();
    insta::assert_snapshot!(said.join("\n"));
}

#[test]
fn every_answer_in_english() {
    let said: Vec<String> = SITUATIONS.iter().map(|situation| situation.say(Language::English)).collect();
    insta::assert_snapshot!(said.join("\n"));
}

/// A sentence that the book doesn't have is made of the rule's title; nobody should have to read that.
fn falls_back(why: &Why, facts: &Facts, language: Language) -> bool {
    let said = why.sentence(facts, language);
    why.verdict != Verdict::NotInForce && said.starts_with(&format!("{}: ", why.rule.entry().title.pick(language)))
}

/// A part of a document is told of where it is wrong, not where it is right or where nobody has looked.
fn says_nothing_by_itself(why: &Why) -> bool {
    why.rule.entry().part.is_some()
}

#[test]
fn no_reason_in_any_case_falls_back_on_a_title_or_leaves_a_place_unfilled() {
    let mut poor = std::collections::BTreeSet::new();
    for case in cases::all() {
        let assessment = assess(&case.facts, case.as_of, case.standard.as_ref());
        let trees = assessment
            .entitlements
            .iter()
            .filter_map(|right| right.why.as_ref())
            .chain(assessment.routes.iter().filter_map(|route| route.why.as_ref()))
            .chain(assessment.duties.iter().filter_map(|duty| duty.why.as_ref()))
            .chain(assessment.bars.iter().filter_map(|bar| bar.why.as_ref()))
            .chain(assessment.remedies.iter().filter_map(|remedy| remedy.why.as_ref()))
            .chain(assessment.content.iter().flat_map(|check| check.why.iter()));
        for why in trees.flat_map(Why::walk).filter(|why| !says_nothing_by_itself(why)) {
            if [Language::Danish, Language::English].iter().any(|language| falls_back(why, &case.facts, *language)) {
                poor.insert(format!("{} {:?}", why.rule, why.verdict));
            }
        }
    }
    assert!(poor.is_empty(), "{poor:#?}");
}

#[test]
fn staff_are_asked_about_the_citizen_and_not_as_the_citizen() {
    let addressed = |words: &str, forms: &[&str]| {
        let words = words.to_lowercase();
        words.split(|letter: char| !letter.is_alphabetic()).any(|word| forms.contains(&word))
    };
    for fact in FactId::all().map(FactId::entry).filter(|fact| fact.question_en.is_some()) {
        let danish = fact.question(Language::Danish);
        assert!(!addressed(danish, &["du", "dig", "din", "dit", "dine"]), "{}: {danish}", fact.name);
        assert_eq!(fact.citizen_da.is_some(), fact.citizen_en.is_some(), "{}", fact.name);
    }
    let home = law::fact::CITIZEN_HOME_MUNICIPALITY.id().entry();
    assert!(home.question(Language::Danish).contains("borgeren"));
    assert!(addressed(home.citizen_question(Language::Danish), &["du"]));
}
