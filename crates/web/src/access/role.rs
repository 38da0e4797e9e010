//! The roles in which people use the pages.

/// A role. Authority (who decides and pays) and performer (who trains) are separate everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// Visitator: assesses and grants for the authority.
    CaseOfficer,
    /// Terapeut: ergo- or physiotherapist of a provider.
    Therapist,
    /// Leverandørens leder: leads a provider's work.
    ProviderManager,
    /// Udskrivningskoordinator: ties hospital and municipality together at discharge.
    DischargeCoordinator,
    /// Klagemedarbejder: handles complaints.
    ComplaintsOfficer,
    /// Ledelse: sees the whole, acts in no case.
    Manager,
    /// Tilsyn: controls that the rules are kept.
    Supervisor,
    /// Administrator: users and configuration.
    Administrator,
}

impl Role {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::CaseOfficer,
        Self::Therapist,
        Self::ProviderManager,
        Self::DischargeCoordinator,
        Self::ComplaintsOfficer,
        Self::Manager,
        Self::Supervisor,
        Self::Administrator,
    ];

    /// The key of its name in the texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::CaseOfficer => "role-case-officer",
            Self::Therapist => "role-therapist",
            Self::ProviderManager => "role-provider-manager",
            Self::DischargeCoordinator => "role-discharge-coordinator",
            Self::ComplaintsOfficer => "role-complaints-officer",
            Self::Manager => "role-manager",
            Self::Supervisor => "role-supervisor",
            Self::Administrator => "role-administrator",
        }
    }
}
