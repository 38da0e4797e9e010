//! Bars: may this act be done now?

use crate::book::Rule;
use crate::inquiry::Inquiry;
use crate::trace::{Tracer, Why};
use crate::{Answer, Facts, Language};

/// An act that a rule may stand in the way of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum BarredAct {
    /// Refuse the plan or end the training for want of a need.
    RefuseForWantOfNeed,
    /// Refuse for age.
    RefuseForAge,
    /// Make ordinary training of specialised, or the other way round.
    ChangePlanType,
    /// Ask for a referral or an application first.
    DemandReferral,
    /// Choose the provider that the facts name.
    ChooseProvider,
    /// Choose the private supplier that the facts name, on the ground of the seven days.
    ChoosePrivateSupplier,
    /// Decide under Serviceloven § 86, stk. 1.
    DecideUnderSel86,
    /// Refuse maintenance training since the skill is mental, or the illness chronic.
    RefuseMaintenance,
    /// Let a decision rest on the provision that it names.
    RestOnProvision,
    /// Go on with an old course beside a new plan for the same need.
    ContinueOldCourse,
    /// Charge for the training.
    Charge,
    /// Book a ride to training in another municipality.
    BookRide,
    /// Refuse transport though one of the grounds is met.
    RefuseTransport,
    /// End the course since three months have gone.
    EndByTimeAlone,
}

impl BarredAct {
    /// The word that messages use.
    pub fn word(self) -> &'static str {
        match self {
            Self::RefuseForWantOfNeed => "refuse_for_want_of_need",
            Self::RefuseForAge => "refuse_for_age",
            Self::ChangePlanType => "change_plan_type",
            Self::DemandReferral => "demand_referral",
            Self::ChooseProvider => "choose_provider",
            Self::ChoosePrivateSupplier => "choose_private_supplier",
            Self::DecideUnderSel86 => "decide_under_sel_86_1",
            Self::RefuseMaintenance => "refuse_maintenance_training",
            Self::RestOnProvision => "rest_on_provision",
            Self::ContinueOldCourse => "continue_old_course",
            Self::Charge => "charge_for_training",
            Self::BookRide => "book_ride",
            Self::RefuseTransport => "refuse_transport",
            Self::EndByTimeAlone => "end_by_time_alone",
        }
    }

    /// The act in words, as a heading.
    pub fn say(self, language: Language) -> &'static str {
        match self {
            Self::RefuseForWantOfNeed => {
                language.pick("Afvise planen, fordi der ikke er behov", "Refuse the plan for want of a need")
            }
            Self::RefuseForAge => language.pick("Give afslag på grund af alder", "Refuse for age"),
            Self::ChangePlanType => language.pick("Ændre planens type", "Change the plan's type"),
            Self::DemandReferral => {
                language.pick("Kræve henvisning eller ansøgning først", "Demand a referral or application first")
            }
            Self::ChooseProvider => language.pick("Vælge denne leverandør", "Choose this provider"),
            Self::ChoosePrivateSupplier => {
                language.pick("Vælge privat leverandør efter de 7 dage", "Choose a private supplier after the 7 days")
            }
            Self::DecideUnderSel86 => {
                language.pick("Afgøre sagen efter reglen for voksne", "Decide under the rule for adults")
            }
            Self::RefuseMaintenance => language.pick(
                "Give afslag på vedligeholdelsestræning med denne grund",
                "Refuse maintenance training on this ground",
            ),
            Self::RestOnProvision => {
                language.pick("Lade afgørelsen bygge på denne bestemmelse", "Let the decision rest on this provision")
            }
            Self::ContinueOldCourse => language
                .pick("Fortsætte det gamle forløb ved siden af planen", "Go on with the old course beside the plan"),
            Self::Charge => language.pick("Opkræve betaling for træningen", "Charge for the training"),
            Self::BookRide => {
                language.pick("Bestille kørsel til en anden kommune", "Book a ride to another municipality")
            }
            Self::RefuseTransport => language.pick("Give afslag på befordring", "Refuse transport"),
            Self::EndByTimeAlone => {
                language.pick("Afslutte forløbet, fordi tiden er gået", "End the course since its time has passed")
            }
        }
    }
}

/// Whether a rule stands in the way of an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub struct Bar {
    /// The act.
    pub act: BarredAct,
    /// *Yes*: the rule stands in the way.
    pub barred: Answer,
    /// The rule.
    pub rule: Rule,
}

impl Bar {
    /// Asks a rule whether it stands in the way.
    pub fn decide<T: Tracer>(
        inquiry: &mut Inquiry<'_, T>,
        act: BarredAct,
        rule: Rule,
        bars: impl FnOnce(&mut Inquiry<'_, T>) -> Answer,
    ) -> Self {
        let barred = inquiry.rule(rule, |inquiry| bars(inquiry));
        Self { act, barred, rule }
    }

    /// What the rule says, in one sentence, by the reasons that were heard on the way to it.
    pub fn because(self, why: &Why, facts: &Facts, language: Language) -> String {
        why.find(self.rule).unwrap_or(why).sentence(facts, language)
    }

    /// Whether the act may be done, as far as this rule is concerned; nothing where a fact is missing.
    pub fn is_allowed(self) -> Option<bool> {
        match self.barred {
            Answer::Yes => Some(false),
            Answer::No => Some(true),
            Answer::Missing(_) => None,
        }
    }
}
