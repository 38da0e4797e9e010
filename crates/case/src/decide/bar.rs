//! The law's bars, asked of a case; the refusal carries what the rule says of these very facts.

use jiff::civil::Date;
use law::bar::Bar;
use law::explain::sentence;
use law::sundhedsloven::{s140, s140_choice};
use law::trace::{Reasons, Verdict};
use law::{Answer, Facts, Inquiry, Language};

use crate::event::Provider;
use crate::facts::{facts, provider_facts};
use crate::history::Case;
use crate::refusal::Refusal;

type AskBar = fn(&mut Inquiry<'_, Reasons>) -> Bar;

/// Refusing the plan.
pub(super) fn refusing(case: &Case, on: Date) -> Result<(), Refusal> {
    ask(&facts(case, on), on, s140::refuse_for_want_of_need)
}

/// Making another type of the plan.
pub(super) fn changing_type(case: &Case, on: Date) -> Result<(), Refusal> {
    ask(&facts(case, on), on, s140::change_plan_type)
}

/// Choosing a provider: the law is asked with the one that would be chosen.
pub(crate) fn choosing(case: &Case, on: Date, provider: &Provider) -> Result<(), Refusal> {
    let mut facts = facts(case, on);
    provider_facts(&mut facts, provider);
    let bar: AskBar = match provider {
        Provider::Private { .. } => s140_choice::choose_private_supplier,
        Provider::OwnUnit | Provider::OtherMunicipality { .. } | Provider::SupplierOf { .. } => {
            s140_choice::choose_provider
        }
    };
    ask(&facts, on, bar)
}

fn ask(facts: &Facts, on: Date, bar: AskBar) -> Result<(), Refusal> {
    let mut reasons = Reasons::new();
    let bar = bar(&mut Inquiry::new(facts, on, &mut reasons));
    match bar.barred {
        Answer::No => Ok(()),
        Answer::Missing(missing) => Err(Refusal::NotSettled { rule: bar.rule, missing }),
        Answer::Yes => {
            let why = reasons.first();
            let words = |language| {
                let said = || sentence(bar.rule, Verdict::Yes, &[], facts, language);
                why.as_ref().map_or_else(said, |why| bar.because(why, facts, language))
            };
            Err(Refusal::Barred {
                act: bar.act,
                rule: bar.rule,
                because: [words(Language::Danish), words(Language::English)],
                provision: bar.rule.provision_on(on).to_string(),
            })
        }
    }
}
