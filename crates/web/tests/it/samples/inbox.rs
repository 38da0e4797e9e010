//! An inbox with a plan of each kind.

use jiff::civil::date;
use web::{
    form::{Choice, Field, FieldKind, Form},
    told::discharge::Discharge,
    view::{
        act::Rank,
        calendar::Axis,
        case::{FactView, Moment},
        content::{PartFinding, PartView},
        inbox::{InboxView, PlanView, SecondPlanView},
    },
};

use super::{TODAY, both, field, is_off, law, link, reason, submit};

pub(crate) fn full() -> InboxView {
    InboxView {
        since: Some(date(2026, 4, 1)),
        notices: Vec::new(),
        axis: Axis::of_list(TODAY, is_off),
        choices: vec![second_plan()],
        incomplete: vec![incomplete()],
        ready: vec![ready()],
        left_out: 0,
    }
}

pub(crate) fn empty() -> InboxView {
    let (choices, incomplete, ready) = (Vec::new(), Vec::new(), Vec::new());
    InboxView { since: None, choices, incomplete, ready, ..full() }
}

fn second_plan() -> SecondPlanView {
    let fact = |label: &str, value: &str| FactView { label: label.into(), value: value.into() };
    SecondPlanView {
        person: "Schwendlund Test Mosebryggersen, 67 år".into(),
        sender: "Testsygehuset".into(),
        received: Moment::Hour(TODAY.at(7, 48, 0, 0)),
        running: vec![
            fact("Udskrevet", "onsdag d. 18. marts"),
            fact("Træner efter", "Brud på højre håndled"),
            fact("Type", "Almen, basal"),
            fact("Status", "Startet d. 24. marts, 3 tider aftalt"),
        ],
        new: vec![
            fact("Udskrevet", "mandag d. 6. april"),
            fact("Træner efter", "Ny operation af højre håndled"),
            fact("Type", "Almen"),
            fact("Kontrol", "Alle dele er med"),
        ],
        form: Some(choice_form()),
        acts: Vec::new(),
    }
}

fn choice_form() -> Form {
    let choice = |value: &str, label: &str, note: &str, consequences: &[&str]| Choice {
        note: Some(note.into()),
        consequences: consequences.iter().map(|text| (*text).to_owned()).collect(),
        ..Choice::new(value, label)
    };
    let choices = vec![
        choice(
            "erstat",
            "Den nye plan erstatter den gamle",
            "Brug den, når behovet er det samme, men planen er rettet.",
            &[
                "Den gamle plan bliver tilbagekaldt. Forløbet fortsætter.",
                "Lovens ur fra d. 18. marts er allerede stoppet og forbliver stoppet.",
                "Aftalte tider bliver stående.",
            ],
        ),
        choice(
            "genstart",
            "Forløbet starter forfra med den nye plan",
            "Brug den, når en ny kontakt til sygehuset har ændret behovet.",
            &[
                "Det gamle forløb afsluttes som stoppet med grunden »ny plan«.",
                "Et nyt ur begynder ved udskrivningen d. 6. april og udløber mandag d. 13. april 2026.",
                "3 aftalte tider aflyses. Borgeren får besked.",
            ],
        ),
        choice(
            "ved-siden",
            "De to planer løber ved siden af hinanden",
            "Brug den, når den nye plan handler om noget andet.",
            &[
                "Begge forløb har egne mål og egne frister.",
                "Et nyt ur begynder for den nye plan: mandag d. 13. april 2026.",
                "De to forløb skal ses i sammenhæng. Det skrives i sagen.",
            ],
        ),
    ];
    Form {
        id: "valg-1".into(),
        action: "/indbakke/1/valg".into(),
        key: "0f0e0d0c0b0a09080706050403020100".into(),
        fields: vec![
            Field {
                hint: Some("Vælg efter, hvad planerne siger. Er du i tvivl, så spørg sygehuset først.".into()),
                ..field("valg", "Hvad skal der ske med de to planer?", FieldKind::One(choices))
            },
            Field {
                hint: Some("En til to sætninger. Den følger med valget i sagen.".into()),
                ..field("grund", "Begrundelse", FieldKind::Text(String::new()))
            },
        ],
        submits: vec![submit("Gem valget", Rank::Primary)],
        open: true,
        ..Form::default()
    }
}

fn incomplete() -> PlanView {
    PlanView {
        person: "Pia Test Berggren, 20 år".into(),
        href: Some("/sager/2026-0431".into()),
        sender: "Testsygehuset".into(),
        received: Moment::Hour(TODAY.at(8, 12, 0, 0)),
        discharge: Some(Discharge::Confirmed(date(2026, 4, 2))),
        faults: vec![PartView {
            name: "Helbredsgrund til den senere start".into(),
            finding: PartFinding::Missing,
            remedy: Some("Bed sygehuset om grunden.".into()),
            source: None,
        }],
        finding:
            "Planen har en startdato, onsdag d. 15. april, men ingen helbredsgrund. Uden grund flytter datoen ikke \
                  fristen."
                .into(),
        clocks: both(date(2026, 4, 2), TODAY),
        reason: Some(reason(
            "om startdatoen",
            "En senere start flytter kun fristen, når planen både har en dato og en sundhedsfaglig begrundelse. Derfor er \
             fristen stadig torsdag d. 9. april 2026.",
            law("Sundhedsloven § 140, stk. 4"),
        )),
        acts: vec![link("Åbn sagen", Rank::Secondary)],
    }
}

fn ready() -> PlanView {
    PlanView {
        person: "Else Test Lauridsen, 35 år".into(),
        href: Some("/sager/2026-0432".into()),
        sender: "Testsygehuset".into(),
        received: Moment::Hour(TODAY.at(8, 30, 0, 0)),
        discharge: Some(Discharge::Confirmed(date(2026, 4, 6))),
        faults: Vec::new(),
        finding: "Alle 7 dele er med. Bor i kommunen. Ingen anden plan.".into(),
        clocks: both(date(2026, 4, 6), TODAY),
        reason: None,
        acts: vec![link("Åbn sagen", Rank::Secondary)],
    }
}
