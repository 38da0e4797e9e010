//! The form of each act: what the case asks for, in the page's words, as it was filled in where it comes back.

use case::{
    ActKind, Case, Recorded,
    form::{Field as Asked, FieldKind as Kind, fields_of},
    municipality::MunicipalityCode,
};
use jiff::civil::{Date, DateTime};

use super::{sent::Returned, suggestion};
use crate::{
    access::token::Token,
    form::{Choice, Field, FieldKind, Form, Submit},
    text::Voice,
    typeset::capital,
    view::act::{ActView, Rank, Way},
};

/// The key of the command, the number of the last event seen, the day and the hour it happened: names in the request.
pub(super) const KEY: &str = "noegle";
pub(super) const SEEN: &str = "set";
pub(super) const HAPPENED_ON: &str = "happened_on";
pub(super) const HAPPENED_AT: &str = "happened_at";

/// What is sent for a box that is ticked.
const TICKED: &str = "ja";

/// Makes the forms of one page of a case.
#[derive(Debug)]
pub(crate) struct Forms<'a> {
    /// The voice.
    pub(crate) voice: Voice,
    /// The case.
    pub(crate) case: &'a Case,
    /// Date and hour in Denmark.
    pub(crate) now: DateTime,
    /// The law's last day for an offer, for the note of that form.
    pub(crate) offer_by: Option<Date>,
    /// The key that every form of the page carries.
    pub(crate) key: Token,
    /// The form that comes back.
    pub(crate) returned: Option<&'a Returned>,
}

