//! A worklist with every urgency in it.

use jiff::civil::date;
use web::{
    form::Choice,
    view::{
        calendar::Axis,
        clock::{Beginning, ClockView, Lane, Run},
        duty::{Due, ReasonView, State},
        worklist::{Empty, FilterView, GroupView, Pages, RowView, SelectView, TallyView, Urgency, WorklistView},
    },
};

use super::{Counting, TODAY, both, clock, is_off, law, reason, standard, still, strip};

pub(crate) fn full() -> WorklistView {
    WorklistView {
        today: TODAY,
        remark: Some("Første hverdag efter påske".into()),
        tally: tally(2),
        filter: filter(""),
        axis: Axis::of_list(TODAY, is_off),
        groups: vec![overdue(), today(), soon(), later()],
        empty: None,
        pages: Some(Pages { number: 1, of: 3, before: None, after: Some("?side=2".into()) }),
    }
}

fn tally(count: u64) -> Vec<TallyView> {
    let one = |urgency: Urgency| TallyView {
        urgency,
        count,
        href: format!("?frist={}", urgency.in_address()),
        is_chosen: false,
    };
    Urgency::ALL.map(one).into()
}

pub(crate) fn none_found() -> WorklistView {
    let empty = Empty::ByFilter {
        searched: "»Holgersen« blandt dine egne og ufordelte sager".into(),
        without: 8,
        wider: Some("?q=Holgersen&hvem=alle".into()),
    };
    WorklistView { empty: Some(empty), ..bare(filter("Holgersen")) }
}

pub(crate) fn nothing_owed() -> WorklistView {
    WorklistView { empty: Some(Empty::NothingOwed { next_due: Some(date(2026, 4, 9)) }), ..bare(filter("")) }
}

fn bare(filter: FilterView) -> WorklistView {
    WorklistView { remark: None, tally: tally(0), filter, groups: Vec::new(), pages: None, ..full() }
}

fn filter(words: &str) -> FilterView {
    let select = |name, label: &str, options: &[(&str, &str)]| SelectView {
        name,
        label: label.into(),
        options: options.iter().map(|(value, label)| Choice::new(*value, *label)).collect(),
    };
    FilterView {
        words: words.into(),
        selects: vec![
            select("frist", "Frist", &[("", "Alle frister"), ("overskredet", "Overskredet"), ("i-dag", "I dag")]),
            select("hvem", "Hvem skylder", &[("", "Alle"), ("terapeut", "Terapeut"), ("visitator", "Visitator")]),
            select("lov", "Bestemmelse", &[("", "Alle"), ("sul-140", "Sundhedsloven § 140")]),
        ],
    }
}

fn overdue() -> GroupView {
    let nancy = RowView {
        notes: vec!["og 4 mere, blandt andet: oplys om privat leverandør (nu) · kontakt (i dag)".into()],
        reason: ReasonView {
            strip: Some(strip(date(2026, 3, 27), 7, Counting::Calendar)),
            ..reason(
                "om Nancy Ann Test Berggrens frist",
                "Nancy Ann Test Berggren blev udskrevet fredag d. 27. marts. Syv kalenderdage senere var det langfredag \
                 d. 3. april. Weekend og helligdage tæller med, og der er ikke tilbudt opstart.",
                law("Sundhedsloven § 140, stk. 4"),
            )
        },
        ..row(
            "Nancy Ann Test Berggren",
            "77 år · almen · sag 2026-0412",
            (Due::By(date(2026, 4, 3)), State::Overdue(4)),
            "Tilbyd opstart af genoptræning",
            both(date(2026, 3, 27), date(2026, 3, 30)),
        )
    };
    let aage = row(
        "Åge Test Berggren",
        "103 år · almen · sag 2026-0398",
        (Due::By(date(2026, 4, 5)), State::Overdue(2)),
        "Tilbyd opstart af genoptræning",
        both(date(2026, 3, 29), date(2026, 3, 31)),
    );
    GroupView { urgency: Urgency::Overdue, count: 2, rows: vec![nancy, aage] }
}

