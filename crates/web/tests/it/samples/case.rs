//! A case with a limit passed, a goal missed, and a contact due today.

use jiff::civil::{Date, date};
use web::{
    form::{FieldKind, Form},
    view::{
        act::{ActView, BarredView, Rank, Way},
        calendar::Axis,
        case::{AccessView, CaseView, CprView, FactView, HappenedView, LinkedView, Moment, OtherDayView},
        clock::ClockView,
        content::{ContentView, PartFinding, PartView},
        duty::{Due, DutyView, ReasonView, Source, State},
        notice::{Notice, NoticeKind},
    },
};

use super::{
    Counting, TODAY, act, both, contact_form, field, is_off, law, link, offer_form, reason, standard, strip, submit,
};

const DISCHARGED: Date = date(2026, 3, 27);
const RECEIVED: Date = date(2026, 3, 30);

pub(crate) fn overdue() -> CaseView {
    let clocks = clocks();
    CaseView {
        title: "Nancy Ann Test Berggren, 77 år".into(),
        name: "Nancy Ann Test Berggren".into(),
        subject: Some("Genoptræning efter hofteoperation".into()),
        notices: Vec::new(),
        cpr: CprView::Masked { ask: Some("/sager/2026-0412/cpr".into()) },
        facts: facts(),
        uncounted: None,
        axis: Axis::of_case(&clocks, TODAY, is_off),
        clocks,
        duties: duties(),
        settled: settled(),
        acts: acts(),
        barred: barred(),
        plan: Some(plan()),
        linked: vec![LinkedView {
            href: "/sager/2025-1187".into(),
            name: "Sag 2025-1187: brud på håndled".into(),
            relation: "Afsluttet. De to forløb ses i sammenhæng.".into(),
        }],
        happened: happened(),
        words: vec![FactView {
            label: "Behov for genoptræning".into(),
            value: "Gang og balance skal trænes.\nBorgeren bor alene.".into(),
        }],
        accesses: vec![AccessView {
            who: "Demo Terapeut, terapeut".into(),
            at: TODAY.at(8, 5, 0, 0),
            what: "åbnede sagen".into(),
        }],
        other_day: OtherDayView { action: "/sager/2026-0412".into(), ..OtherDayView::default() },
    }
}

/// The same case when somebody else has saved meanwhile, the form still filled in, a field wrong, and a plan's own words
/// waiting for a person to read them into a date.
pub(crate) fn with_conflict_and_error() -> CaseView {
    let mut case = overdue();
    case.cpr = CprView::Shown("251248-9996".into());
    case.notices = vec![
        Notice {
            kind: NoticeKind::Warning,
            heading: "Demo Terapeut gemte noget, mens du skrev".into(),
            text: vec![
                "Kl. 9.14 tilbød Demo Terapeut en start mandag d. 13. april. Din egen tekst er her endnu. Se ændringen, og \
                 gem så igen."
                    .into(),
            ],
            acts: vec![link("Se ændringen", Rank::Secondary)],
        },
        Notice {
            kind: NoticeKind::Info,
            heading: "Planen siger selv, hvornår træningen skal begynde".into(),
            text: vec!["»senest 3 hverdage efter udskrivelsen«. Læs det til en dato. Indtil da løber fristen fra udskrivningen.".into()],
            acts: vec![act("Læs datoen", Rank::Secondary, read_limit())],
        },
        Notice {
            kind: NoticeKind::Done,
            heading: "Opstart er tilbudt til mandag d. 13. april 2026".into(),
            text: vec!["Lovens ur er stoppet, 4 dage for sent. Retten til privat leverandør består.".into()],
            acts: vec![link("Fortryd (skriver en rettelse i sagen)", Rank::Plain)],
        },
    ];
    for act in case.duties.iter_mut().flat_map(|duty| &mut duty.acts) {
        let Way::Form(form) = &mut act.way else { continue };
        if form.id == "kontakt" {
            form.open = true;
            form.fields[0].kind = FieldKind::Short("31/2".into());
            form.fields[0].error = Some("Datoen 31/2 findes ikke. Februar har 28 dage i 2026.".into());
        }
    }
    case
}

fn read_limit() -> Form {
    Form {
        id: "startgraense".into(),
        action: "/sager/2026-0412/startgraense".into(),
        fields: vec![
            field("dato", "Datoen, som du læser den", FieldKind::Short(String::new())),
            field("grund", "Planens begrundelse, hvis den har en", FieldKind::Text(String::new())),
        ],
        submits: vec![submit("Gem datoen", Rank::Secondary)],
        ..Form::default()
    }
}

