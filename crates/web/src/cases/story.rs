//! What happened in a case, latest first, and who has looked.

use case::{Case, Event, EventNumber, Recorded, Role, UserId, acts::markable, denmark};
use jiff::civil::Date;
use store::access::Access;

use super::{
    forms::Forms,
    opened::{Names, Purpose},
};
use crate::{
    text::Voice,
    view::case::{AccessView, HappenedView, Moment},
};

/// Openings of a case that its page shows; the record has them all.
const ACCESSES_SHOWN: usize = 30;

/// What happened by a day. A correction stands with what it corrects. With `forms`, each event that can be corrected has its
/// form.
pub(super) fn happened(
    case: &Case,
    by: Date,
    names: &Names,
    forms: Option<&Forms<'_>>,
    voice: Voice,
) -> Vec<HappenedView> {
    let correctable: Vec<EventNumber> = markable(case).iter().map(|recorded| recorded.number).collect();
    let is_told = |recorded: &&Recorded| !matches!(recorded.event, Event::EnteredInError(_));
    let mut told: Vec<&Recorded> = case.history().iter().filter(is_told).filter(|it| it.happened_on <= by).collect();
    told.sort_by_key(|recorded| std::cmp::Reverse((recorded.happened_on, recorded.number)));
    let view = |recorded: &Recorded| HappenedView {
        what: recorded.event.say(voice.language),
        happened: match recorded.happened_at {
            Some(hour) => Moment::Hour(recorded.happened_on.to_datetime(hour)),
            None => Moment::Day(recorded.happened_on),
        },
        recorded: denmark::local(recorded.recorded_at),
        by: by_whom(case, recorded, names, voice),
        notes: Vec::new(),
        corrected: correction(case, recorded.number, names, voice),
        acts: match forms {
            Some(forms) if correctable.contains(&recorded.number) => vec![forms.correction(recorded)],
            _ => Vec::new(),
        },
    };
    told.into_iter().map(view).collect()
}

/// A plan is told of by the hospital that sent it.
fn by_whom(case: &Case, recorded: &Recorded, names: &Names, voice: Voice) -> String {
    let sender = case.plan().0.sender.organisation.as_deref();
    match (&recorded.event, sender) {
        (Event::PlanReceived(_), Some(hospital)) => voice.say("happened-from").with("who", hospital).to_string(),
        _ => names.who(&recorded.by, recorded.role, voice.language),
    }
}

/// How an event was corrected, where it was.
fn correction(case: &Case, number: EventNumber, names: &Names, voice: Voice) -> Option<String> {
    case.history().iter().find_map(|recorded| match &recorded.event {
        Event::EnteredInError(error) if error.number == number => {
            let at = denmark::local(recorded.recorded_at);
            let phrase = voice.say("happened-corrected").with("date", voice.full(&at.date()).to_string());
            let phrase = phrase.with("hour", voice.hour(&at.time())).with("who", names.name(&recorded.by).to_owned());
            Some(phrase.with("reason", error.reason.clone()).to_string())
        }
        _ => None,
    })
}

/// Who has looked, the latest first.
pub(super) fn accesses(accesses: &[Access], names: &Names, voice: Voice) -> Vec<AccessView> {
    let view = |access: &Access| {
        let by = UserId(access.user.as_str().to_owned());
        let role = Role::of_word(access.role.as_str());
        AccessView {
            who: role.map_or_else(|| names.name(&by).to_owned(), |role| names.who(&by, role, voice.language)),
            at: denmark::local(access.at),
            what: match Purpose::of_word(&access.purpose) {
                Some(purpose) => voice.say(purpose.key()).to_string(),
                None => access.purpose.clone(),
            },
        }
    };
    accesses.iter().take(ACCESSES_SHOWN).map(view).collect()
}
