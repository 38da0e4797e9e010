//! The acts of a page: which may be done, where on the page each stands, and which a rule bars.

use case::{
    ActKind, Case, Refusal,
    acts::{self, Possible, Standing},
};
use jiff::civil::Date;
use law::{duty::DutyAct, standards::Standard};

use super::forms::Forms;
use crate::{
    access::{role::ACTORS, visit::Visitor},
    text::Voice,
    told::source,
    view::act::{ActView, BarredView, Rank},
};

/// The acts that may be done, handed out one after the other to the places where they stand; and those that may not.
pub(super) struct Acts {
    allowed: Vec<ActKind>,
    may_correct: bool,
    primary_is_given: bool,
    barred: Vec<BarredView>,
}

impl Acts {
    /// None: nothing is done here.
    pub(super) fn none() -> Self {
        Self { allowed: Vec::new(), may_correct: false, primary_is_given: false, barred: Vec::new() }
    }

    /// Those of a case today, for whoever acts in cases at all.
    pub(super) fn of(
        case: &Case,
        others: &[&Case],
        standard: Option<&Standard>,
        who: &Visitor,
        at: (Date, Voice),
    ) -> Self {
        let (today, voice) = at;
        if !ACTORS.contains(&who.role) {
            return Self::none();
        }
        let possible = acts::possible(case, others, standard, who.role, today);
        let mut allowed: Vec<ActKind> = possible.iter().filter_map(allowed).collect();
        let may_correct = allowed.contains(&ActKind::MarkInError);
        allowed.retain(|kind| *kind != ActKind::MarkInError);
        let private = acts::private_supplier(case, today);
        let barred = possible.into_iter().filter_map(|possible| match possible.standing {
            Standing::Barred(refusal) => Some(refusal),
            Standing::Allowed | Standing::NotForRole(_) | Standing::Pointless(_) => None,
        });
        let barred = barred.chain(private).filter_map(|refusal| bar(&refusal, today, voice)).collect();
        Self { allowed, may_correct, primary_is_given: false, barred }
    }

    /// What a rule bars.
    pub(super) fn barred(&self) -> &[BarredView] {
        &self.barred
    }

    /// Whether events can be corrected.
    pub(super) fn may_correct(&self) -> bool {
        self.may_correct
    }

    /// Takes an act out, where it may be done and no other place has it.
    pub(super) fn take(&mut self, kind: ActKind) -> bool {
        let place = self.allowed.iter().position(|allowed| *allowed == kind);
        place.map(|place| self.allowed.remove(place)).is_some()
    }

    /// What can be done about a duty: what fulfils it, and what belongs to it.
    pub(super) fn for_duty(&mut self, duty: DutyAct, forms: &Forms<'_>) -> Vec<ActView> {
        let mut given = Vec::new();
        if duty == DutyAct::FirstContact {
            let (talked, tried) = (self.take(ActKind::RecordFirstContact), self.take(ActKind::RecordContactAttempt));
            match (talked, tried) {
                (true, true) => given.push(forms.contact(self.rank())),
                (true, false) => given.push(forms.act(ActKind::RecordFirstContact, self.rank())),
                (false, true) => given.push(forms.act(ActKind::RecordContactAttempt, self.rank())),
                (false, false) => {}
            }
            return given;
        }
        for kind in ActKind::ALL {
            if acts::fulfils(kind.word()) == Some(duty) && self.take(kind) {
                let rank = self.rank();
                given.push(forms.act(kind, rank));
            }
        }
        if duty == DutyAct::OfferStart && self.take(ActKind::DeclineOffer) {
            given.push(forms.act(ActKind::DeclineOffer, Rank::Secondary));
        }
        given
    }

    /// The first act of the page is the blue one.
    fn rank(&mut self) -> Rank {
        if std::mem::replace(&mut self.primary_is_given, true) { Rank::Secondary } else { Rank::Primary }
    }

    /// What no other place has taken.
    pub(super) fn left(&mut self, forms: &Forms<'_>) -> Vec<ActView> {
        std::mem::take(&mut self.allowed).into_iter().map(|kind| forms.act(kind, Rank::Plain)).collect()
    }
}

fn allowed(possible: &Possible) -> Option<ActKind> {
    match possible.standing {
        Standing::Allowed => ActKind::of_word(possible.act),
        Standing::NotForRole(_) | Standing::Barred(_) | Standing::Pointless(_) => None,
    }
}

/// An act that a rule bars. That a case is closed is said once, over the page.
fn bar(refusal: &Refusal, on: Date, voice: Voice) -> Option<BarredView> {
    let Refusal::Barred { act, rule, because: [danish, english], .. } = refusal else { return None };
    Some(BarredView {
        act: act.say(voice.language).into(),
        reason: voice.language.pick(danish, english).to_owned(),
        instead: None,
        sources: vec![source::citation(*rule, on, None, voice.language)],
    })
}
