//! Sentences in both languages with places to be filled: `{1}`, `{2}` and so on, in that order.

use law::Language;

/// A sentence in Danish and in English.
pub(crate) type Words = [&'static str; 2];

/// Fills the places of a sentence, one after the other: what is filled in is never looked through for places again.
pub(crate) fn fill([danish, english]: Words, places: &[&dyn ToString], language: Language) -> String {
    let mut out = String::new();
    let mut rest = language.pick(danish, english);
    for (at, place) in (1..).zip(places) {
        let Some((before, after)) = rest.split_once(&format!("{{{at}}}")) else { break };
        out.push_str(before);
        out.push_str(&place.to_string());
        rest = after;
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use law::Language;

    use super::fill;

    #[test]
    fn words_of_a_plan_that_look_like_a_place_are_left_alone() {
        assert_eq!(fill(["»{1}« og {2}", ""], &[&"se {2}", &"mere"], Language::Danish), "»se {2}« og mere");
    }
}
