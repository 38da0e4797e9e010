//! The rights that this version answers, and by name those that it doesn't.

use jiff::civil::{Date, date};

use crate::book::{self, Rule};
use crate::inquiry::Inquiry;
use crate::provision::{Act, Provision, Section};
use crate::ruling::Ruling;
use crate::sundhedsloven::{s140, s140_choice, s171};
use crate::trace::Tracer;
use crate::{Language, barnets_lov, serviceloven};

/// A right that a person may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Right {
    /// Free training after hospital (Sundhedsloven § 140, stk. 1).
    TrainingAfterHospital,
    /// Choice among the municipalities' offers.
    FreeChoice,
    /// A private supplier when the start is late (§ 140, stk. 4).
    PrivateSupplier,
    /// Transport to the training (§§ 171-172).
    Transport,
    /// Training without a hospital's plan (Serviceloven § 86, stk. 1).
    TrainingWithoutPlan,
    /// Training that maintains skills (§ 86, stk. 2).
    Maintenance,
    /// A child's training or treatment.
    ChildTraining,
    /// A child's training that maintains skills.
    ChildMaintenance,
}

impl Right {
    /// Every right that this version answers.
    pub const ALL: [Self; 8] = [
        Self::TrainingAfterHospital,
        Self::FreeChoice,
        Self::PrivateSupplier,
        Self::Transport,
        Self::TrainingWithoutPlan,
        Self::Maintenance,
        Self::ChildTraining,
        Self::ChildMaintenance,
    ];

    /// Asks the law.
    pub fn ask<T: Tracer>(self, inquiry: &mut Inquiry<'_, T>) -> Ruling {
        match self {
            Self::TrainingAfterHospital => s140::entitled(inquiry),
            Self::FreeChoice => s140_choice::may_choose_offer(inquiry),
            Self::PrivateSupplier => s140_choice::may_choose_private(inquiry),
            Self::Transport => s171::may_have_transport(inquiry),
            Self::TrainingWithoutPlan => serviceloven::s086::may_have_rehabilitation(inquiry),
            Self::Maintenance => serviceloven::s086::may_have_maintenance(inquiry),
            Self::ChildTraining => barnets_lov::route::may_have_training(inquiry),
            Self::ChildMaintenance => barnets_lov::route::may_have_maintenance(inquiry),
        }
    }

    /// The main rule.
    pub fn rule(self) -> Rule {
        match self {
            Self::TrainingAfterHospital => book::SUL140_ENTITLED,
            Self::FreeChoice => book::CHOICE_140_OWN,
            Self::PrivateSupplier => book::DS_LAW_140_4_CHOICE,
            Self::Transport => book::HJ_TRANSPORT_MAY_GRANT,
            Self::TrainingWithoutPlan => book::SEL86_1_OFFER,
            Self::Maintenance => book::SEL86_2_OFFER,
            Self::ChildTraining => book::SEL11_3_OR_52_CHILD_TRAINING,
            Self::ChildMaintenance => book::SEL86_2_CHILDREN_VIA_44,
        }
    }

    /// Where the right stands on a day.
    pub fn provision_on(self, day: Date) -> Provision {
        match self {
            // The right's own place: the entry is a standard's wording of it.
            Self::Transport => section(Act::Sul, 171, Some(172), None, None),
            _ => self.rule().provision_on(day),
        }
    }

    /// The word that files and addresses use: each right has its own.
    pub fn word(self) -> &'static str {
        match self {
            Self::TrainingAfterHospital => "training_after_hospital",
            Self::FreeChoice => "free_choice",
            Self::PrivateSupplier => "private_supplier",
            Self::Transport => "transport",
            Self::TrainingWithoutPlan => "training_without_plan",
            Self::Maintenance => "maintenance",
            Self::ChildTraining => "child_training",
            Self::ChildMaintenance => "child_maintenance",
        }
    }

    /// The word that messages use for what it is a right to.
    pub fn subject(self) -> &'static str {
        match self {
            Self::TrainingAfterHospital | Self::TrainingWithoutPlan => "rehabilitation_training",
            Self::FreeChoice => "free_choice",
            Self::PrivateSupplier => "private_supplier",
            Self::Transport => "transport",
            Self::Maintenance => "maintenance_training",
            Self::ChildTraining => "child_training",
            Self::ChildMaintenance => "child_maintenance_training",
        }
    }

    /// What it is a right to, in words.
    pub fn say(self, language: Language) -> &'static str {
        match self {
            Self::TrainingAfterHospital => {
                language.pick("gratis genoptræning efter sygehus", "free training after hospital")
            }
            Self::FreeChoice => language.pick("at vælge, hvor du træner", "choosing where to train"),
            Self::PrivateSupplier => language.pick("at vælge en privat leverandør", "choosing a private supplier"),
            Self::Transport => language.pick("befordring til træningen", "transport to the training"),
            Self::TrainingWithoutPlan => language.pick(
                "genoptræning fra kommunen uden plan fra sygehuset",
                "training from the municipality without a hospital's plan",
            ),
            Self::Maintenance => language.pick("vedligeholdende træning", "training that maintains skills"),
            Self::ChildTraining => language.pick("træning til et barn", "training for a child"),
            Self::ChildMaintenance => {
                language.pick("vedligeholdende træning til et barn", "training that maintains a child's skills")
            }
        }
    }
}