/// When an act happened: the key of the question, and whether the hour is asked for.
enum Happened {
    On(&'static str),
    At(&'static str),
    /// Nobody is asked: a reading, a decision or a correction is made as it is sent, and a discharge has its own day.
    Now,
}

fn happened(kind: ActKind) -> Happened {
    match kind {
        ActKind::RecordFirstContact => Happened::At("when-contact"),
        ActKind::RecordContactAttempt => Happened::At("when-attempt"),
        ActKind::OfferStart => Happened::On("when-offer"),
        ActKind::DeclineOffer => Happened::On("when-declined"),
        ActKind::WithdrawOffer => Happened::On("when-withdrawn"),
        ActKind::InformOfChoice | ActKind::InformOfPrivateChoice => Happened::On("when-informed"),
        ActKind::ChooseProvider => Happened::On("when-chosen"),
        ActKind::HoldTraining => Happened::On("when-trained"),
        ActKind::AssessLevel | ActKind::ReviewCourse => Happened::On("when-assessed"),
        ActKind::RecordReadmission => Happened::On("when-admitted"),
        ActKind::RecordDischargeAgain => Happened::On("when-discharged"),
        ActKind::ConfirmDischarge
        | ActKind::ReadStartLimit
        | ActKind::DecideSecondPlan
        | ActKind::MarkInError
        | ActKind::RefusePlan
        | ActKind::ChangePlanType => Happened::Now,
    }
}

/// Whether the form of an act has this field.
pub(super) fn asks(kind: ActKind, field: &str) -> bool {
    let of_the_act = fields_of(kind).iter().any(|asked| asked.name == field);
    of_the_act || (field == HAPPENED_ON && !matches!(happened(kind), Happened::Now))
}

/// What a form is about, where the page has one for each of several: the field's name, and its value.
pub(super) type About<'a> = Option<(&'static str, &'a str)>;

impl Forms<'_> {
    /// An act with its form.
    pub(super) fn act(&self, kind: ActKind, rank: Rank) -> ActView {
        let form = self.form(kind, None, rank);
        let label = kind.title(self.voice.language).to_owned();
        ActView { label, about: None, rank, way: Way::Form(form) }
    }

    /// The first contact and the attempt in one form of two buttons, so that a call takes two presses whatever came of it.
    pub(super) fn contact(&self, rank: Rank) -> ActView {
        let (talked, no_answer) = (ActKind::RecordFirstContact, ActKind::RecordContactAttempt);
        let mut form = self.form(talked, None, rank);
        form.open |= self.returned.is_some_and(|returned| returned.kind == no_answer);
        let said = |key| self.voice.say(key).to_string();
        form.submits = vec![
            Submit { label: said("contact-talked"), rank: submit_rank(rank), sends: None, to: None },
            Submit {
                label: said("contact-no-answer"),
                rank: Rank::Secondary,
                sends: None,
                to: Some(self.address(no_answer)),
            },
        ];
        ActView { label: said("contact-record"), about: None, rank, way: Way::Form(form) }
    }

    /// The correction of one event.
    pub(super) fn correction(&self, recorded: &Recorded) -> ActView {
        let number = recorded.number.to_string();
        let mut form = self.form(ActKind::MarkInError, Some(("number", &number)), Rank::Secondary);
        form.note = Some(self.voice.say("correct-note").to_string());
        let what = recorded.event.say(self.voice.language);
        let about = Some(self.voice.say("correct-about").with("what", what).to_string());
        ActView { label: self.voice.say("correct").to_string(), about, rank: Rank::Plain, way: Way::Form(form) }
    }

    /// The form of an act. With `about`, of one of several: the field is filled in, and not asked for.
    pub(super) fn form(&self, kind: ActKind, about: About<'_>, rank: Rank) -> Form {
        let returned = self.returned.filter(|returned| {
            returned.kind == kind && about.is_none_or(|(field, value)| returned.is_about(field, value))
        });
        let filling = Filling { forms: self, kind, returned };
        let mut fields = vec![filling.hidden(SEEN, self.seen())];
        fields.extend(filling.happened());
        fields.extend(fields_of(kind).iter().map(|asked| match about {
            Some((name, value)) if name == asked.name => filling.hidden(name, value.to_owned()),
            _ => filling.field(asked),
        }));
        Form {
            id: id(kind, about),
            action: self.address(kind),
            key: self.key.to_string(),
            intro: self.intro(kind),
            fields,
            submits: vec![Submit {
                label: self.voice.say("act-save").to_string(),
                rank: submit_rank(rank),
                sends: None,
                to: None,
            }],
            note: self.note(kind),
            open: returned.is_some(),
        }
    }

    fn address(&self, kind: ActKind) -> String {
        format!("{}/{}", super::href(self.case.id()), kind.word())
    }

    fn seen(&self) -> String {
        self.case.history().last().map_or_else(|| "0".to_owned(), |last| last.number.to_string())
    }

    fn intro(&self, kind: ActKind) -> Option<String> {
        let words = self.case.plan().0.deadline.as_ref().filter(|_| kind == ActKind::ReadStartLimit)?;
        Some(self.voice.say("start-limit-words").with("words", words.as_written()).to_string())
    }

    fn note(&self, kind: ActKind) -> Option<String> {
        match kind {
            ActKind::OfferStart => {
                let by = self.offer_by?;
                Some(self.voice.say("offer-note").with("due", self.voice.full(&by).to_string()).to_string())
            }
            ActKind::ReadStartLimit if suggestion::of(self.case, self.now.date()).is_some() => {
                Some(self.voice.say("start-limit-note").to_string())
            }
            _ => None,
        }
    }
}

/// The id of a form in the page.
pub(super) fn id(kind: ActKind, about: About<'_>) -> String {
    let word = kind.word().replace('_', "-");
    about.map_or_else(|| word.clone(), |(_, value)| format!("{word}-{value}"))
}

/// A button that saves is a button, also where its act is a link.
fn submit_rank(rank: Rank) -> Rank {
    match rank {
        Rank::Primary => Rank::Primary,
        Rank::Secondary | Rank::Plain => Rank::Secondary,
    }
}

/// Fills in one form.
struct Filling<'f> {
    forms: &'f Forms<'f>,
    kind: ActKind,
    returned: Option<&'f Returned>,
}

