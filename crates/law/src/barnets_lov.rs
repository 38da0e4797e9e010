//! Barnets lov, and before 2024 Serviceloven's rules on children.

pub mod route;
