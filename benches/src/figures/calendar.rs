//! Adding working days, against one look-up in an array.

use std::hint::black_box;

use jiff::ToSpan as _;
use jiff::civil::Date;
use law::calendar::{CountingRule, EARLIEST, LATEST, WorkingDays};

use crate::chance::Chance;
use crate::fault::Fault;
use crate::figure::{Amount, Figure, Goal};
use crate::stopwatch::{Times, in_turn};

const DATES: u32 = 1 << 14;
const ROUNDS: usize = 300;

/// # Errors
/// Where a count leaves the calendar.
pub(crate) fn measure() -> Result<Vec<Figure>, Fault> {
    let days: Vec<Date> = EARLIEST.series(1.day()).take_while(|day| *day <= LATEST).collect();
    let mut chance = Chance::seeded(7);
    // A year before the calendar ends no count leaves it.
    let last = u32::try_from(days.len())? - 400;
    let places: Vec<usize> = (0..DATES).map(|_| chance.below(last) as usize).collect();
    let counts: Vec<(Date, WorkingDays)> = places
        .iter()
        .map(|place| Ok((days[*place], WorkingDays(u16::try_from(1 + chance.below(90))?))))
        .collect::<Result<_, Fault>>()?;
    let rule = CountingRule::own_promise();
    if let Some(fault) = counts.iter().find_map(|(start, length)| rule.due(*start, *length).err()) {
        return Err(fault.into());
    }

    // Something is made of each date, or the compiler would see that nobody wants it.
    let [look_up, added] = in_turn(
        ROUNDS,
        [
            &mut || {
                let days = black_box(&days);
                black_box(places.iter().map(|place| i64::from(days[*place].day())).sum::<i64>());
            },
            &mut || {
                let rule = black_box(rule);
                let add = |(start, length): &(Date, WorkingDays)| {
                    rule.due(*start, *length).map_or(0, |due| i64::from(due.ends_on.day()))
                };
                black_box(counts.iter().map(add).sum::<i64>());
            },
        ],
    );
    Ok(vec![Figure {
        what: "adding working days",
        measured: Amount::Takes(Times::each_of(&added, DATES)),
        against: Some(("one look-up in an array of dates", Times::each_of(&look_up, DATES))),
        goal: Goal::AtMost(5.0),
    }])
}
