//! A figure, its goal, and the table of them all.

use std::fmt::Write as _;

use crate::stopwatch::Times;

/// One line of the table.
#[derive(Debug)]
pub(crate) struct Figure {
    /// What was measured.
    pub(crate) what: &'static str,
    pub(crate) measured: Amount,
    /// What it is held against, measured in turn with it.
    pub(crate) against: Option<(&'static str, Times)>,
    pub(crate) goal: Goal,
}

/// What came out.
#[derive(Clone, Debug)]
pub(crate) enum Amount {
    /// How long one takes.
    Takes(Times),
    /// How many of these are done in a second. The times are those of one.
    Does(&'static str, Times),
}

/// What was promised.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Goal {
    /// It takes at most so many times as long as the reference.
    AtMost(f64),
    /// It does at least this part of what the reference does in the same time.
    AtLeast(f64),
    /// It takes less than so many seconds at the median.
    Under(f64),
    /// Nothing: it is only told.
    Told,
}

impl Amount {
    fn times(&self) -> &Times {
        match self {
            Self::Takes(times) | Self::Does(_, times) => times,
        }
    }

    /// The median, with the least and the most where there were several rounds.
    fn say(&self) -> String {
        let times = self.times();
        let (median, least, most) = (times.median(), times.least(), times.most());
        let several = least < most;
        match self {
            Self::Takes(_) if several => format!("{} ({}–{})", say(median), say(least), say(most)),
            Self::Takes(_) => say(median),
            Self::Does(unit, _) if several => {
                format!("{} {unit}/s ({}–{})", thousands(1.0 / median), thousands(1.0 / most), thousands(1.0 / least))
            }
            Self::Does(unit, _) => format!("{} {unit}/s", thousands(1.0 / median)),
        }
    }
}

impl Figure {
    /// The ratio that the goal is about: of times, or of what is done in the same time.
    fn ratio(&self) -> Option<f64> {
        let (_, reference) = self.against.as_ref()?;
        let measured = self.measured.times();
        Some(match self.goal {
            Goal::AtLeast(_) => reference.ratio_to(measured),
            Goal::AtMost(_) | Goal::Under(_) | Goal::Told => measured.ratio_to(reference),
        })
    }

    /// Whether the goal is met; nothing where there is none.
    pub(crate) fn is_met(&self) -> Option<bool> {
        match self.goal {
            Goal::AtMost(most) => self.ratio().map(|ratio| ratio <= most),
            Goal::AtLeast(least) => self.ratio().map(|ratio| ratio >= least),
            Goal::Under(limit) => Some(self.measured.times().median() < limit),
            Goal::Told => None,
        }
    }

    fn cells(&self) -> [String; 6] {
        let goal = match self.goal {
            Goal::AtMost(most) => format!("≤ {most} ×"),
            Goal::AtLeast(least) => format!("≥ {least} ×"),
            Goal::Under(limit) => format!("< {}", say(limit)),
            Goal::Told => String::new(),
        };
        let met = match self.is_met() {
            Some(true) => "yes",
            Some(false) => "NO",
            None => "",
        };
        let against = self.against.as_ref().map(|(what, times)| format!("{what}: {}", say(times.median())));
        [
            self.what.to_owned(),
            self.measured.say(),
            against.unwrap_or_default(),
            self.ratio().map(|ratio| format!("{ratio:.2} ×")).unwrap_or_default(),
            goal,
            met.to_owned(),
        ]
    }
}

/// The table, as Markdown that also reads well on a terminal.
pub(crate) fn table(figures: &[Figure]) -> String {
    let head = ["figure", "median (least–most)", "against", "ratio", "goal", "met"].map(str::to_owned);
    let rows: Vec<_> = std::iter::once(head).chain(figures.iter().map(Figure::cells)).collect();
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default();
    let widths: [usize; 6] = std::array::from_fn(width);
    let mut table = String::new();
    for (number, row) in rows.iter().enumerate() {
        for (cell, width) in row.iter().zip(widths) {
            let _ = write!(table, "| {cell:width$} ");
        }
        table.push_str("|\n");
        if number == 0 {
            for width in widths {
                let _ = write!(table, "|{:-<1$}", "", width + 2);
            }
            table.push_str("|\n");
        }
    }
    table
}

/// So many seconds, with three digits that say something.
fn say(seconds: f64) -> String {
    let (value, unit) = match seconds {
        ..1e-6 => (seconds * 1e9, "ns"),
        ..1e-3 => (seconds * 1e6, "µs"),
        ..1.0 => (seconds * 1e3, "ms"),
        _ => (seconds, "s"),
    };
    let decimals = match value {
        ..10.0 => 2,
        ..100.0 => 1,
        _ => 0,
    };
    format!("{value:.decimals$} {unit}")
}

fn thousands(number: f64) -> String {
    let digits = format!("{number:.0}");
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Amount, Figure, Goal, say, thousands};
    use crate::stopwatch::Times;

    fn figure(measured: u64, against: u64, goal: Goal) -> Figure {
        let times = |millis| Times::of(&[Duration::from_millis(millis)]);
        Figure {
            what: "a command",
            measured: Amount::Takes(times(measured)),
            against: Some(("bare", times(against))),
            goal,
        }
    }

    #[test]
    fn what_does_at_least_a_part_of_the_reference_may_take_that_much_longer() {
        assert_eq!(figure(10, 7, Goal::AtLeast(0.7)).is_met(), Some(true));
        assert_eq!(figure(11, 7, Goal::AtLeast(0.7)).is_met(), Some(false));
        assert_eq!(figure(10, 2, Goal::AtMost(5.0)).is_met(), Some(true));
        assert_eq!(figure(11, 2, Goal::AtMost(5.0)).is_met(), Some(false));
        assert_eq!(figure(50, 1, Goal::Under(0.05)).is_met(), Some(false));
    }

    #[test]
    fn times_and_counts_are_said_with_the_digits_that_matter() {
        assert_eq!([3.25e-9, 284e-6, 0.0235, 53.4].map(say), ["3.25 ns", "284 µs", "23.5 ms", "53.4 s"]);
        assert_eq!([621.4, 1_871.0, 1_234_567.0].map(thousands), ["621", "1,871", "1,234,567"]);
    }
}
