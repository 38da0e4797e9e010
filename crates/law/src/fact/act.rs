//! The act in which a provision stands that a decision can rest on.

use super::DecisionProvision;
use crate::provision::Act;

impl DecisionProvision {
    /// The act; none for advice, which rests on no provision.
    pub fn act(self) -> Option<Act> {
        match self {
            Self::Sul67 | Self::Sul84 | Self::Sul86 | Self::Sul138 | Self::Sul140 | Self::Sul140a | Self::Sul170 => {
                Some(Act::Sul)
            }
            Self::Sel113
            | Self::Sel32
            | Self::Sel36
            | Self::Sel41
            | Self::Sel42
            | Self::Sel44
            | Self::Sel52310
            | Self::Sel83
            | Self::Sel83a
            | Self::Sel84
            | Self::Sel85
            | Self::Sel861
            | Self::Sel862
            | Self::Sel89
            | Self::Sel95
            | Self::Sel96
            | Self::Sel100
            | Self::Sel102
            | Self::Sel117
            | Self::Sel140
            | Self::Sel141 => Some(Act::Sel),
            Self::Bl2831 | Self::Bl32 | Self::Bl8284 | Self::Bl85 | Self::Bl90 | Self::Bl91 => Some(Act::Bl),
            Self::Ael10 => Some(Act::Ael),
            Self::Advice => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::fact::{Choice, DecisionProvision};

    #[test]
    fn the_act_is_the_one_that_the_word_begins_with() {
        for provision in DecisionProvision::ALL {
            let act = provision.act().map(|act| act.abbreviation().to_lowercase().replace('æ', "ae"));
            let word = provision.word().split('_').next().filter(|word| *word != "advice");
            assert_eq!(act.as_deref(), word, "{}", provision.word());
        }
    }
}
