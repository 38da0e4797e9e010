//! What an act changed: the duties before it held against those after.

use case::{Case, EventNumber, duties};
use jiff::civil::Date;
use law::{
    duty::{Duty, DutyAct, DutyKind, DutyState},
    standards::Standard,
};

use super::forms;
use crate::{
    access::visit::Visitor,
    text::Voice,
    view::{
        act::{ActView, Rank, Way},
        notice::{Notice, NoticeKind},
    },
};

/// What the case's last event changed, told to whoever recorded it; nothing where it was another's, or something came after.
pub(super) fn notice(
    case: &Case,
    number: EventNumber,
    visitor: &Visitor,
    (standard, today): (Option<&Standard>, Date),
    voice: Voice,
) -> Option<Notice> {
    let last = case.history().last().filter(|last| last.number == number && last.by == visitor.user.id())?;
    let before = case.history().iter().take_while(|recorded| recorded.number < number).cloned().collect();
    let before = Case::fold(case.id().clone(), before).ok()?;
    let owed = |case: &Case| duties(case, standard, today).into_iter().map(|explained| explained.duty);
    let (was, is): (Vec<Duty>, Vec<Duty>) = (owed(&before).collect(), owed(case).collect());
    let mut text: Vec<String> = is.iter().filter_map(|duty| change(duty, (&was, &is), today, voice)).collect();
    text.extend(
        is.iter()
            .filter(|duty| still_runs(duty, &was))
            .map(|duty| voice.say("effect-still").with("standing", duty.standing(today, voice.language)).to_string()),
    );
    let undo = case::acts::markable(case).iter().any(|recorded| recorded.number == number);
    let undo = undo.then(|| ActView {
        label: voice.say("effect-undo").to_string(),
        about: None,
        rank: Rank::Plain,
        way: Way::Link(format!("#{}", forms::id(case::ActKind::MarkInError, Some(("number", &number.to_string()))))),
    });
    Some(Notice {
        kind: NoticeKind::Done,
        heading: voice.say("effect-saved").with("what", last.event.say(voice.language)).to_string(),
        text,
        acts: undo.into_iter().collect(),
    })
}

fn same<'d>(duty: &Duty, others: &'d [Duty]) -> Option<&'d Duty> {
    others.iter().find(|other| (other.act, other.kind, other.rule) == (duty.act, duty.kind, duty.rule))
}

/// What became of one duty. A limit that moves under one that is fulfilled is no news: nothing is owed by it.
fn change(duty: &Duty, (was, is): (&[Duty], &[Duty]), today: Date, voice: Voice) -> Option<String> {
    let before = same(duty, was);
    if before.is_some_and(|before| before.state == duty.state && (before.due == duty.due || !duty.state.is_owed())) {
        return None;
    }
    let phrase = match (duty.state, before) {
        (DutyState::Fulfilled, _) => voice.say("effect-fulfilled"),
        (DutyState::FulfilledLate, _) => voice.say("effect-fulfilled-late"),
        (DutyState::Lapsed, _) => voice.say("effect-lapsed"),
        (_, None) => voice.say("effect-new"),
        (_, Some(_)) => voice.say("effect-moved"),
    };
    let standing = match duty.due {
        Some(due) => {
            let standing = duty.standing(today, voice.language);
            format!("{} ({standing})", voice.full(&due))
        }
        None => duty.standing(today, voice.language),
    };
    Some(phrase.with("act", named(duty, is, voice)).with("standing", standing).to_string())
}

/// The act that is owed; with what kind of duty it is, where law and goal both ask for it.
fn named(duty: &Duty, is: &[Duty], voice: Voice) -> String {
    let act = duty.act.say(voice.language);
    if is.iter().filter(|other| other.act == duty.act).count() > 1 {
        format!("{act} ({})", duty.kind.say(voice.language))
    } else {
        act.to_owned()
    }
}

/// The law's clock, where the act left it as it was and it is still owed: so that nobody takes a goal reached for the law kept.
fn still_runs(duty: &Duty, was: &[Duty]) -> bool {
    let is_the_clock = duty.act == DutyAct::OfferStart && duty.kind == DutyKind::Law && duty.state.is_owed();
    is_the_clock && same(duty, was).is_some_and(|before| before.state == duty.state && before.due == duty.due)
}