const fn section(act: Act, number: u16, through: Option<u16>, letter: Option<char>, stk: Option<u8>) -> Provision {
    Provision::Section(Section { act, number, letter, through, stk, nr: None })
}

/// A right that this version doesn't answer.
#[derive(Clone, Copy, Debug)]
pub struct NotYet {
    /// Where it stands.
    pub provision: Provision,
    /// The word for what it is a right to.
    pub subject: &'static str,
    /// First day of the provision; none where it is as old as the reform of 2007.
    pub from: Option<Date>,
    /// Last day of the provision; none while it holds.
    pub to: Option<Date>,
    /// What it is, in words.
    words: [&'static str; 2],
}

impl NotYet {
    /// What it is a right to, in words.
    pub fn say(&self, language: Language) -> &'static str {
        language.pick(self.words[0], self.words[1])
    }

    /// Whether the provision is in force on a day.
    pub fn is_in_force(&self, day: Date) -> bool {
        self.from.is_none_or(|first| first <= day) && self.to.is_none_or(|last| day <= last)
    }

    const fn new(provision: Provision, subject: &'static str, words: [&'static str; 2]) -> Self {
        Self { provision, subject, from: None, to: None, words }
    }

    const fn since(mut self, day: Date) -> Self {
        self.from = Some(day);
        self
    }

    const fn until(mut self, day: Date) -> Self {
        self.to = Some(day);
        self
    }
}

/// The children's rules moved from Serviceloven to Barnets lov.
const LAST_DAY_BEFORE_BARNETS_LOV: Date = date(2023, 12, 31);
pub(crate) const FIRST_DAY_OF_BARNETS_LOV: Date = date(2024, 1, 1);

const SUPPORTING_MEASURE: [&str; 2] = ["støttende indsats til et barn", "a supporting measure for a child"];
const SPECIAL_DAY_OFFER: [&str; 2] = ["særligt dagtilbud til et barn", "a special day offer for a child"];

/// The rights that this version names and doesn't answer.
pub const NOT_IN_THIS_VERSION: [NotYet; 11] = [
    NotYet::new(
        section(Act::Sul, 140, None, Some('a'), None),
        "free_physiotherapy",
        ["vederlagsfri fysioterapi", "free physiotherapy"],
    )
    .since(date(2008, 8, 1)),
    NotYet::new(
        section(Act::Sul, 67, None, None, None),
        "subsidised_physiotherapy",
        ["tilskud til fysioterapi", "subsidised physiotherapy"],
    ),
    NotYet::new(
        section(Act::Sul, 86, None, None, None),
        "training_in_another_country",
        ["træning i et andet land", "training in another country"],
    ),
    NotYet::new(
        section(Act::Sel, 83, None, Some('a'), None),
        "rehabilitation_course",
        ["rehabiliteringsforløb", "a rehabilitation course"],
    )
    .since(date(2015, 1, 1)),
    NotYet::new(
        section(Act::Sel, 84, None, None, Some(2)),
        "temporary_stay",
        ["midlertidigt ophold", "a temporary stay"],
    ),
    NotYet::new(
        section(Act::Sel, 117, None, None, None),
        "individual_transport",
        ["tilskud til individuel befordring", "support for individual transport"],
    ),
    NotYet::new(
        Provision::Section(Section {
            act: Act::Sel,
            number: 52,
            letter: None,
            through: None,
            stk: Some(3),
            nr: Some(10),
        }),
        "supporting_measure",
        SUPPORTING_MEASURE,
    )
    .until(LAST_DAY_BEFORE_BARNETS_LOV),
    NotYet::new(section(Act::Bl, 32, None, None, None), "supporting_measure", SUPPORTING_MEASURE)
        .since(FIRST_DAY_OF_BARNETS_LOV),
    NotYet::new(section(Act::Sel, 32, None, None, None), "special_day_offer", SPECIAL_DAY_OFFER)
        .until(LAST_DAY_BEFORE_BARNETS_LOV),
    NotYet::new(section(Act::Bl, 82, Some(84), None, None), "special_day_offer", SPECIAL_DAY_OFFER)
        .since(FIRST_DAY_OF_BARNETS_LOV),
    NotYet::new(
        section(Act::Ael, 10, None, None, None),
        "elder_care_package",
        ["helhedspleje efter ældreloven", "care under the Elder Act"],
    )
    .since(date(2025, 7, 1)),
];
