//! The interview of somebody whose mother came home from hospital before Easter.

use jiff::civil::date;
use web::{
    form::Choice,
    view::{
        answer::{About, AnswerView, OpenView, PointView, RemediesView, RuleRef, WayView},
        interview::{AnswerKind, Given, QuestionView},
    },
};

use super::{Counting, TODAY, law, strip};

pub(crate) fn given() -> Vec<Given> {
    let one = |fact: &str, value: &str, question: &str, answer: &str| Given {
        fact: fact.into(),
        value: value.into(),
        question: question.into(),
        answer: answer.into(),
    };
    vec![
        one("person.asking_for", "mother", "Hvem gælder det?", "Min mor"),
        one("plan.issued", "yes", "Genoptræningsplan?", "Ja, hun fik en plan på sygehuset"),
    ]
}

pub(crate) fn yes_no() -> QuestionView {
    QuestionView {
        number: 1,
        about_left: 6,
        fact: "plan.issued".into(),
        place: None,
        question: "Fik du en genoptræningsplan på sygehuset?".into(),
        help: Some("Det er et papir eller en besked i Digital Post, som siger, hvad du skal genoptræne.".into()),
        kind: AnswerKind::One(vec![Choice::new("yes", "Ja"), Choice::new("no", "Nej")]),
        none: None,
        why: vec!["Planen giver ret til genoptræning, uden at du skal søge om den.".into()],
        source: Some("Sundhedsloven § 84".into()),
        given: Vec::new(),
        error: None,
    }
}

pub(crate) fn when() -> QuestionView {
    QuestionView {
        number: 3,
        about_left: 4,
        fact: "hospital.discharged_on".into(),
        place: None,
        question: "Hvornår blev din mor udskrevet fra sygehuset?".into(),
        help: Some("Det gælder også skadestue og ambulant behandling. Skriv den dag, hun sidst gik derfra.".into()),
        kind: AnswerKind::Date {
            day: "27".into(),
            month: "3".into(),
            year: "2026".into(),
            example: "27 3 2026".into(),
        },
        none: Some("Jeg er ikke udskrevet".into()),
        why: vec![
            "Kommunen har 7 dage til at tilbyde, at genoptræningen begynder. Dagene tæller fra den dag, hun blev udskrevet. \
             Ved du det ikke, får du stadig svar på resten, og du får at vide, hvem der kan sige det."
                .into(),
        ],
        source: Some("Sundhedsloven § 140, stk. 4".into()),
        given: given(),
        error: None,
    }
}

pub(crate) fn when_with_error() -> QuestionView {
    let kind =
        AnswerKind::Date { day: "31".into(), month: "2".into(), year: "2026".into(), example: "27 3 2026".into() };
    let error = "Datoen 31/2 2026 findes ikke. Februar har 28 dage i 2026.".to_owned();
    QuestionView { kind, error: Some(error), ..when() }
}

pub(crate) fn answer() -> AnswerView {
    AnswerView {
        as_of: TODAY,
        headline: "Ja. Din mor har ret til gratis genoptræning.".into(),
        lede: "Sygehuset har givet hende en genoptræningsplan. Så skal kommunen tilbyde træning. Hun skal ikke søge om den."
            .into(),
        contradictions: Vec::new(),
        points: points(),
        remedies: Some(RemediesView { heading: "Fristen er gået. Det kan I gøre".into(), ways: ways() }),
        judged: vec![OpenView {
            what: "Om træningen er basal eller avanceret.".into(),
            text: "Det vurderer en ergo- eller fysioterapeut ud fra hele hendes situation. Hun skal have begrundelsen at vide."
                .into(),
            points: Vec::new(),
            how: None,
            answer_now: None,
            source: None,
        }],
        unknown: vec![OpenView {
            what: "Kørsel til træning.".into(),
            text: "Du svarede »ved ikke« til, om hun får pension. Hun har ret til kørsel, hvis mindst én af disse tre ting \
                   passer:"
                .into(),
            points: vec![
                "Hun får folkepension eller førtidspension.".into(),
                "Hun kan ikke bruge bus og tog på grund af sin tilstand.".into(),
                "Der er mere end 50 km til træningsstedet.".into(),
            ],
            how: Some("Hun kan se på sin pensionsmeddelelse, om det første passer.".into()),
            answer_now: Some("person.pensioner".into()),
            source: Some(law("Sundhedsloven § 171")),
        }],
        excluded: Vec::new(),
        rules: vec![
            RuleRef { citation: law("Sundhedsloven § 84"), about: "planen".into() },
            RuleRef { citation: law("Sundhedsloven § 140, stk. 1"), about: "gratis genoptræning".into() },
            RuleRef { citation: law("Sundhedsloven § 140, stk. 4"), about: "7 dage og privat leverandør".into() },
        ],
        given: given(),
    }
}

fn points() -> Vec<PointView> {
    vec![
        PointView {
            about: About::What,
            first: "Genoptræning efter planen.".into(),
            rest: "Målet er, at hun kan det samme som før, eller så meget som muligt.".into(),
            strip: None,
            source: Some(law("Sundhedsloven § 140, stk. 1")),
        },
        PointView {
            about: About::When,
            first: "Kommunen skulle tilbyde en start senest fredag d. 3. april 2026.".into(),
            rest: "Det er 7 dage efter udskrivningen. Weekend og helligdage tæller med.".into(),
            strip: Some(strip(date(2026, 3, 27), 7, Counting::Calendar)),
            source: Some(law("Sundhedsloven § 140, stk. 4")),
        },
        PointView {
            about: About::Who,
            first: "Hjørring Kommune, Træningsenheden.".into(),
            rest: "Hun kan også vælge et træningssted i en anden kommune.".into(),
            strip: None,
            source: None,
        },
    ]
}

fn ways() -> Vec<WayView> {
    let way = |first: &str, rest: &str| WayView { first: first.into(), rest: rest.into() };
    vec![
        way(
            "Vælg en privat leverandør.",
            "Har kommunen ikke tilbudt en start inden for de 7 dage, må hun vælge en leverandør, som har aftale med KL. Det er \
             stadig gratis.",
        ),
        way("Ring til Træningsenheden.", "Sig, at de 7 dage er gået."),
        way(
            "Klag over ventetiden",
            "til kommunen. Er klagen over selve træningens faglige indhold, går den til Styrelsen for Patientklager.",
        ),
    ]
}
