//! The clocks drawn: pure functions from days to SVG.
//!
//! One square is one counted day; filled is gone, hollow is left. The law is tall and dark, the goal low and blue, so that
//! shape tells them apart as well as colour. The drawings take no focus and are heard as one sentence each. Colours are
//! classes, since the content policy forbids styles in the page.

use std::fmt::Write;

use jiff::civil::Date;

use crate::{
    html::{Html, escape},
    text::Voice,
    view::{
        calendar::{Axis, DayPart},
        clock::{ClockView, Lane, Run},
    },
};

/// The measures of a drawing, in units of its view box.
struct Scale {
    /// Width of a day.
    column: i64,
    /// Height of the lane.
    height: i64,
    /// Height of a square of the law, of the goal.
    squares: (i64, i64),
    /// Radius of the disc where the count starts, of the one where it stopped.
    discs: (i64, i64),
}

/// For a row of a list.
const ROW: Scale = Scale { column: 10, height: 16, squares: (10, 4), discs: (3, 6) };
/// For a case's own page, with figures in the squares.
const WIDE: Scale = Scale { column: 24, height: 28, squares: (18, 14), discs: (4, 9) };
/// Room under a wide lane for its dates.
const DATES: i64 = 16;

/// A clock in a row of a list, 16 units high.
pub fn lane_svg(clock: &ClockView, axis: &Axis, voice: &Voice) -> Html {
    let drawing = Drawing { clock, axis, scale: &ROW };
    let mut svg = opening(axis, &ROW, ROW.height, &clock.heard(voice));
    drawing.lane(&mut svg);
    svg.push_str("</svg>");
    Html::trust(svg)
}

/// A clock on a case's page: the squares numbered, the dates below.
pub fn wide_svg(clock: &ClockView, axis: &Axis, voice: &Voice) -> Html {
    let drawing = Drawing { clock, axis, scale: &WIDE };
    let mut svg = opening(axis, &WIDE, WIDE.height + DATES, &clock.heard(voice));
    drawing.lane(&mut svg);
    drawing.figures(&mut svg);
    drawing.dates(&mut svg);
    svg.push_str("</svg>");
    Html::trust(svg)
}

/// The dates over a list's clocks: today, a Monday before and one after. Not heard; each row says its own.
pub fn axis_svg(axis: &Axis, voice: &Voice) -> Html {
    let width = width(axis, &ROW);
    let mut svg = format!("<svg viewBox=\"0 0 {width} 14\" aria-hidden=\"true\">");
    let today = axis.place(axis.today());
    for monday in axis.mondays() {
        let place = axis.place(monday);
        // Nearer than five columns the two words would run into each other; at an edge a word would be cut.
        if (place - today).abs() >= 5 && (2..width / ROW.column - 2).contains(&place) {
            let day = crate::date::on_axis(monday);
            push(&mut svg, format_args!("<text class=\"c-ax\" x=\"{}\" y=\"11\">{day}</text>", ROW.middle(place)));
        }
    }
    let word = voice.say("clock-axis-today");
    push(&mut svg, format_args!("<text class=\"c-ax c-ax-now\" x=\"{}\" y=\"11\">{word}</text>", ROW.middle(today)));
    svg.push_str("</svg>");
    Html::trust(svg)
}

fn opening(axis: &Axis, scale: &Scale, height: i64, heard: &str) -> String {
    let (width, heard) = (width(axis, scale), escape(heard));
    format!("<svg viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{heard}\">")
}

fn width(axis: &Axis, scale: &Scale) -> i64 {
    scale.column * i64::try_from(axis.len()).unwrap_or(0)
}

impl Scale {
    fn left(&self, place: i64) -> i64 {
        place * self.column
    }

    fn middle(&self, place: i64) -> i64 {
        self.left(place) + self.column / 2
    }
}

struct Drawing<'a> {
    clock: &'a ClockView,
    axis: &'a Axis,
    scale: &'a Scale,
}

