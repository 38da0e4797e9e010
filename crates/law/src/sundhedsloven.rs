//! Sundhedsloven: the hospital's plan (§ 84), the municipality's training (§ 140) and transport to it (§ 171).

pub mod s084;
pub mod s140;
pub mod s140_choice;
pub mod s140_offer;
pub mod s140_region;
pub mod s140_seven_days;
pub mod s171;
