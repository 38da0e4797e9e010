//! Facts that can't both be true. They are reported; nothing is refused and no fact is changed for them.

use jiff::civil::Date;

use crate::Language;
use crate::fact::{self, Fact, FactId, Facts, HospitalContactEndReason, HospitalReferredOnTo, Read};

/// Facts that can't both be true, and why.
#[derive(Clone, Debug)]
pub struct Contradiction {
    /// The facts.
    pub facts: Vec<FactId>,
    words: [&'static str; 2],
}

impl Contradiction {
    pub(crate) fn new(facts: Vec<FactId>, words: [&'static str; 2]) -> Self {
        Self { facts, words }
    }

    /// Why they can't.
    pub fn say(&self, language: Language) -> &'static str {
        language.pick(self.words[0], self.words[1])
    }
}

/// Pairs of which the first never comes after the second.
const ORDERED: [(Fact<Date>, Fact<Date>, [&str; 2]); 7] = [
    (
        fact::HOSPITAL_ADMITTED_ON,
        fact::HOSPITAL_DISCHARGED_ON,
        ["Udskrivningen ligger før indlæggelsen.", "The discharge lies before the admission."],
    ),
    (
        fact::CITIZEN_BORN_ON,
        fact::HOSPITAL_DISCHARGED_ON,
        ["Udskrivningen ligger før fødslen.", "The discharge lies before the birth."],
    ),
    (
        fact::PLAN_ISSUED_ON,
        fact::PLAN_RECEIVED_ON,
        ["Planen er modtaget, før den er skrevet.", "The plan was received before it was written."],
    ),
    (
        fact::PLAN_RECEIVED_ON,
        fact::TRAINING_OFFER_MADE_ON,
        ["Starten er tilbudt, før planen kom.", "The start was offered before the plan came."],
    ),
    (
        fact::TRAINING_OFFER_MADE_ON,
        fact::TRAINING_OFFERED_START_ON,
        ["Den tilbudte start ligger før tilbuddet.", "The start offered lies before the offer."],
    ),
    (
        fact::TRAINING_STARTED_ON,
        fact::TRAINING_ENDED_ON,
        ["Forløbet slutter, før det begynder.", "The course ends before it begins."],
    ),
    (
        fact::DECISION_MADE_ON,
        fact::DECISION_RECEIVED_ON,
        ["Afgørelsen er modtaget, før den er truffet.", "The decision was received before it was made."],
    ),
];

/// Every contradiction among the facts, as of a day.
pub fn contradictions(facts: &Facts, as_of: Date) -> Vec<Contradiction> {
    let mut found: Vec<Contradiction> = ORDERED
        .iter()
        .filter(|(first, second, _)| {
            matches!((facts.read(*first), facts.read(*second)), (Read::Known(first), Read::Known(second)) if first > second)
        })
        .map(|(first, second, words)| Contradiction { facts: vec![first.id(), second.id()], words: *words })
        .collect();
    if facts.read(fact::CITIZEN_BORN_ON).known().is_some_and(|born| born > as_of) {
        found.push(Contradiction {
            facts: vec![fact::CITIZEN_BORN_ON.id(), fact::CITIZEN_AGE_YEARS.id()],
            words: [
                "Borgeren er født efter den dag, der spørges om.",
                "The citizen was born after the day asked about.",
            ],
        });
    }
    if facts.read(fact::NEED_MEDICALLY_FOUNDED).holds().is_no() && facts.read(fact::PLAN_ISSUED).holds().is_yes() {
        found.push(Contradiction {
            facts: vec![fact::NEED_MEDICALLY_FOUNDED.id(), fact::PLAN_ISSUED.id()],
            words: [
                "Der er en plan, men det er skrevet, at lægen ikke fandt et behov. Spørg sygehuset; planen gælder imens.",
                "There is a plan, yet it is recorded that the doctor found no need. Ask the hospital; the plan stands meanwhile.",
            ],
        });
    }
    found.extend(of_the_discharge(facts));
    let need = (facts.read(fact::NEED_AROSE_ON), facts.read(fact::HOSPITAL_DISCHARGED_ON));
    if let (Read::Known(arose), Read::Known(discharged)) = need
        && arose > discharged
        && facts.read(fact::PLAN_ISSUED).holds().is_yes()
    {
        found.push(Contradiction {
            facts: vec![fact::NEED_AROSE_ON.id(), fact::PLAN_ISSUED.id()],
            words: [
                "Planen siger, at behovet var der ved udskrivningen, men det er skrevet, at det opstod senere. Spørg sygehuset; planen gælder imens.",
                "The plan says that the need was there at discharge, yet it is recorded to have arisen later. Ask the hospital; the plan stands meanwhile.",
            ],
        });
    }
    found
}

/// A discharge that is stated, and a contact that ended in another way.
fn of_the_discharge(facts: &Facts) -> Option<Contradiction> {
    let discharged = facts.read(fact::HOSPITAL_DISCHARGED_ON).known()?;
    let moved_first = facts.read(fact::HOSPITAL_CONTACT_ENDED_ON).known().is_some_and(|ended| ended < discharged);
    let to_another_bed = facts.read(fact::HOSPITAL_REFERRED_ON_TO).known() == Some(HospitalReferredOnTo::OtherBedUnit);
    let words = match facts.read(fact::HOSPITAL_CONTACT_END_REASON).known()? {
        HospitalContactEndReason::Died => [
            "Der er skrevet en udskrivning, men også, at kontakten sluttede, fordi patienten døde. Spørg sygehuset.",
            "A discharge is recorded, and also that the contact ended with the patient's death. Ask the hospital.",
        ],
        HospitalContactEndReason::Transferred if !moved_first => DISCHARGED_AND_MOVED,
        HospitalContactEndReason::ReferredOn if to_another_bed && !moved_first => DISCHARGED_AND_MOVED,
        _ => return None,
    };
    Some(Contradiction {
        facts: vec![fact::HOSPITAL_DISCHARGED_ON.id(), fact::HOSPITAL_CONTACT_END_REASON.id()],
        words,
    })
}

const DISCHARGED_AND_MOVED: [&str; 2] = [
    "Der er skrevet en udskrivning, men også, at patienten flyttede til en anden seng. Spørg sygehuset.",
    "A discharge is recorded, and also that the patient moved to another bed. Ask the hospital.",
];
