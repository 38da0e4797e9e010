//! Serviceloven: training without a hospital's plan (§ 86).

pub mod s086;