impl Drawing<'_> {
    fn lane(&self, svg: &mut String) {
        self.days_off(svg);
        self.start(svg);
        self.squares(svg);
        self.still(svg);
        self.time_over(svg);
        self.stop(svg);
        self.now(svg);
    }

    /// Weekends and public holidays: one grey field for each run of them.
    fn days_off(&self, svg: &mut String) {
        let mut fields = String::new();
        let mut run: Option<(i64, i64)> = None;
        for (day, is_off) in self.axis.days() {
            let place = self.axis.place(day);
            run = match (run, is_off) {
                (Some((first, _)), true) => Some((first, place)),
                (None, true) => Some((place, place)),
                (Some(ended), false) => {
                    self.field(&mut fields, ended);
                    None
                }
                (None, false) => None,
            };
        }
        if let Some(ended) = run {
            self.field(&mut fields, ended);
        }
        path(svg, "c-off", &fields);
    }

    fn field(&self, fields: &mut String, (first, last): (i64, i64)) {
        let (left, width) = (self.scale.left(first), (last - first + 1) * self.scale.column);
        push(fields, format_args!("M{left} 0h{width}v{}h-{width}z", self.scale.height));
    }

    fn start(&self, svg: &mut String) {
        if let Some(place) = self.place(self.clock.from) {
            self.disc(svg, "c-start", place, self.scale.discs.0);
        }
    }

    fn disc(&self, svg: &mut String, class: &str, place: i64, radius: i64) {
        let (x, y) = (self.scale.middle(place), self.scale.height / 2);
        push(svg, format_args!("<circle class=\"{class}\" cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/>"));
    }

    fn squares(&self, svg: &mut String) {
        let (mut gone, mut left) = (String::new(), String::new());
        for (place, on, _) in self.counted() {
            let path = if on < self.reached() { &mut gone } else { &mut left };
            self.square(path, place);
        }
        let (class_gone, class_left) = match self.clock.lane {
            Lane::Law => ("c-law-gone", "c-law-left"),
            Lane::Goal => ("c-own-gone", "c-own-left"),
        };
        path(svg, class_gone, &gone);
        path(svg, class_left, &left);
    }

    /// The squares that are drawn: a clock that was stopped has none from that day on.
    fn counted(&self) -> impl Iterator<Item = (i64, Date, u16)> + '_ {
        let until = match self.clock.run {
            Run::Stopped(on) | Run::FellAway(on) => Some(on),
            Run::Running | Run::Still => None,
        };
        self.clock.days.iter().filter_map(move |day| match day.part {
            DayPart::Counted(number) | DayPart::Due(number) if until.is_none_or(|until| day.on < until) => {
                Some((self.place(day.on)?, day.on, number))
            }
            _ => None,
        })
    }

    /// The first day that is not gone.
    fn reached(&self) -> Date {
        match self.clock.run {
            Run::Stopped(on) | Run::FellAway(on) => on,
            Run::Running | Run::Still => self.clock.today,
        }
    }

    /// One and a half units of room at each side, half a unit of it for the line around the square.
    fn square(&self, path: &mut String, place: i64) {
        let height = self.square_height();
        let (left, top, width) = (self.scale.left(place) + 1, (self.scale.height - height) / 2, self.scale.column - 3);
        push(path, format_args!("M{left}.5 {top}h{width}v{height}h-{width}z"));
    }

    fn square_height(&self) -> i64 {
        match self.clock.lane {
            Lane::Law => self.scale.squares.0,
            Lane::Goal => self.scale.squares.1,
        }
    }

    /// The days on which it stood still: a dotted line.
    fn still(&self, svg: &mut String) {
        let mut dots = String::new();
        let paused = self.clock.days.iter().filter(|day| day.part == DayPart::Paused);
        for place in paused.filter_map(|day| self.place(day.on)) {
            push(&mut dots, format_args!("M{} {}h2", self.scale.middle(place) - 1, self.scale.height / 2));
        }
        path(svg, "c-still", &dots);
    }

    /// Time over: a red line from the day after the due date to today, or to the day of a late stop.
    fn time_over(&self, svg: &mut String) {
        let end = self.reached();
        if self.clock.run == Run::Still || end <= self.clock.due {
            return;
        }
        let last = i64::try_from(self.axis.len()).unwrap_or(0) * self.scale.column;
        let left = (self.scale.left(self.axis.place(self.clock.due) + 1) + 1).max(0);
        let right = self.scale.middle(self.axis.place(end)).min(last);
        if right > left {
            let (width, top) = (right - left, self.scale.height / 2 - 2);
            path(svg, "c-late", &format!("M{left} {top}h{width}v4h-{width}z"));
        }
    }

    fn stop(&self, svg: &mut String) {
        let Run::Stopped(on) = self.clock.run else { return };
        let Some(place) = self.place(on) else { return };
        let radius = self.scale.discs.1;
        self.disc(svg, "c-stop", place, radius);
        let (x, y, unit) = (self.scale.middle(place), self.scale.height / 2, radius / 3);
        path(svg, "c-tick", &format!("M{} {y}l{unit} {unit}l{} -{}", x - unit - 1, unit + 1, 2 * unit));
    }

    fn now(&self, svg: &mut String) {
        if let Some(place) = self.place(self.axis.today()) {
            path(svg, "c-now", &format!("M{} 0v{}", self.scale.middle(place), self.scale.height));
        }
    }

    fn figures(&self, svg: &mut String) {
        let baseline = self.scale.height / 2 + 3;
        for (place, on, number) in self.counted() {
            let class = if on < self.reached() { "c-num-in" } else { "c-num-out" };
            let x = self.scale.middle(place);
            push(svg, format_args!("<text class=\"c-num {class}\" x=\"{x}\" y=\"{baseline}\">{number}</text>"));
        }
    }

    /// Every second date, today among them; none at the edges, where it would be cut on a phone.
    fn dates(&self, svg: &mut String) {
        let last = i64::try_from(self.axis.len()).unwrap_or(0) - 1;
        let (today, baseline) = (self.axis.place(self.axis.today()), self.scale.height + DATES - 4);
        for (day, _) in self.axis.days() {
            let place = self.axis.place(day);
            if (place - today) % 2 != 0 || place == 0 || place == last {
                continue;
            }
            let class = if place == today { "c-ax c-ax-now" } else { "c-ax" };
            let (x, date) = (self.scale.middle(place), crate::date::on_axis(day));
            push(svg, format_args!("<text class=\"{class}\" x=\"{x}\" y=\"{baseline}\">{date}</text>"));
        }
    }

    /// The day's place, where it lies on the axis.
    fn place(&self, day: Date) -> Option<i64> {
        let place = self.axis.place(day);
        usize::try_from(place).is_ok_and(|place| place < self.axis.len()).then_some(place)
    }
}

/// A path, unless it would be empty.
fn path(svg: &mut String, class: &str, d: &str) {
    if !d.is_empty() {
        push(svg, format_args!("<path class=\"{class}\" d=\"{d}\"/>"));
    }
}

fn push(text: &mut String, piece: std::fmt::Arguments<'_>) {
    // Writing to a string never fails.
    let _ = text.write_fmt(piece);
}
