//! A municipality's cases, made up: the example plan again and again, each time with another citizen, other identifiers and other days.
//!
//! The citizens have replacement numbers, in the shape that a region's system gives to somebody without a CPR number: they are nobody's.

use case::event::{ContactWay, DischargeConfirmed, Event, FirstContactMade, PlanChannel, StartOffered, TrainingHeld};
use case::{CaseId, UserId};
use exchange::ggop::{self, Reading, Reception};
use jiff::civil::{Date, date};
use jiff::{Timestamp, ToSpan as _};
use store::{Attachment, Happened, PlanIntake};

use crate::fault::Fault;
use crate::record::{TODAY, municipality};

/// The plans were received in so many days up to today.
const RECEIVED_WITHIN: u32 = 60;

/// All are taken in on the morning of that day, with what has happened since.
const TAKEN_IN_AT: Timestamp = Timestamp::constant(1_775_538_000, 0);

const EXAMPLE: &str = include_str!("../../examples/genoptraeningsplan.xml");

const GIVEN: [&str; 6] = ["Ruddi", "Brita", "Einer", "Lonni", "Bruno", "Karen"];
const FAMILY: [&str; 7] = ["Berggren", "Lauridsen", "Elmer", "Moberg", "Testrup", "Hjort", "Aaen"];

/// One made-up plan. They are numbered from nought.
#[derive(Clone, Copy, Debug)]
pub(crate) struct MadeUp(pub(crate) u32);

impl MadeUp {
    /// The case that it opens, where the plans are taken in by their numbers.
    pub(crate) fn case(self) -> CaseId {
        CaseId::new(2026, self.0 + 1)
    }

    /// A stride meets every day, so that neighbours by number are none by date.
    fn received_on(self) -> Date {
        TODAY.saturating_sub(i64::from(self.0 % RECEIVED_WITHIN * 23 % RECEIVED_WITHIN).days())
    }

    fn discharged_on(self) -> Date {
        self.received_on().saturating_add((i64::from(self.0 % 4) - 2).days())
    }

    fn admitted_on(self) -> Date {
        self.received_on().saturating_sub(8.days())
    }

    fn is_specialised(self) -> bool {
        self.0 % 9 == 4
    }

    fn given(self) -> String {
        format!("{} Test", GIVEN[self.0 as usize % GIVEN.len()])
    }

    fn family(self) -> &'static str {
        FAMILY[self.0 as usize / 5 % FAMILY.len()]
    }

    /// Another for each plan: a birth date, a nought as of a region's system, two letters and a digit.
    fn replacement_number(self) -> String {
        const DAYS: u32 = 20_000;
        const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        let born_on = date(1940, 1, 1).saturating_add(i64::from(self.0 % DAYS).days());
        let nth = self.0 / DAYS;
        let letter = |nth: u32| char::from(LETTERS[nth as usize % LETTERS.len()]);
        format!("{}0{}{}{}", born_on.strftime("%d%m%y"), letter(nth / 260), letter(nth / 10), nth % 10)
    }

    /// The hospital's message.
    ///
    /// # Errors
    /// Where the example is another than these words were written for.
    pub(crate) fn message(self) -> Result<String, Fault> {
        let day = |day: Date| day.to_string();
        let words = [
            ("26032600000001", format!("260326{:08}", self.0)),
            ("26032690000001", format!("260327{:08}", self.0)),
            ("1502779995", self.replacement_number()),
            ("Ruddi Test", self.given()),
            ("Berggren", self.family().to_owned()),
            (">almen<", if self.is_specialised() { ">specialiseret<" } else { ">almen<" }.to_owned()),
            ("2026-03-19", day(self.admitted_on())),
            ("2026-03-27", day(self.discharged_on())),
            ("2026-03-26", day(self.received_on())),
        ];
        words.into_iter().try_fold(EXAMPLE.to_owned(), |message, (there, put)| {
            if message.contains(there) {
                Ok(message.replace(there, &put))
            } else {
                Err(format!("the example plan doesn't say {there}").into())
            }
        })
    }

    /// A message as an import takes it in: read, and kept beside the plan.
    ///
    /// # Errors
    /// Where the message is refused.
    pub(crate) fn intake(self, message: String) -> Result<PlanIntake, Fault> {
        let reception = Reception { at: Some(municipality()?), on: self.received_on() };
        let plan = match ggop::read(message.as_bytes(), &reception) {
            Reading::Intake { plan, .. } => *plan,
            Reading::Refused { findings, .. } => {
                return Err(format!("made-up plan {} is refused: {findings:?}", self.0).into());
            }
        };
        Ok(PlanIntake {
            plan,
            channel: PlanChannel::GgopMessage,
            received: Happened::on(self.received_on()),
            recorded_at: TAKEN_IN_AT,
            by: UserId("import".into()),
            original: Some(Attachment {
                name: format!("plan-{}.xml", self.0),
                media_type: "application/xml".into(),
                bytes: message.into_bytes(),
            }),
            happened: self.since(),
        })
    }

    /// What has happened since: of three citizens one waits, one was talked to, one has begun. No more than can have happened by today.
    fn since(self) -> Vec<(Event, Date)> {
        let day = |days: i64| self.received_on().saturating_add(days.days());
        let contact = FirstContactMade { by: ContactWay::Telephone, choice_informed: true };
        let place = Some("Træningscenter Nord".to_owned());
        let offer = StartOffered { start_on: day(4 + i64::from(self.0 % 5)), place };
        let training = TrainingHeld { note: "Undersøgelse og første øvelser.".into() };
        let course = [
            (Event::DischargeConfirmed(DischargeConfirmed { on: self.discharged_on() }), day(1)),
            (Event::FirstContactMade(contact), day(1)),
            (Event::StartOffered(offer), day(2)),
            (Event::TrainingHeld(training), day(5)),
        ];
        let as_far_as = [0, 2, course.len()][self.0 as usize % 3];
        course.into_iter().take(as_far_as).filter(|(_, on)| *on <= TODAY).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use case::citizen_number::CitizenNumber;

    use super::MadeUp;

    #[test]
    fn every_made_up_citizen_has_a_number_of_their_own_and_none_a_cpr_number() {
        let numbers: HashSet<String> = (0..100_000).map(|number| MadeUp(number).replacement_number()).collect();
        assert_eq!(numbers.len(), 100_000);
        let is_replacement =
            |number: &String| matches!(CitizenNumber::parse(number), Ok(CitizenNumber::Replacement(_)));
        assert!(numbers.iter().all(is_replacement));
    }

    #[test]
    fn made_up_plans_are_taken_in_as_the_hospitals_are() {
        for number in [0, 4, 8, 61, 99_999] {
            let made_up = MadeUp(number);
            made_up.intake(made_up.message().unwrap()).unwrap();
        }
    }
}
