//! What one command costs: on a real file, in a durable commit of its own.

use std::fs::File;
use std::io::Write as _;
use std::path::Path;

use case::event::ContactWay;
use case::{Act, CaseId, Command, CommandId, UserId};
use jiff::{Timestamp, ToSpan as _};
use store::{CarriedOut, Cases, Content, Log as _, Sqlite, Stream, StreamId};

use crate::fault::Fault;
use crate::figure::{Amount, Figure, Goal};
use crate::made_up::MadeUp;
use crate::record::{self, TODAY, municipality};
use crate::stopwatch::{Times, time, time_of};

const CASES: u32 = 1500;

/// Commands in turn with bare appends to a file in the same folder, so that the disk's and the machine's moods fall on both.
///
/// What is appended is what the command had to say, the event's content, and nothing of how the record keeps it: the less the better for the
/// reference.
///
/// # Errors
/// Where the record can't be written, or a command is refused.
pub(crate) async fn measure(folder: &Path) -> Result<Vec<Figure>, Fault> {
    let cases = record::open(&folder.join("commands.db")).await?;
    record::take_in(&cases, record::messages(0..CASES)?).await?;
    let mut file = File::create(folder.join("bare"))?;
    let (mut commands, mut bare) = (Vec::new(), Vec::new());
    for command in (0..CASES).filter(|number| number % 3 == 0).flat_map(course) {
        let (took, done) = time_of(cases.carry_out(&command)).await;
        if !matches!(done?, CarriedOut::Now(_)) {
            return Err(format!("command {} was known", command.id.0).into());
        }
        commands.push(took);
        let content = last_content(&cases, &command.case).await?;
        let (took, done) = time(|| file.write_all(&content).and_then(|()| file.sync_data()));
        done?;
        bare.push(took);
    }
    cases.store().close().await;
    Ok(vec![Figure {
        what: "one command, checked, with its views, in one durable commit",
        measured: Amount::Takes(Times::of(&commands)),
        against: Some(("bare append and fdatasync of its event", Times::of(&bare))),
        goal: Goal::AtLeast(0.7),
    }])
}

/// What is done first in the case of somebody who waits: they are talked to, and offered a start.
fn course(number: u32) -> [Command; 2] {
    let contact = Act::RecordFirstContact { by: ContactWay::Telephone, choice_informed: true };
    let offer =
        Act::OfferStart { start_on: TODAY.saturating_add(2.days()), place: Some("Træningscenter Nord".into()) };
    [("contact", contact), ("offer", offer)].map(|(name, act)| Command {
        id: CommandId(format!("{name}-{number}")),
        case: MadeUp(number).case(),
        act,
        happened_on: TODAY,
        happened_at: None,
        recorded_at: Timestamp::constant(1_775_545_920, 0),
        today: TODAY,
        by: UserId("terapeut".into()),
        role: case::Role::Therapist,
    })
}

async fn last_content(cases: &Cases<Sqlite>, case: &CaseId) -> Result<Vec<u8>, Fault> {
    let stream = Stream::case(StreamId::new(case.to_string())?);
    let events = cases.store().read(municipality()?, &stream).await?;
    match events.last().map(|event| &event.content) {
        Some(Content::Kept(content)) => Ok(content.as_bytes().to_vec()),
        Some(Content::Removed) | None => Err(format!("case {case} has no last event").into()),
    }
}
