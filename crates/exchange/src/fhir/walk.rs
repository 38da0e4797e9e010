//! Going through a report: what is there, what should be, and what may not be.

use jiff::civil::Date;
use serde_json::{Map, Value};

use super::codes::CodeList;
use super::problem::{Problem, Shape};
use super::time::{ReportedTime, read_day};
use crate::{Finding, Place, Problem as Any};

/// All of them refuse the report, so that what is left out changes nothing.
const MOST_FINDINGS: usize = 100;

/// What any resource may have beside its own elements. None of it changes what the resource says.
const ON_ANY_RESOURCE: [&str; 5] = ["resourceType", "id", "meta", "language", "text"];

/// An object of the report, and the way to it.
#[derive(Clone, Debug)]
pub(super) struct Object<'a> {
    fields: &'a Map<String, Value>,
    pub(super) path: String,
}

impl<'a> Object<'a> {
    pub(super) fn get(&self, name: &str) -> Option<&'a Value> {
        self.fields.get(name)
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.fields.contains_key(name)
    }

    pub(super) fn path_of(&self, name: &str) -> String {
        format!("{}.{name}", self.path)
    }

    /// A text of an element, without a finding where there is none.
    pub(super) fn peek(&self, name: &str) -> Option<&'a str> {
        self.get(name)?.as_str()
    }
}

/// What was found on the way.
#[derive(Debug)]
pub(super) struct Findings {
    pub(super) found: Vec<Finding>,
    /// The day on which the report was received.
    pub(super) received_on: Date,
}

impl Findings {
    /// Each finding once, and no more than somebody can mend at a time.
    pub(super) fn add(&mut self, problem: Problem, path: impl Into<String>) {
        let finding = Any::from(problem).at(Place { line: None, path: path.into() });
        if self.found.len() < MOST_FINDINGS && !self.found.contains(&finding) {
            self.found.push(finding);
        }
    }