impl Filling<'_> {
    fn hidden(&self, name: &str, value: String) -> Field {
        let error = self.error(name);
        Field { name: name.to_owned(), label: String::new(), hint: None, error, kind: FieldKind::Hidden(value) }
    }

    /// When it happened: today is filled in, and for a contact the hour, since most are recorded as they happen.
    fn happened(&self) -> Vec<Field> {
        let (key, with_hour) = match happened(self.kind) {
            Happened::Now => return Vec::new(),
            Happened::On(key) => (key, false),
            Happened::At(key) => (key, true),
        };
        let voice = self.forms.voice;
        let now = self.forms.now;
        let day = self.value(HAPPENED_ON, || Some(typed(now.date())));
        let mut fields = vec![Field {
            name: HAPPENED_ON.into(),
            label: voice.say(key).to_string(),
            hint: Some(voice.say("field-date-hint").to_string()),
            error: self.error(HAPPENED_ON),
            kind: FieldKind::Short(day),
        }];
        if with_hour {
            let hour = self.value(HAPPENED_AT, || Some(format!("{}.{:02}", now.hour(), now.minute())));
            fields.push(Field {
                name: HAPPENED_AT.into(),
                label: voice.say("field-hour").to_string(),
                hint: None,
                error: self.error(HAPPENED_AT),
                kind: FieldKind::Short(hour),
            });
        }
        fields
    }

    fn field(&self, asked: &'static Asked) -> Field {
        let voice = self.forms.voice;
        let value = self.value(asked.name, || self.preset(asked.name));
        let kind = match asked.kind {
            Kind::Date => FieldKind::Short(value),
            // Which case or event it is stands in the form already, where it has only one.
            Kind::Line | Kind::Case | Kind::Event => FieldKind::Line(value),
            Kind::Lines => FieldKind::Text(value),
            Kind::Tick => FieldKind::Tick(Choice::new(TICKED, "").chosen_if(!value.is_empty())),
            Kind::Choice(choices) => FieldKind::One(
                choices
                    .iter()
                    .map(|choice| Choice::new(choice.word, capital(choice.say(voice.language))))
                    .map(|choice| Choice { chosen: choice.value == value, ..choice })
                    .collect(),
            ),
            Kind::Municipality => FieldKind::Select(municipalities(&value)),
        };
        let hint = matches!(asked.kind, Kind::Date).then(|| voice.say("field-date-hint").to_string());
        Field {
            name: asked.name.into(),
            label: asked.label(voice.language).into(),
            hint,
            error: self.error(asked.name),
            kind,
        }
    }

    /// What was sent where the form comes back, else what is filled in from the start.
    fn value(&self, name: &str, preset: impl FnOnce() -> Option<String>) -> String {
        match self.returned {
            Some(returned) => returned.sent.get(name).unwrap_or_default().to_owned(),
            None => preset().unwrap_or_default(),
        }
    }

    /// What the field holds from the start. Nobody's judgement is filled in.
    fn preset(&self, name: &str) -> Option<String> {
        let (case, today) = (self.forms.case, self.forms.now.date());
        match (self.kind, name) {
            (ActKind::RecordFirstContact | ActKind::RecordContactAttempt, "by") => Some("telephone".into()),
            (ActKind::ConfirmDischarge, "on") => {
                case.plan().0.contact.end.on().filter(|expected| *expected <= today).map(typed)
            }
            (ActKind::ReadStartLimit, "meaning") => {
                suggestion::of(case, today).map(|suggested| suggested.meaning.to_owned())
            }
            (ActKind::ReadStartLimit, "on") => suggestion::of(case, today).map(|suggested| typed(suggested.on)),
            _ => None,
        }
    }

    fn error(&self, name: &str) -> Option<String> {
        self.returned.and_then(|returned| returned.fault(name)).map(ToOwned::to_owned)
    }
}

/// A date as people type it.
fn typed(day: Date) -> String {
    format!("{}/{} {}", day.day(), day.month(), day.year())
}

fn municipalities(chosen: &str) -> Vec<Choice> {
    let mut names: Vec<&str> =
        MunicipalityCode::all().filter(|code| code.has_council()).map(MunicipalityCode::name).collect();
    names.sort_unstable();
    let choices = names.into_iter().map(|name| Choice::new(name, name).chosen_if(name == chosen));
    std::iter::once(Choice::default()).chain(choices).collect()
}
