//! The law on the way through § 140 and § 86, against the same decisions written out by hand.

use std::hint::black_box;

use law::serviceloven::s086;
use law::sundhedsloven::{s140, s140_choice};
use law::trace::{Reasons, Silent, Tracer};
use law::{Facts, Inquiry, Outcome, Ruling};

use crate::by_hand::{self, Decision, Plain};
use crate::fault::Fault;
use crate::figure::{Amount, Figure, Goal};
use crate::people;
use crate::stopwatch::{Times, in_turn};

const PEOPLE: u32 = 3000;
const ROUNDS: usize = 300;

/// # Errors
/// Where the law and the decisions by hand part ways: then one of them is behind the other, and no ratio says anything.
pub(crate) fn measure() -> Result<Vec<Figure>, Fault> {
    let people = people::mixed(PEOPLE as usize);
    let facts: Vec<Facts> = people.iter().map(Plain::facts).collect();
    people.iter().zip(&facts).try_for_each(|(plain, facts)| agree(plain, facts))?;

    let mut reasons = Reasons::new();
    let rounds = in_turn(
        ROUNDS,
        [
            &mut || {
                for plain in &people {
                    black_box(by_hand::decide(black_box(plain)));
                }
            },
            &mut || {
                for (plain, facts) in people.iter().zip(&facts) {
                    let _ = black_box(ask(black_box(facts), plain, &mut Silent));
                }
            },
            &mut || {
                for (plain, facts) in people.iter().zip(&facts) {
                    reasons.clear();
                    let _ = black_box(ask(black_box(facts), plain, &mut reasons));
                    black_box(reasons.steps());
                }
            },
        ],
    );
    let [by_hand, silent, explained] = rounds.map(|rounds| Times::each_of(&rounds, PEOPLE));
    Ok(vec![
        Figure {
            what: "a person's four rights by § 140 and § 86, tracer off",
            measured: Amount::Takes(silent.clone()),
            against: Some(("the same by hand", by_hand)),
            goal: Goal::AtMost(5.0),
        },
        Figure {
            what: "the same, tracer on into a reused buffer",
            measured: Amount::Takes(explained),
            against: Some(("tracer off", silent)),
            goal: Goal::AtMost(3.0),
        },
    ])
}

/// The four rights, in the order of [`by_hand::Decisions::each`].
fn ask<T: Tracer>(facts: &Facts, plain: &Plain, tracer: &mut T) -> [Ruling; 4] {
    let on = plain.as_of;
    [
        s140::entitled(&mut Inquiry::new(facts, on, tracer)),
        s140_choice::may_choose_private(&mut Inquiry::new(facts, on, tracer)),
        s086::may_have_rehabilitation(&mut Inquiry::new(facts, on, tracer)),
        s086::may_have_maintenance(&mut Inquiry::new(facts, on, tracer)),
    ]
}

fn agree(plain: &Plain, facts: &Facts) -> Result<(), Fault> {
    let by_law = ask(facts, plain, &mut Silent);
    let explained = ask(facts, plain, &mut Reasons::new());
    let by_hand = by_hand::decide(plain).each().map(ruling);
    if by_law == by_hand && by_law == explained {
        return Ok(());
    }
    Err(format!("the law answers {by_law:?}\nexplained {explained:?}\nand by hand {by_hand:?}\nof {plain:#?}").into())
}

fn ruling(decision: Decision) -> Ruling {
    let outcome = match decision.outcome {
        by_hand::Outcome::Yes => Outcome::Yes,
        by_hand::Outcome::No => Outcome::No,
        by_hand::Outcome::Judge(facts) => Outcome::Judge(facts.facts()),
        by_hand::Outcome::Missing(facts) => Outcome::Missing(facts.facts()),
    };
    Ruling { outcome, by: decision.by }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use law::Outcome;
    use law::trace::Silent;

    use super::{PEOPLE, agree, ask};
    use crate::by_hand::Plain;
    use crate::people;

    #[test]
    fn the_law_and_the_decisions_by_hand_say_the_same_of_everybody() {
        let people = people::mixed(PEOPLE as usize);
        people.iter().try_for_each(|plain| agree(plain, &plain.facts())).unwrap();
    }

    /// Or the figure would tell of a part of the route only.
    #[test]
    fn among_the_people_every_right_ends_in_every_way() {
        let mut met: [BTreeSet<&str>; 4] = Default::default();
        for plain in people::mixed(PEOPLE as usize) {
            let rulings = ask(&Plain::facts(&plain), &plain, &mut Silent);
            for (met, ruling) in met.iter_mut().zip(rulings) {
                met.insert(match ruling.outcome {
                    Outcome::Yes => "yes",
                    Outcome::No => "no",
                    Outcome::Judge(_) => "judge",
                    Outcome::Missing(_) => "missing",
                });
            }
        }
        let all = BTreeSet::from(["yes", "no", "judge", "missing"]);
        assert_eq!(met, [all.clone(), all.clone(), all.clone(), all]);
    }
}
