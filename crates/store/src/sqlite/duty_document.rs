//! A duty as it lies in the column `duties`: JSON, in the words of law and messages.

use std::borrow::Cow;

use jiff::civil::Date;
use law::duty::{DutyAct, DutyKind, Party};
use serde::{Deserialize, Serialize};

use crate::view::DutyRow;

/// The fields of a [`DutyRow`], its enums as words. What is absent is left out.
#[derive(Serialize, Deserialize)]
pub(super) struct DutyDocument<'a> {
    #[serde(borrow)]
    rule: Cow<'a, str>,
    #[serde(borrow)]
    act: Cow<'a, str>,
    #[serde(borrow)]
    actor: Cow<'a, str>,
    #[serde(borrow)]
    owed_to: Cow<'a, str>,
    #[serde(borrow)]
    kind: Cow<'a, str>,
    provisional: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    opens_on: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    due_on: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fulfilled_on: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    counted_on: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lapsed_on: Option<Date>,
}

impl<'a> DutyDocument<'a> {
    pub(super) fn of(duty: &'a DutyRow) -> Self {
        Self {
            rule: duty.rule.as_str().into(),
            act: duty.act.word().into(),
            actor: duty.actor.word().into(),
            owed_to: duty.owed_to.word().into(),
            kind: duty.kind.word().into(),
            provisional: duty.provisional,
            opens_on: duty.opens_on,
            due_on: duty.due_on,
            fulfilled_on: duty.fulfilled_on,
            counted_on: duty.counted_on,
            lapsed_on: duty.lapsed_on,
        }
    }

    /// The duty; none where a word stands for nothing that this program knows.
    pub(super) fn read(self) -> Option<DutyRow> {
        Some(DutyRow {
            act: DutyAct::of_word(&self.act)?,
            actor: Party::of_word(&self.actor)?,
            owed_to: Party::of_word(&self.owed_to)?,
            kind: [DutyKind::Law, DutyKind::Goal].into_iter().find(|kind| kind.word() == self.kind)?,
            rule: self.rule.into_owned(),
            provisional: self.provisional,
            opens_on: self.opens_on,
            due_on: self.due_on,
            fulfilled_on: self.fulfilled_on,
            counted_on: self.counted_on,
            lapsed_on: self.lapsed_on,
        })
    }
}
