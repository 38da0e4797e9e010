//! Forms: what they ask, as values, so that a form that was refused comes back as it was filled in.

use crate::view::act::Rank;

/// A form. Every form is a `POST` that works without script and carries the session's token and a key of its own, so
/// that the second press of an impatient finger is the same command.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// What the form's elements are called in the page: `kontakt`. Unique in it.
    pub id: String,
    /// Where it is sent.
    pub action: String,
    /// The key of the command that it makes.
    pub key: String,
    /// What to know before one fills it in.
    pub intro: Option<String>,
    /// What it asks.
    pub fields: Vec<Field>,
    /// Its buttons.
    pub submits: Vec<Submit>,
    /// What to know before one presses.
    pub note: Option<String>,
    /// Whether it is unfolded: after a refusal it is.
    pub open: bool,
}

/// A field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name in the request.
    pub name: String,
    /// Its label.
    pub label: String,
    /// What helps to fill it in.
    pub hint: Option<String>,
    /// What is wrong with what was sent.
    pub error: Option<String>,
    /// Its kind, with what is in it.
    pub kind: FieldKind,
}

/// The kinds of field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// Sent along, not shown.
    Hidden(String),
    /// A line.
    Line(String),
    /// A few characters: a date or an hour, as typed.
    Short(String),
    /// A secret, never sent back.
    Secret,
    /// Some sentences.
    Text(String),
    /// One of these, all in sight.
    One(Vec<Choice>),
    /// Any of these.
    Several(Vec<Choice>),
    /// One of these, folded away.
    Select(Vec<Choice>),
    /// A box to tick; the field's label stands beside it.
    Tick(Choice),
}

/// Something to choose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// Its value in the request.
    pub value: String,
    /// What it says.
    pub label: String,
    /// When to choose it.
    pub note: Option<String>,
    /// What follows from it, told before the choice.
    pub consequences: Vec<String>,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// A button of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submit {
    /// What it says.
    pub label: String,
    /// How much it stands out.
    pub rank: Rank,
    /// What pressing it sends, where the form has several.
    pub sends: Option<(String, String)>,
    /// Where pressing it sends the form, where that is not the form's own address.
    pub to: Option<String>,
}

impl Form {
    /// The fields with something wrong, for the message over the page, each with the id to jump to.
    pub fn errors(&self) -> Vec<(String, &str)> {
        self.fields.iter().filter_map(|field| Some((self.target_id(field), field.error.as_deref()?))).collect()
    }

    /// The id of a field's element: `kontakt-skete`.
    pub fn field_id(&self, field: &Field) -> String {
        format!("{}-{}", self.id, field.name)
    }

    /// The id of the element that takes focus: of a choice, its first option.
    fn target_id(&self, field: &Field) -> String {
        let id = self.field_id(field);
        match field.kind {
            FieldKind::One(_) | FieldKind::Several(_) => format!("{id}-1"),
            _ => id,
        }
    }
}

impl Field {
    /// The ids of what describes the field, for `aria-describedby`.
    pub fn described_by(&self, id: &str) -> String {
        let hint = self.hint.as_ref().map(|_| format!("{id}-hint"));
        let error = self.error.as_ref().map(|_| format!("{id}-error"));
        hint.into_iter().chain(error).collect::<Vec<_>>().join(" ")
    }
}

impl Choice {
    /// A choice with a value and what it says.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), ..Self::default() }
    }

    /// The choice, chosen if it is the one.
    #[must_use]
    pub fn chosen_if(mut self, chosen: bool) -> Self {
        self.chosen = chosen;
        self
    }
}

/// What a form sent: names and values in order, names repeated where several were chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sent(Vec<(String, String)>);

impl Sent {
    /// Reads `application/x-www-form-urlencoded`. Never fails: what is no pair has an empty value, and bytes that are no
    /// UTF-8 become replacement characters, which no field accepts as a value.
    pub fn read(body: &[u8]) -> Self {
        Self(form_urlencoded::parse(body).into_owned().collect())
    }

    /// The first value with this name, its blanks cut; nothing where it is empty or not there.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.all(name).map(str::trim).find(|value| !value.is_empty())
    }

    /// Every value with this name, as sent.
    pub fn all<'a, 'n>(&'a self, name: &'n str) -> impl Iterator<Item = &'a str> + use<'a, 'n> {
        self.0.iter().filter(move |(sent, _)| sent == name).map(|(_, value)| value.as_str())
    }

    /// Everything that was sent, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }
}