fn clocks() -> Vec<ClockView> {
    let mut clocks = both(DISCHARGED, RECEIVED);
    clocks[0].consequence = Some("Følge: ret til privat leverandør.".into());
    clocks[1].consequence = Some("Følge: tælles i rapporten.".into());
    clocks
}

fn facts() -> Vec<FactView> {
    let fact = |label: &str, value: &str| FactView { label: label.into(), value: value.into() };
    vec![
        fact("Bestemmelse", "Sundhedsloven § 140"),
        fact("Type og niveau", "Almen · niveau ikke vurderet"),
        fact("Sag", "2026-0412"),
        fact("Telefon", "12 34 56 78 (fra planen)"),
        fact("Udskrevet", "fredag d. 27. marts 2026"),
        fact("Plan modtaget", "mandag d. 30. marts 2026"),
        fact("Sygehus", "Testsygehuset, ortopædkirurgisk afdeling"),
    ]
}

fn duties() -> Vec<DutyView> {
    let unit = "Træningsenheden";
    vec![
        DutyView {
            act: "Tilbyd opstart af genoptræning".into(),
            owed_by: unit.into(),
            source: Source::Law,
            due: Due::By(date(2026, 4, 3)),
            state: State::Overdue(4),
            reason: start_reason(),
            acts: vec![act("Tilbyd opstart", Rank::Primary, offer_form())],
        },
        DutyView {
            act: "Oplys om retten til privat leverandør".into(),
            owed_by: "visitator".into(),
            source: Source::Law,
            due: Due::Since(date(2026, 4, 4)),
            state: State::Now,
            reason: ReasonView {
                fulfilled_when: Some("oplysningen er givet og registreret".into()),
                ..reason(
                    "om privat leverandør",
                    "Fristen på 7 dage er ikke holdt. Derfor må borgeren vælge en privat leverandør, som har aftale med KL. \
                     Den ret kan kun bruges af den, der kender den.",
                    law("Sundhedsloven § 140, stk. 4"),
                )
            },
            acts: vec![link("Registrér, at det er sagt i telefonen", Rank::Secondary)],
        },
        first_training(unit),
        contact(),
        judge(),
    ]
}

fn start_reason() -> ReasonView {
    ReasonView {
        strip: Some(strip(DISCHARGED, 7, Counting::Calendar)),
        fulfilled_when: Some("en opstart er tilbudt".into()),
        open: true,
        ..reason(
            "om tilbud om opstart",
            "Nancy Ann Test Berggren blev udskrevet fredag d. 27. marts 2026 med en plan. Kommunen skulle tilbyde opstart \
             inden for 7 kalenderdage, altså senest langfredag d. 3. april. Weekend og helligdage tæller med. Der er ikke \
             registreret noget tilbud.",
            law("Sundhedsloven § 140, stk. 4"),
        )
    }
}

fn first_training(unit: &str) -> DutyView {
    DutyView {
        act: "Hold første træning".into(),
        owed_by: unit.into(),
        source: Source::Goal,
        due: Due::By(date(2026, 4, 6)),
        state: State::Overdue(1),
        reason: ReasonView {
            strip: Some(strip(RECEIVED, 7, Counting::Calendar)),
            fulfilled_when: Some("første træning er holdt".into()),
            ..reason(
                "om første træning",
                "Planen kom mandag d. 30. marts. Kommunen har lovet, at træningen begynder inden for 7 kalenderdage, altså \
                 senest mandag d. 6. april (2. påskedag). Målet ændrer ikke lovens frist.",
                standard(),
            )
        },
        acts: Vec::new(),
    }
}

fn contact() -> DutyView {
    DutyView {
        act: "Kontakt borgeren".into(),
        owed_by: "en terapeut i Træningsenheden".into(),
        source: Source::Goal,
        due: Due::By(TODAY),
        state: State::Today,
        reason: ReasonView {
            strip: Some(strip(RECEIVED, 3, Counting::Working)),
            fulfilled_when: Some("den første samtale er holdt".into()),
            ..reason(
                "om kontakt",
                "Planen kom mandag d. 30. marts. Kommunen har lovet kontakt inden for 3 hverdage. Påskens helligdage og \
                 weekenden er ikke hverdage, så tredje hverdag er i dag.",
                standard(),
            )
        },
        acts: vec![act("Registrér kontakt", Rank::Secondary, contact_form())],
    }
}

