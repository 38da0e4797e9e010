//! How names are made comparable, so that *Ågård*, *aagaard* and *AAGAARD* find each other.

/// The words of a text as they are searched for: small letters, `å`, `æ` and `ø` spelt out, accents gone, split at everything that is
/// neither letter nor digit. Each word once, in order of the alphabet.
pub fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = fold(text).split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect();
    words.retain(|word| !word.is_empty());
    words.sort_unstable();
    words.dedup();
    words
}

fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len() + 8);
    for letter in text.chars().flat_map(char::to_lowercase) {
        match plain(letter) {
            Some(plain) => folded.push_str(plain),
            None => folded.push(letter),
        }
    }
    folded
}

/// What stands for a letter that not every keyboard has. A letter followed by a combining accent loses the accent.
fn plain(letter: char) -> Option<&'static str> {
    Some(match letter {
        'å' => "aa",
        'æ' | 'ä' => "ae",
        'ø' | 'ö' => "oe",
        // The ring is that of a decomposed å, which must end up as the letter does.
        'à' | 'á' | 'â' | 'ã' | '\u{30a}' => "a",
        'ç' | 'č' | 'ć' => "c",
        'đ' | 'ð' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ě' => "e",
        'ì' | 'í' | 'î' | 'ï' | 'ı' => "i",
        'ł' => "l",
        'ñ' | 'ń' => "n",
        'ò' | 'ó' | 'ô' | 'õ' => "o",
        'ß' => "ss",
        'ş' | 'š' | 'ś' => "s",
        'ù' | 'ú' | 'û' | 'ü' => "u",
        'ý' | 'ÿ' => "y",
        'ž' | 'ź' | 'ż' => "z",
        'ğ' => "g",
        'þ' => "th",
        '\u{300}'..='\u{36f}' | '\'' | '’' => "",
        _ => return None,
    })
}

/// The bounds between which every word with this beginning lies: from the prefix itself, up to but without the second.
///
/// `char::MAX` sorts after every letter, in UTF-8's order of bytes as well.
pub(crate) fn prefix_range(prefix: &str) -> (String, String) {
    (prefix.to_owned(), format!("{prefix}{}", char::MAX))
}
