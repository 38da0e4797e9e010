//! Every question that can be put to the law, answered in the same form.

use jiff::civil::Date;
use law::bar::Bar;
use law::fact::{FactSet, Facts};
use law::remedy::Route as Remedy;
use law::rights::Right;
use law::routing::{self, Route};
use law::ruling::{Outcome, Ruling};
use law::standards::review;
use law::sundhedsloven::{s140, s140_choice, s171};
use law::trace::{Reasons, Tracer, Why};
use law::{Inquiry, Language, answer, klage_erstatningsloven, retssikkerhedsloven, serviceloven};

/// A question.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Asked {
    Right(Right),
    Route(Route),
    Bar(BarAsked),
    SocialComplaint,
    HealthComplaint,
}

/// A bar.
#[derive(Clone, Copy, Debug)]
pub(crate) enum BarAsked {
    WantOfNeed,
    Age,
    PlanType,
    Referral,
    Charge,
    PrivateSupplier,
    Provider,
    Ride,
    Transport,
    Stk1,
    Provision,
    AgeUnder86,
    MentalSkill,
    ChronicIllness,
    OldCourse,
    TimeAlone,
}

const BARS: [BarAsked; 16] = [
    BarAsked::WantOfNeed,
    BarAsked::Age,
    BarAsked::PlanType,
    BarAsked::Referral,
    BarAsked::Charge,
    BarAsked::PrivateSupplier,
    BarAsked::Provider,
    BarAsked::Ride,
    BarAsked::Transport,
    BarAsked::Stk1,
    BarAsked::Provision,
    BarAsked::AgeUnder86,
    BarAsked::MentalSkill,
    BarAsked::ChronicIllness,
    BarAsked::OldCourse,
    BarAsked::TimeAlone,
];

/// All of them.
pub(crate) fn questions() -> impl Iterator<Item = Asked> {
    let rights = Right::ALL.into_iter().map(Asked::Right);
    let routes = Route::ALL.into_iter().map(Asked::Route);
    let bars = BARS.into_iter().map(Asked::Bar);
    rights.chain(routes).chain(bars).chain([Asked::SocialComplaint, Asked::HealthComplaint])
}

/// The answer in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Said {
    Yes,
    No,
    Judge(FactSet),
    Missing(FactSet),
    /// A route of complaint, open or closed: a matter of what is complained of, not of what is known.
    Way,
}

/// An answer with its explanation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Told {
    pub(crate) word: Said,
    pub(crate) presumed: FactSet,
    pub(crate) leaves: FactSet,
    why: Option<Why>,
    sentences: Vec<String>,
}

impl Told {
    pub(crate) fn is_decided(&self) -> bool {
        matches!(self.word, Said::Yes | Said::No)
    }
}

impl Asked {
    /// Puts it, with whoever listens.
    pub(crate) fn put<T: Tracer>(self, inquiry: &mut Inquiry<'_, T>) -> Said {
        match self {
            Self::Right(right) => of_ruling(right.ask(inquiry)),
            Self::Route(route) => of_ruling(routing::examine(inquiry, route)),
            Self::Bar(bar) => of_answer(bar.ask(inquiry).barred),
            Self::SocialComplaint => of_way(&retssikkerhedsloven::s060::complaint_route(inquiry)),
            Self::HealthComplaint => of_way(&klage_erstatningsloven::complaint::complaint_route(inquiry)),
        }
    }

    /// Puts it, and keeps the reasons.
    pub(crate) fn ask(self, facts: &Facts, as_of: Date) -> Told {
        let mut reasons = Reasons::new();
        let mut inquiry = Inquiry::new(facts, as_of, &mut reasons);
        let word = self.put(&mut inquiry);
        let presumed = inquiry.presumed();
        let why = reasons.first();
        let sentences = why.iter().flat_map(Why::walk).map(|why| why.sentence(facts, Language::Danish)).collect();
        Told { word, presumed, leaves: reasons.facts(), why, sentences }
    }
}

impl BarAsked {
    fn ask<T: Tracer>(self, inquiry: &mut Inquiry<'_, T>) -> Bar {
        match self {
            Self::WantOfNeed => s140::refuse_for_want_of_need(inquiry),
            Self::Age => s140::refuse_for_age(inquiry),
            Self::PlanType => s140::change_plan_type(inquiry),
            Self::Referral => s140::demand_referral(inquiry),
            Self::Charge => s140::charge(inquiry),
            Self::PrivateSupplier => s140_choice::choose_private_supplier(inquiry),
            Self::Provider => s140_choice::choose_provider(inquiry),
            Self::Ride => s171::book_ride(inquiry),
            Self::Transport => s171::refuse_transport(inquiry),
            Self::Stk1 => serviceloven::s086::decide_under_stk_1(inquiry),
            Self::Provision => routing::rest_on_provision(inquiry),
            Self::AgeUnder86 => serviceloven::s086::refuse_for_age(inquiry),
            Self::MentalSkill => serviceloven::s086::refuse_for_mental_skill(inquiry),
            Self::ChronicIllness => serviceloven::s086::refuse_for_chronic_illness(inquiry),
            Self::OldCourse => serviceloven::s086::continue_beside_plan(inquiry),
            Self::TimeAlone => review::end_by_time_alone(inquiry),
        }
    }
}

fn of_ruling(ruling: Ruling) -> Said {
    match ruling.outcome {
        Outcome::Yes => Said::Yes,
        Outcome::No => Said::No,
        Outcome::Judge(facts) => Said::Judge(facts),
        Outcome::Missing(facts) => Said::Missing(facts),
    }
}

fn of_answer(answer: answer::Answer) -> Said {
    match answer {
        answer::Answer::Yes => Said::Yes,
        answer::Answer::No => Said::No,
        answer::Answer::Missing(facts) => Said::Missing(facts),
    }
}

fn of_way(way: &Remedy) -> Said {
    match way {
        Remedy::Open(_) | Remedy::Closed => Said::Way,
        Remedy::Missing(facts) => Said::Missing(*facts),
    }
}
