//! The review of a course after the standard's length. It is a point at which a person decides; no timer ends a course, and without
//! a decision training goes on (CF-DURATION-CAP-VS-NEED).

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Standard, level};
use crate::Answer;
use crate::bar::{Bar, BarredAct};
use crate::book;
use crate::calendar::calendar_days_between;
use crate::duty::{Done, Duty, DutyAct, Owed};
use crate::fact::{self, Fact, FactSet, FactValue, Read, TrainingEndReason};
use crate::inquiry::Inquiry;
use crate::term::Cause;
use crate::trace::Tracer;

/// Who owes the therapist's assessment of whether the course goes on, by when, and is it made (HJ-EXTENSION-CRITERIA,
/// HJ-DURATION-3M)? Fulfilled by the assessment on record together with how far the goals are reached.
///
/// It opens halfway: see [`halfway`]. Where several reviews are on record it is the first one from then on that counts; one that
/// follows takes nothing back, and one that was made sooner is a talk on the way.
pub fn review<T: Tracer>(inquiry: &mut Inquiry<'_, T>, standard: &Standard) -> Owed {
    let Some(limit) = standard.limit(DutyAct::ReviewCourse) else { return Owed::No };
    inquiry.rule(limit.rule, |inquiry| {
        let from = match limit.starts_on(inquiry) {
            Read::Known(from) => from,
            Read::Absent => return Owed::No,
            Read::Missing(facts) => return Owed::Missing(facts),
        };
        let counted = limit.run(inquiry, from, &[]).and_then(|(_, plain)| {
            let (term, due) = limit.run(inquiry, from, &[Cause::Readmitted])?;
            Ok((halfway(from, plain.earliest), term, due))
        });
        let (opens, term, due) = match counted {
            Ok(counted) => counted,
            Err(facts) => return Owed::Missing(facts),
        };
        let (done, lacking) = reviewed(inquiry, opens);
        Duty::new(limit.rule, limit.act, limit.actor, fact::TRAINING_EXTENSION_ASSESSMENT.id())
            .limited(term, &due)
            .opening(opens)
            .done(done.or_ended(inquiry))
            .lacking(lacking)
            .owed(inquiry)
    })
}

/// The first day on which a review is the one that the limit asks for.
///
/// The standard doesn't say how soon the review after three months can be made, and a word written in the first days tells nothing of
/// whether more is needed after three months. Our reading, said as such in the book: it belongs to the limit that it lies nearest to,
/// so from the middle of the time on. Counted without the stays in hospital: a stay that moves the limit takes no review back.
fn halfway(from: Date, last: Date) -> Date {
    let days = i64::from(calendar_days_between(from, last));
    from.checked_add((days - days / 2).days()).unwrap_or(last)
}

/// What has become of the review, of those made by the day asked about: the first that was made on a day from `opens` on. Kept apart by
/// their labels; without a label there is one, the latest.
fn reviewed<T: Tracer>(inquiry: &mut Inquiry<'_, T>, opens: Date) -> (Done, FactSet) {
    let as_of = inquiry.as_of();
    let belongs = |day: Date| opens <= day && day <= as_of;
    let made: Vec<(&str, Read<Date>)> = inquiry.labelled(fact::TRAINING_EVALUATED_ON).collect();
    if made.is_empty() {
        return the_only_one(inquiry, belongs);
    }
    let assessed = labels_with(inquiry, fact::TRAINING_EXTENSION_ASSESSMENT);
    let attained = labels_with(inquiry, fact::TRAINING_GOAL_ATTAINMENT);
    let is_whole = |label: &str| assessed.contains(&label) && attained.contains(&label);
    let days = made.into_iter().filter_map(|(label, day)| Some((day.known()?, label)));
    let mut candidates: Vec<(Date, &str)> = days.filter(|(day, label)| belongs(*day) && is_whole(label)).collect();
    candidates.sort_unstable();
    let first = candidates.into_iter().find(|(_, label)| is_by_a_therapist(inquiry, label).is_yes());
    (first.map_or(Done::NotYet, |(day, _)| Done::on(day)), FactSet::EMPTY)
}

/// Whether a review of this label was made by somebody who can say yes or no to more training (HJ-EXTENSION-WHO); nobody asks by whom
/// until somebody says so. Without a label the assessor's role is that of the level's assessment, and tells nothing of a review.
fn is_by_a_therapist<T: Tracer>(inquiry: &mut Inquiry<'_, T>, label: &str) -> Answer {
    inquiry.rule(book::HJ_EXTENSION_WHO, |inquiry| {
        let told = inquiry.labelled(fact::ASSESSMENT_ASSESSOR_ROLE).find(|(other, _)| *other == label);
        let role = told.and_then(|(_, role)| role.known());
        Answer::known(role.is_none_or(level::is_a_therapist))
    })
}

/// On record are the assessment and how far the goals are reached: one without the other is no review.
fn the_only_one<T: Tracer>(inquiry: &mut Inquiry<'_, T>, belongs: impl Fn(Date) -> bool) -> (Done, FactSet) {
    let assessed = inquiry.exists(fact::TRAINING_EXTENSION_ASSESSMENT);
    let attained = inquiry.exists(fact::TRAINING_GOAL_ATTAINMENT);
    let both = assessed.and(attained);
    if !both.is_yes() {
        return (Done::NotYet, both.missing());
    }
    let day = inquiry.presume(fact::TRAINING_EVALUATED_ON, inquiry.as_of());
    (day.known().filter(|day| belongs(*day)).map_or(Done::NotYet, Done::on), FactSet::EMPTY)
}

/// The labels under which a fact has a value.
fn labels_with<'a, T: Tracer, V: FactValue>(inquiry: &mut Inquiry<'a, T>, fact: Fact<V>) -> Vec<&'a str> {
    inquiry.labelled(fact).filter(|(_, read)| matches!(read, Read::Known(_))).map(|(label, _)| label).collect()
}

/// May a course be ended since its time has passed? Never for that alone: the need decides.
pub fn end_by_time_alone<T: Tracer>(inquiry: &mut Inquiry<'_, T>) -> Bar {
    Bar::decide(inquiry, BarredAct::EndByTimeAlone, book::HJ_DURATION_3M, |inquiry| {
        inquiry.is(fact::TRAINING_END_REASON, TrainingEndReason::TimePassed)
    })
}
