//! What is asked of the worklist, as it stands in the address.

use jiff::{ToSpan, civil::Date};
use law::{
    duty::Party,
    fact::{Choice as _, PlanType},
};
use serde::Deserialize;
use store::worklist::{Horizon, Page, WorklistFilter, WorklistQuery};

use super::due_state;
use crate::{
    form::Choice,
    text::Voice,
    told::duty::SOON,
    typeset::capital,
    view::worklist::{FilterView, SelectView, Urgency},
};

/// Rows on a page: for each the law is asked why.
pub(super) const PAGE_SIZE: u32 = 25;

const PATH: &str = "/arbejdsliste";
const WORDS: &str = "q";
const URGENCY: &str = "frist";
const PLAN_TYPE: &str = "type";
const ACTOR: &str = "hvem";
const PAGE: &str = "side";

/// Whose duties one can ask for: those that the municipality's people owe.
const ACTORS: [Party; 3] = [Party::Municipality, Party::TrainingUnit, Party::Therapist];

/// The address's question. What makes no sense is not asked for.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Address {
    q: Option<String>,
    frist: Option<String>,
    r#type: Option<String>,
    hvem: Option<String>,
    side: Option<String>,
}

impl Address {
    /// The question to the store.
    pub(super) fn query(&self, today: Date) -> WorklistQuery {
        WorklistQuery {
            horizon: Horizon { today, soon_until: today.saturating_add(SOON.days()) },
            state: self.urgency().map(due_state),
            filter: WorklistFilter {
                text: Some(self.words().to_owned()).filter(|words| !words.is_empty()),
                plan_type: self.plan_type(),
                actor: self.actor(),
                ..WorklistFilter::default()
            },
            page: Page { number: self.page(), size: PAGE_SIZE },
        }
    }

    /// The words searched for.
    pub(super) fn words(&self) -> &str {
        self.q.as_deref().unwrap_or_default().trim()
    }

    /// The urgency asked for.
    pub(super) fn urgency(&self) -> Option<Urgency> {
        Urgency::from_address(self.frist.as_deref()?)
    }

    /// The page asked for, from 0.
    pub(super) fn page(&self) -> u32 {
        self.side.as_deref().and_then(|side| side.parse::<u32>().ok()).map_or(0, |side| side.saturating_sub(1))
    }

    fn plan_type(&self) -> Option<PlanType> {
        PlanType::of_word(self.r#type.as_deref()?)
    }

    fn actor(&self) -> Option<Party> {
        Party::of_word(self.hvem.as_deref()?).filter(|party| ACTORS.contains(party))
    }

    /// Whether anything but the whole list is asked for.
    pub(super) fn is_filtered(&self) -> bool {
        !self.words().is_empty()
            || self.urgency().is_some()
            || self.plan_type().is_some()
            || self.actor().is_some()
            || self.page() > 0
    }

    /// The same with another urgency, from its first page.
    pub(super) fn with_urgency(&self, urgency: Option<Urgency>) -> String {
        self.written(urgency, None)
    }

    /// Another page of the same, counted from 1.
    pub(super) fn with_page(&self, number: u64) -> String {
        self.written(self.urgency(), Some(number))
    }

    /// The same words in all cases, also those in which nothing is owed.
    pub(super) fn in_all_cases(&self) -> Option<String> {
        let words = self.words();
        let mut query = form_urlencoded::Serializer::new(String::new());
        (!words.is_empty()).then(|| format!("/sager?{}", query.append_pair(WORDS, words).finish()))
    }

    fn written(&self, urgency: Option<Urgency>, page: Option<u64>) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        if !self.words().is_empty() {
            query.append_pair(WORDS, self.words());
        }
        if let Some(urgency) = urgency {
            query.append_pair(URGENCY, urgency.in_address());
        }
        if let Some(plan_type) = self.plan_type() {
            query.append_pair(PLAN_TYPE, plan_type.word());
        }
        if let Some(actor) = self.actor() {
            query.append_pair(ACTOR, actor.word());
        }
        if let Some(page) = page.filter(|page| *page > 1) {
            query.append_pair(PAGE, &page.to_string());
        }
        let query = query.finish();
        if query.is_empty() { PATH.to_owned() } else { format!("{PATH}?{query}") }
    }

    /// The filter form, as it was asked with.
    pub(super) fn filter(&self, voice: Voice) -> FilterView {
        let all = |key| Choice::new("", voice.say(key).to_string());
        let urgencies = Urgency::ALL.map(|urgency| {
            let label = capital(&voice.say(urgency.tally_key()).to_string());
            Choice::new(urgency.in_address(), label).chosen_if(self.urgency() == Some(urgency))
        });
        let types = PlanType::ALL.iter().map(|plan_type| {
            Choice::new(plan_type.word(), capital(plan_type.say(voice.language)))
                .chosen_if(self.plan_type() == Some(*plan_type))
        });
        let actors = ACTORS.map(|actor| {
            Choice::new(actor.word(), capital(actor.say(voice.language))).chosen_if(self.actor() == Some(actor))
        });
        let select = |name, label, options| SelectView { name, label: voice.say(label).to_string(), options };
        FilterView {
            words: self.words().to_owned(),
            selects: vec![
                select(URGENCY, "worklist-due", [all("filter-all-dues")].into_iter().chain(urgencies).collect()),
                select(PLAN_TYPE, "filter-type", [all("filter-all")].into_iter().chain(types).collect()),
                select(ACTOR, "filter-actor", [all("filter-everybody")].into_iter().chain(actors).collect()),
            ],
        }
    }

    /// What was asked for, in words.
    pub(super) fn searched(&self, voice: Voice) -> String {
        let words = (!self.words().is_empty()).then(|| format!("»{}«", self.words()));
        let urgency = self.urgency().map(|urgency| voice.say(urgency.tally_key()).to_string());
        let plan_type = self.plan_type().map(|plan_type| plan_type.say(voice.language).to_owned());
        let actor = self.actor().map(|actor| actor.say(voice.language).to_owned());
        let page = (self.page() > 0).then(|| voice.say("pages-only").with("number", self.page() + 1).to_string());
        [words, urgency, plan_type, actor, page].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}