    pub(super) fn object<'a>(&mut self, value: &'a Value, path: impl Into<String>) -> Option<Object<'a>> {
        let path = path.into();
        if let Value::Object(fields) = value {
            Some(Object { fields, path })
        } else {
            self.add(Problem::WrongShape { expected: Shape::Object }, path);
            None
        }
    }

    /// Names every element of an object that may not be there.
    pub(super) fn only(&mut self, object: &Object<'_>, allowed: &[&str]) {
        for name in object.fields.keys().filter(|name| !allowed.contains(&name.as_str())) {
            self.add(Problem::NotAllowed, object.path_of(name));
        }
    }

    /// The same for a resource, which has some elements by being one.
    pub(super) fn only_on_resource(&mut self, resource: &Object<'_>, allowed: &[&str]) {
        self.only(resource, &[&ON_ANY_RESOURCE, allowed].concat());
    }

    /// An element that has to be there.
    pub(super) fn required<'a>(&mut self, parent: &Object<'a>, name: &str) -> Option<&'a Value> {
        let value = parent.get(name);
        if value.is_none() {
            self.add(Problem::Missing, parent.path_of(name));
        }
        value
    }

    /// An object within another one, where it is there.
    pub(super) fn inner<'a>(&mut self, parent: &Object<'a>, name: &str) -> Option<Object<'a>> {
        self.object(parent.get(name)?, parent.path_of(name))
    }

    pub(super) fn required_inner<'a>(&mut self, parent: &Object<'a>, name: &str) -> Option<Object<'a>> {
        let value = self.required(parent, name)?;
        self.object(value, parent.path_of(name))
    }

    /// The objects of a list, where it is there.
    pub(super) fn list<'a>(&mut self, parent: &Object<'a>, name: &str) -> Vec<Object<'a>> {
        let Some(value) = parent.get(name) else { return Vec::new() };
        let path = parent.path_of(name);
        let Value::Array(items) = value else {
            self.add(Problem::WrongShape { expected: Shape::List }, path);
            return Vec::new();
        };
        if items.is_empty() {
            self.add(Problem::Missing, path);
            return Vec::new();
        }
        items.iter().enumerate().filter_map(|(number, item)| self.object(item, format!("{path}[{number}]"))).collect()
    }

    /// The only object of a list; a finding where there is none or there are more.
    pub(super) fn only_item<'a>(&mut self, parent: &Object<'a>, name: &str) -> Option<Object<'a>> {
        self.required(parent, name)?;
        self.at_most_one(parent, name)
    }

    /// The only object of a list that may be left out.
    pub(super) fn at_most_one<'a>(&mut self, parent: &Object<'a>, name: &str) -> Option<Object<'a>> {
        let items = self.list(parent, name);
        if items.len() > 1 {
            self.add(Problem::TooMany { most: 1 }, parent.path_of(name));
        }
        items.into_iter().next()
    }

    /// A text that is not empty, where the element is there.
    pub(super) fn text<'a>(&mut self, parent: &Object<'a>, name: &str) -> Option<&'a str> {
        let text = parent.get(name)?.as_str().filter(|text| !text.trim().is_empty());
        if text.is_none() {
            self.add(Problem::WrongShape { expected: Shape::Text }, parent.path_of(name));
        }
        text
    }

    pub(super) fn required_text<'a>(&mut self, parent: &Object<'a>, name: &str) -> Option<&'a str> {
        self.required(parent, name)?;
        self.text(parent, name)
    }

    pub(super) fn boolean(&mut self, parent: &Object<'_>, name: &str) -> Option<bool> {
        let value = parent.get(name)?;
        if !value.is_boolean() {
            self.add(Problem::WrongShape { expected: Shape::TrueOrFalse }, parent.path_of(name));
        }
        value.as_bool()
    }

    /// A text of which only one is right.
    pub(super) fn fixed(&mut self, parent: &Object<'_>, name: &str, expected: &'static str) {
        if let Some(found) = self.required_text(parent, name)
            && found != expected
        {
            self.add(Problem::WrongValue { expected, found: found.to_owned() }, parent.path_of(name));
        }
    }

    /// A code that stands by itself, as FHIR's own lists do.
    pub(super) fn bare_code<T: Copy>(&mut self, parent: &Object<'_>, name: &str, list: &CodeList<T>) -> Option<T> {
        let code = self.required_text(parent, name)?;
        self.meaning(code, list, parent.path_of(name))
    }

    fn meaning<T: Copy>(&mut self, code: &str, list: &CodeList<T>, path: String) -> Option<T> {
        let meaning = list.meaning(code);
        if meaning.is_none() {
            self.add(Problem::UnknownCode { list: list.name, found: code.to_owned() }, path);
        }
        meaning
    }

    /// A coding with its system, from one list.
    pub(super) fn coding<T: Copy>(
        &mut self,
        coding: &Object<'_>,
        system: &'static str,
        list: &CodeList<T>,
    ) -> Option<T> {
        self.only(coding, &["system", "code", "display"]);
        self.fixed(coding, "system", system);
        let code = self.required_text(coding, "code")?;
        self.meaning(code, list, coding.path_of("code"))
    }

    /// A concept with exactly one coding, from one list.
    pub(super) fn concept<T: Copy>(
        &mut self,
        concept: &Object<'_>,
        system: &'static str,
        list: &CodeList<T>,
    ) -> Option<T> {
        self.only(concept, &["coding"]);
        let coding = self.only_item(concept, "coding")?;
        self.coding(&coding, system, list)
    }

    /// A date to the day.
    pub(super) fn day(&mut self, parent: &Object<'_>, name: &str) -> Option<Date> {
        let found = self.text(parent, name)?;
        let day = read_day(found);
        if day.is_none() {
            self.add(Problem::ImpossibleTime { found: found.to_owned() }, parent.path_of(name));
        }
        day
    }

    /// A date or an instant.
    pub(super) fn time(&mut self, parent: &Object<'_>, name: &str) -> Option<ReportedTime> {
        let found = self.text(parent, name)?;
        let time = ReportedTime::read(found);
        if time.is_none() {
            self.add(Problem::ImpossibleTime { found: found.to_owned() }, parent.path_of(name));
        }
        time
    }

    pub(super) fn required_time(&mut self, parent: &Object<'_>, name: &str) -> Option<ReportedTime> {
        self.required(parent, name)?;
        self.time(parent, name)
    }

    /// A day that had to have come when the report was received.
    pub(super) fn not_ahead(&mut self, day: Date, path: String) {
        if day > self.received_on {
            self.add(Problem::Ahead { day, received: self.received_on }, path);
        }
    }

    /// The extensions of an object with one address. Others are left alone: an extension adds, and never changes.
    pub(super) fn extensions<'a>(&mut self, parent: &Object<'a>, url: &str) -> Vec<Object<'a>> {
        self.list(parent, "extension").into_iter().filter(|extension| extension.peek("url") == Some(url)).collect()
    }

    /// The only extension with an address, where there is one.
    pub(super) fn extension<'a>(&mut self, parent: &Object<'a>, url: &str) -> Option<Object<'a>> {
        let found = self.extensions(parent, url);
        if found.len() > 1 {
            self.add(Problem::TooMany { most: 1 }, parent.path_of("extension"));
        }
        found.into_iter().next()
    }
}
