//! Dates and lists in words.

use crate::Language;

pub use crate::calendar::date_with_weekday as date;

/// Words joined as one says them: `a, b og c`.
pub fn list<S: AsRef<str>>(words: &[S], language: Language) -> String {
    match words {
        [] => String::new(),
        [one] => one.as_ref().into(),
        [rest @ .., last] => {
            let rest: Vec<&str> = rest.iter().map(AsRef::as_ref).collect();
            format!("{} {} {}", rest.join(", "), language.pick("og", "and"), last.as_ref())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::list;
    use crate::Language::Danish;

    #[test]
    fn a_list_ends_with_og() {
        assert_eq!(list(&["a", "b", "c"], Danish), "a, b og c");
        assert_eq!(list(&["a"], Danish), "a");
    }
}
