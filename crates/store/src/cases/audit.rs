//! Holding the kept lists, and the marks of letters, against the record.

use case::event::PlanChannel;

use super::intake::key_of;
use super::reading::fold;
use super::rebuild::{PAGE, case_id};
use super::{Cases, CasesError};
use crate::audit::ListFault;
use crate::contract::{Rebuild, Store};
use crate::key::StreamId;
use crate::stream::StreamKind;

impl<S: Store> Cases<S> {
    /// In what the kept lists differ from those that the record makes; none where another book or standard made them, since then they are to
    /// be made anew anyway. Nobody can write meanwhile.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn check_lists(&self, progress: impl FnMut(u64) + Send) -> Result<Option<Vec<ListFault>>, CasesError> {
        if !self.is_up_to_date().await? {
            return Ok(None);
        }
        let mut views = self.store.rebuild(self.municipality).await?;
        self.derive_all(&mut views, progress).await?;
        let mut faults = views.compare().await?;
        faults.extend(self.marks_gone().await?);
        Ok(Some(faults))
    }

    /// The cases whose letters would not be known, should they come again.
    async fn marks_gone(&self) -> Result<Vec<ListFault>, CasesError> {
        let mut gone = Vec::new();
        let mut after: Option<StreamId> = None;
        loop {
            let page = self.store.histories(self.municipality, StreamKind::Case, after.as_ref(), PAGE).await?;
            let Some(last) = page.last() else { return Ok(gone) };
            after = Some(last.stream.id.clone());
            for history in &page {
                // Of a case that can't be read nobody knows the letter.
                let Ok(id) = case_id(&history.stream.id) else { continue };
                let Ok(case) = fold(&id, &history.events) else { continue };
                let (opening, _) = case.opening();
                if opening.channel == PlanChannel::GgopMessage
                    && self.store.done_before(self.municipality, &key_of(&opening.plan)?).await?.is_none()
                {
                    gone.push(ListFault::MarkGone { case: id.to_string() });
                }
            }
        }
    }
}