fn judge() -> DutyView {
    DutyView {
        act: "Vurdér, om genoptræningen er basal eller avanceret".into(),
        owed_by: "en ergo- eller fysioterapeut".into(),
        source: Source::Goal,
        due: Due::Never,
        state: State::Judge,
        reason: ReasonView {
            must_weigh: vec![
                "borgerens samlede funktionsevne".into(),
                "hvor kompleks situationen er".into(),
                "om der er brug for særlige kompetencer".into(),
            ],
            ..reason(
                "om niveau",
                "Genvej foreslår ikke et niveau. Vurderingen skal være individuel, og begrundelsen skal skrives i sagen.",
                standard(),
            )
        },
        acts: Vec::new(),
    }
}

fn settled() -> Vec<DutyView> {
    vec![DutyView {
        act: "Send planen til kommunen".into(),
        owed_by: "sygehuset".into(),
        source: Source::Law,
        due: Due::By(DISCHARGED),
        state: State::FulfilledLate(RECEIVED),
        reason: reason("om planen", "Planen skal være sendt, når borgeren udskrives.", law("Sundhedsloven § 84")),
        acts: Vec::new(),
    }]
}

fn acts() -> Vec<ActView> {
    vec![
        link("Registrér oplysning fra borgeren", Rank::Plain),
        link("Skriv til sygehuset", Rank::Plain),
        act("Sæt i bero (indlæggelse)", Rank::Plain, on_hold()),
    ]
}

fn on_hold() -> Form {
    Form {
        id: "bero".into(),
        action: "/sager/2026-0412/bero".into(),
        fields: vec![field("fra", "Fra hvilken dag?", FieldKind::Short("7/4 2026".into()))],
        submits: vec![submit("Sæt i bero", Rank::Secondary)],
        ..Form::default()
    }
}

fn barred() -> Vec<BarredView> {
    vec![
        BarredView {
            act: "Afvise planen".into(),
            reason: "Sygehuset har vurderet behovet. Kommunen kan ikke tilsidesætte vurderingen.".into(),
            instead: Some("Er du i tvivl, så spørg sygehuset.".into()),
            sources: vec![law("Sundhedsloven § 140, stk. 1")],
        },
        BarredView {
            act: "Afslutte sagen".into(),
            reason: "Fem pligter er åbne.".into(),
            instead: Some("Når de er opfyldt, kan sagen afsluttes.".into()),
            sources: vec![standard()],
        },
    ]
}

pub(crate) fn plan() -> ContentView {
    let there = |name: &str| PartView { name: name.into(), finding: PartFinding::There, remedy: None, source: None };
    ContentView {
        parts: vec![
            PartView {
                name: "Senest tid for første kontakt mangler".into(),
                finding: PartFinding::Missing,
                remedy: Some(
                    "Planen skal sige, hvornår kommunen senest skal kontakte borgeren. Bed sygehuset om den. Træningen \
                     venter ikke på svaret."
                        .into(),
                ),
                source: Some(law("BEK 918/2018 § 3")),
            },
            there("Funktionsevne før og ved udskrivning"),
            there("Behov for genoptræning ved udskrivning"),
            there("Hvilke nedsættelser træningen skal rettes mod"),
            there("Type: almen genoptræning"),
            there("Kontaktoplysninger for region og kommune"),
            there("Samtykke"),
        ],
        checked_by: Some("Kontrolleret efter reglerne på udskrivningsdagen".into()),
        acts: vec![link("Bed sygehuset om den manglende del", Rank::Secondary)],
    }
}

fn happened() -> Vec<HappenedView> {
    let event = |what: &str, happened, recorded, by: &str| HappenedView {
        what: what.into(),
        happened,
        recorded,
        by: by.into(),
        notes: Vec::new(),
        corrected: None,
        acts: vec![ActView { about: Some(format!("»{what}«")), ..link("Ret", Rank::Plain) }],
    };
    let noted = RECEIVED.at(9, 4, 0, 0);
    vec![
        event(
            "Forsøg på opkald. Intet svar",
            Moment::Hour(date(2026, 4, 1).at(11, 20, 0, 0)),
            TODAY.at(8, 5, 0, 0),
            "Demo Terapeut, terapeut",
        ),
        HappenedView {
            corrected: Some("Rettet kl. 9.52: forkert borger.".into()),
            acts: Vec::new(),
            ..event(
                "Telefonnummer tilføjet",
                Moment::Hour(RECEIVED.at(9, 40, 0, 0)),
                RECEIVED.at(9, 40, 0, 0),
                "Demo Visitator, visitator",
            )
        },
        HappenedView {
            notes: vec!["Automatisk kontrol: 1 del mangler".into()],
            ..event("Genoptræningsplan modtaget", Moment::Hour(noted), noted, "Fra Testsygehuset")
        },
        event("Udskrevet fra Testsygehuset, ortopædkirurgisk afdeling", Moment::Day(DISCHARGED), noted, "Fra planen"),
    ]
}
