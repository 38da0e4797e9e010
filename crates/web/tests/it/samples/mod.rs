//! Made-up views of one day: tirsdag d. 7. april 2026, the first working day after Easter, since it shows the law's clock,
//! the municipality's goal and the three working days apart. The names are those of the official test persons.

pub(crate) mod case;
pub(crate) mod inbox;
pub(crate) mod interview;
pub(crate) mod worklist;

use jiff::{
    ToSpan,
    civil::{Date, Weekday, date},
};
use web::{
    form::{Field, FieldKind, Form, Submit},
    view::{
        act::{ActView, Rank, Way},
        calendar::{DayOff, DayPart, DayView, Strip},
        clock::{Beginning, ClockView, Lane, Run},
        duty::{Citation, ReasonView},
    },
};

pub(crate) const TODAY: Date = date(2026, 4, 7);

/// The weekends, and Easter 2026.
pub(crate) fn day_off(day: Date) -> Option<DayOff> {
    let holiday = match (day.month(), day.day()) {
        (4, 2) => "skærtorsdag",
        (4, 3) => "langfredag",
        (4, 5) => "påskedag",
        (4, 6) => "2. påskedag",
        _ if matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) => return Some(DayOff::Weekend),
        _ => return None,
    };
    Some(DayOff::Holiday(holiday.to_owned()))
}

pub(crate) fn is_off(day: Date) -> bool {
    day_off(day).is_some()
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Counting {
    Calendar,
    Working,
}

/// The days of a count: what the law hands over.
pub(crate) fn days(from: Date, budget: u16, counting: Counting) -> Vec<DayView> {
    let mut days = vec![DayView { on: from, part: DayPart::From, off: day_off(from) }];
    let (mut day, mut number) = (from, 0);
    while number < budget || day < TODAY {
        day = day.tomorrow().unwrap();
        let counts = counting == Counting::Calendar || !is_off(day);
        let part = match (number, counts) {
            (number, _) if number >= budget => DayPart::Over,
            (_, false) => DayPart::NotCounted,
            (before, true) if before + 1 == budget => DayPart::Due(budget),
            (before, true) => DayPart::Counted(before + 1),
        };
        if matches!(part, DayPart::Due(_) | DayPart::Counted(_)) {
            number += 1;
        }
        days.push(DayView { on: day, part, off: day_off(day) });
    }
    days
}

pub(crate) fn strip(from: Date, budget: u16, counting: Counting) -> Strip {
    Strip::new(days(from, budget, counting), TODAY)
}

pub(crate) fn clock(lane: Lane, from: Date, run: Run) -> ClockView {
    let beginning = match lane {
        Lane::Law => Beginning::Discharge,
        Lane::Goal => Beginning::Receipt,
    };
    ClockView {
        lane,
        beginning,
        budget: 7,
        from,
        due: from.checked_add(7.days()).unwrap(),
        today: TODAY,
        run,
        days: days(from, 7, Counting::Calendar),
        consequence: None,
    }
}

/// Both clocks of a case, running: the law's from the discharge, the goal's from the receipt.
pub(crate) fn both(discharged: Date, received: Date) -> Vec<ClockView> {
    vec![clock(Lane::Law, discharged, Run::Running), clock(Lane::Goal, received, Run::Running)]
}

/// A clock that stood still from the third day, when the citizen was admitted again.
pub(crate) fn still(lane: Lane) -> ClockView {
    let mut clock = clock(lane, date(2026, 3, 31), Run::Still);
    for day in &mut clock.days {
        if day.on >= date(2026, 4, 3) {
            day.part = DayPart::Paused;
        }
    }
    clock
}

pub(crate) fn law(text: &str) -> Citation {
    Citation { text: text.into(), href: Some("/lov/SUL140-STAT-7-DAYS".into()), valid_from: None, is_unverified: false }
}

pub(crate) fn standard() -> Citation {
    let text = "Hjørring Kommunes kvalitetsstandard".into();
    Citation { text, href: None, valid_from: Some(date(2026, 1, 1)), is_unverified: false }
}

pub(crate) fn reason(about: &str, sentence: &str, source: Citation) -> ReasonView {
    ReasonView {
        about: about.into(),
        sentences: vec![sentence.into()],
        strip: None,
        sources: vec![source],
        fulfilled_when: None,
        must_weigh: Vec::new(),
        open: false,
    }
}

pub(crate) fn link(label: &str, rank: Rank) -> ActView {
    ActView { label: label.into(), about: None, rank, way: Way::Link("#".into()) }
}

/// An act that unfolds its form.
pub(crate) fn act(label: &str, rank: Rank, form: Form) -> ActView {
    ActView { label: label.into(), about: None, rank, way: Way::Form(form) }
}

pub(crate) fn field(name: &str, label: &str, kind: FieldKind) -> Field {
    Field { name: name.into(), label: label.into(), hint: None, error: None, kind }
}

pub(crate) fn submit(label: &str, rank: Rank) -> Submit {
    Submit { label: label.into(), rank, sends: None, to: None }
}

/// Registers a contact in two presses: this one, and what came of it. The time is preset and can be corrected.
pub(crate) fn contact_form() -> Form {
    Form {
        id: "kontakt".into(),
        action: "/sager/2026-0412/kontakt".into(),
        key: "0f0e0d0c0b0a09080706050403020100".into(),
        fields: vec![
            Field {
                hint: Some("Skriv for eksempel 7/4 eller »i går«.".into()),
                ..field("skete", "Hvornår talte du med borgeren?", FieldKind::Short("7/4 2026".into()))
            },
            field("kl", "Klokken", FieldKind::Short("9.12".into())),
        ],
        submits: vec![
            Submit { sends: Some(("udfald".into(), "talt".into())), ..submit("Talt med borgeren", Rank::Secondary) },
            Submit { sends: Some(("udfald".into(), "intet-svar".into())), ..submit("Intet svar", Rank::Secondary) },
        ],
        ..Form::default()
    }
}

pub(crate) fn offer_form() -> Form {
    Form {
        id: "opstart".into(),
        action: "/sager/2026-0412/opstart".into(),
        key: "000102030405060708090a0b0c0d0e0f".into(),
        fields: vec![
            field("tilbudt", "Hvornår er tilbuddet givet?", FieldKind::Short("7/4 2026".into())),
            field("start", "Til hvilken dag?", FieldKind::Short(String::new())),
        ],
        submits: vec![submit("Gem tilbuddet", Rank::Primary)],
        note: Some("Tilbuddet stopper lovens ur. Kommunens mål er først nået, når træningen er holdt.".into()),
        ..Form::default()
    }
}
