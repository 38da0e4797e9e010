//! Numbers as people read them: `1.250,50 kr.` in Danish, `DKK 1,250.50` in English.

use crate::{language::Language, text::Voice};

impl Voice {
    /// A whole number, its thousands apart.
    pub fn number(self, value: &u64) -> String {
        let mark = match self.language {
            Language::Danish => '.',
            Language::English => ',',
        };
        let digits = value.to_string();
        let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                grouped.push(mark);
            }
            grouped.push(digit);
        }
        grouped
    }

    /// An amount of money, given in øre.
    pub fn amount(self, oere: &u64) -> String {
        let (kroner, oere) = (self.number(&(oere / 100)), oere % 100);
        match self.language {
            Language::Danish => format!("{kroner},{oere:02}\u{a0}kr."),
            Language::English => format!("DKK\u{a0}{kroner}.{oere:02}"),
        }
    }
}