fn today() -> GroupView {
    let max = row(
        "Max Test Berggren",
        "53 år · almen · sag 2026-0421",
        (Due::By(TODAY), State::Today),
        "Tilbyd opstart af genoptræning",
        both(date(2026, 3, 31), date(2026, 4, 1)),
    );
    let may = RowView {
        reason: reason(
            "om May June Test Mobergs frist",
            "Forløbet begyndte tirsdag d. 10. marts og skal evalueres senest fire uger efter.",
            standard(),
        ),
        ..row(
            "May June Test Moberg",
            "63 år · § 86, stk. 1 · sag 2026-0309",
            (Due::By(TODAY), State::Today),
            "Evaluér forløbet med borgeren",
            Vec::new(),
        )
    };
    GroupView { urgency: Urgency::Today, count: 2, rows: vec![max, may] }
}

fn soon() -> GroupView {
    let bo = RowView {
        notes: vec!["Opstart er tilbudt i tide".into()],
        ..row(
            "Bo Test Vestergaard",
            "10 år · almen · sag 2026-0424",
            (Due::By(date(2026, 4, 8)), State::Soon(1)),
            "Hold første træning: kl. 14.30 på Træningscenter Syd",
            vec![
                clock(Lane::Law, date(2026, 4, 1), Run::Stopped(TODAY)),
                clock(Lane::Goal, date(2026, 4, 1), Run::Running),
            ],
        )
    };
    let kaja = row(
        "Kaja Test Hansen",
        "26 år · almen · sag 2026-0430",
        (Due::By(date(2026, 4, 9)), State::Soon(2)),
        "Tilbyd opstart af genoptræning",
        vec![
            ClockView { beginning: Beginning::ExpectedDischarge, ..clock(Lane::Law, date(2026, 4, 2), Run::Running) },
            clock(Lane::Goal, TODAY, Run::Running),
        ],
    );
    GroupView { urgency: Urgency::Soon, count: 2, rows: vec![bo, kaja] }
}

fn later() -> GroupView {
    let late_start = date(2026, 4, 13);
    let bruno = RowView {
        notes: vec!["Sygehuset har udsat starten til mandag d. 13. april af helbredsgrunde".into()],
        ..row(
            "Bruno Test Elmer",
            "78 år · almen · sag 2026-0416",
            (Due::By(date(2026, 4, 20)), State::Later(13)),
            "Tilbyd opstart af genoptræning",
            vec![
                ClockView { beginning: Beginning::LaterDate, ..clock(Lane::Law, late_start, Run::Running) },
                clock(Lane::Goal, late_start, Run::Running),
            ],
        )
    };
    let niels = RowView {
        notes: vec!["Uret går igen ved udskrivning".into()],
        ..row(
            "Niels Test Vendelboe",
            "52 år · almen · sag 2026-0405",
            (Due::Never, State::Still),
            "Indlagt igen fredag d. 3. april. Fristerne står stille",
            vec![still(Lane::Law), still(Lane::Goal)],
        )
    };
    GroupView { urgency: Urgency::Later, count: 2, rows: vec![bruno, niels] }
}

fn row(name: &str, particulars: &str, (due, state): (Due, State), next_step: &str, clocks: Vec<ClockView>) -> RowView {
    let about = format!("om {name}s frist");
    RowView {
        href: "/sager/2026-0412".into(),
        name: name.into(),
        particulars: particulars.split(" · ").map(Into::into).collect(),
        due,
        state,
        next_step: next_step.into(),
        notes: Vec::new(),
        reason: reason(
            &about,
            "Den syvende kalenderdag efter udskrivningen er fristen.",
            law("Sundhedsloven § 140, stk. 4"),
        ),
        clocks,
        law_is_uncounted: false,
    }
}
