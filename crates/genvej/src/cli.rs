//! The command line: what can be asked and done. The words of commands and fields are English, as in files; what is said of them here
//! is Danish, and `words` has the English.

pub(crate) mod read;
pub(crate) mod words;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::Timestamp;
use jiff::civil::Date;

/// Genvej: fra sygehusets plan til genvunden førlighed.
#[derive(Debug, Parser)]
#[command(
    name = "genvej",
    version,
    disable_help_subcommand = true,
    disable_help_flag = true,
    disable_version_flag = true
)]
#[command(arg_required_else_help = true)]
pub(crate) struct Cli {
    /// Hvad alle kommandoer kan få med.
    #[command(flatten)]
    pub(crate) common: Common,
    /// Kommandoen.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// Hvad alle kommandoer kan få med.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Fælles valg")]
pub(crate) struct Common {
    /// Databasens fil
    #[arg(
        long,
        global = true,
        env = "GENVEJ_DB",
        hide_env_values = true,
        default_value = "genvej.db",
        value_name = "FIL"
    )]
    pub(crate) db: PathBuf,
    /// Hvad klokken er, f.eks. 2026-04-07T09:00:00+02:00 (ellers maskinens ur)
    #[arg(long, global = true, env = "GENVEJ_NOW", hide_env_values = true, value_name = "TIDSPUNKT", value_parser = read::instant)]
    pub(crate) now: Option<Timestamp>,
    /// Kommunens nummer
    #[arg(
        long,
        global = true,
        env = "GENVEJ_MUNICIPALITY",
        hide_env_values = true,
        default_value = "0860",
        value_name = "NUMMER"
    )]
    pub(crate) municipality: String,
    /// Sekunder at vente, når et andet program bruger databasen
    #[arg(
        long,
        global = true,
        env = "GENVEJ_WAIT",
        hide_env_values = true,
        default_value_t = 5,
        value_parser = clap::value_parser!(u16).range(..=600),
        value_name = "SEKUNDER"
    )]
    pub(crate) wait: u16,
    /// Sprog i det, der skrives: da eller en
    #[arg(long, global = true, env = "GENVEJ_LANG", hide_env_values = true, value_enum, default_value_t = Lang::Da, value_name = "SPROG")]
    pub(crate) lang: Lang,
    /// Svar som JSON
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// Vis hjælp
    #[arg(short, long, global = true, action = clap::ArgAction::Help)]
    help: Option<bool>,
    /// Vis programmets version
    #[arg(short = 'V', long, action = clap::ArgAction::Version)]
    version: Option<bool>,
}

/// Et sprog.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Lang {
    /// Dansk
    Da,
    /// Engelsk
    En,
}

/// En kommando.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Svar på, hvad loven siger om nogle oplysninger på en dato
    Assess(AssessArgs),
    /// Spørg dig frem til, hvad du har ret til
    Ask {
        /// Datoen, der spørges om (ellers i dag)
        #[arg(long, value_name = "DATO", value_parser = read::date)]
        as_of: Option<Date>,
    },
    /// Vis alle oplysninger, som loven spørger om
    Facts,
    /// Vis et års helligdage
    Calendar {
        /// Året
        #[arg(value_name = "ÅR", value_parser = read::year)]
        year: i16,
    },
    /// Regn med dage
    #[command(subcommand)]
    Days(DaysCommand),
    /// Se på en genoptræningsplan
    #[command(subcommand)]
    Plan(PlanCommand),
    /// Tag planer og leveringsrapporter ind
    Import {
        /// Filerne
        #[arg(required = true, value_name = "FIL")]
        files: Vec<PathBuf>,
    },
    /// Se sager
    #[command(subcommand)]
    Case(CaseCommand),
    /// Vis, hvad der skyldes, i alle sager
    Duties {
        /// Dagen (ellers i dag)
        #[arg(long, value_name = "DATO", value_parser = read::date)]
        on: Option<Date>,
        /// Kun det, der er overskredet
        #[arg(long)]
        overdue: bool,
    },
    /// Gør noget i en sag
    Do(DoArgs),
    /// Efterprøv, at hele journalen er, som den blev skrevet
    #[command(
        after_help = "Brugerne og loggen over, hvem der har åbnet sager, står ikke i kæden og efterprøves ikke. Er noget galt, skrives intet kontrolpunkt."
    )]
    Verify {
        /// Skriv et kontrolpunkt til en fil, som gemmes et andet sted
        #[arg(long, value_name = "FIL")]
        write_checkpoint: Option<PathBuf>,
        /// Sammenlign med et kontrolpunkt
        #[arg(long, value_name = "FIL")]
        against: Option<PathBuf>,
    },
    /// Lav listerne på ny ud fra journalen
    Rebuild,
    /// Lav en database med opdigtede borgere og brugere
    Demo {
        /// Dagen, som fristerne ligger omkring (ellers i dag)
        #[arg(long, value_name = "DATO", value_parser = read::date)]
        around: Option<Date>,
    },
    /// Brugere
    #[command(subcommand)]
    User(UserCommand),
    /// Vis siderne
    Serve(ServeArgs),
}

/// Siderne.
#[derive(Debug, Args)]
pub(crate) struct ServeArgs {
    /// Adressen
    #[arg(
        long,
        env = "GENVEJ_LISTEN",
        hide_env_values = true,
        default_value = "127.0.0.1:8080",
        value_name = "ADRESSE",
        value_parser = read::address
    )]
    pub(crate) listen: std::net::SocketAddr,
    /// Fil med nøglen til cookies (mindst 64 tegn); uden den gælder login kun, til programmet stopper
    #[arg(long, env = "GENVEJ_KEY_FILE", hide_env_values = true, value_name = "FIL")]
    pub(crate) key_file: Option<PathBuf>,
    /// Siderne nås over TLS, som slutter foran programmet
    #[arg(long)]
    pub(crate) behind_tls: bool,
    /// Den header, hvor serveren foran programmet skriver, hvem der spørger, f.eks. X-Forwarded-For
    #[arg(long, value_name = "HEADER", requires = "behind_tls")]
    pub(crate) source_header: Option<String>,
}

/// Hvad loven skal svare på.
#[derive(Debug, Args)]
pub(crate) struct AssessArgs {
    /// Fil med oplysninger som JSON, eller - for standard ind
    #[arg(value_name = "OPLYSNINGER")]
    pub(crate) facts: PathBuf,
    /// Datoen, der spørges om
    #[arg(long, value_name = "DATO", value_parser = read::date)]
    pub(crate) as_of: Date,
    /// Kvalitetsstandard: et nummer som 001, eller en fil
    #[arg(long, value_name = "STANDARD")]
    pub(crate) standard: Option<String>,
    /// Vis hele begrundelsen
    #[arg(long)]
    pub(crate) why: bool,
}

/// Regning med dage.
#[derive(Debug, Subcommand)]
pub(crate) enum DaysCommand {
    /// Læg dage til en dato
    Add {
        /// Datoen; den tælles ikke med
        #[arg(value_name = "DATO", value_parser = read::date)]
        date: Date,
        /// Hvor mange
        #[arg(value_name = "ANTAL", value_parser = read::count)]
        count: u16,
        /// Tæl kun hverdage
        #[arg(long)]
        working: bool,
    },
    /// Tæl dagene efter den første til og med den anden
    Between {
        /// Den første
        #[arg(value_name = "FRA", value_parser = read::date)]
        from: Date,
        /// Den anden
        #[arg(value_name = "TIL", value_parser = read::date)]
        through: Date,
    },
}

/// Planer.
#[derive(Debug, Subcommand)]
pub(crate) enum PlanCommand {
    /// Tjek, om en plan har det, den skal
    Check {
        /// Planen: MedComs XML, eller oplysninger som JSON
        #[arg(value_name = "FIL")]
        file: PathBuf,
        /// Datoen, planen tjekkes på (ellers i dag)
        #[arg(long, value_name = "DATO", value_parser = read::date)]
        as_of: Option<Date>,
    },
}

/// Sager.
#[derive(Debug, Subcommand)]
pub(crate) enum CaseCommand {
    /// Vis alle sager
    List,
    /// Vis en sag: hvad der er sket, og hvad der skyldes
    Show(ShowArgs),
}

/// En sag, der skal ses.
#[derive(Debug, Args)]
pub(crate) struct ShowArgs {
    /// Sagens nummer, f.eks. 2026-0001
    #[arg(value_name = "SAG")]
    pub(crate) id: String,
    /// Dagen (ellers i dag)
    #[arg(long, value_name = "DATO", value_parser = read::date)]
    pub(crate) on: Option<Date>,
    /// Vis begrundelserne
    #[arg(long)]
    pub(crate) why: bool,
    /// Vis, hvem der har set sagen
    #[arg(long)]
    pub(crate) reads: bool,
    /// Den bruger, der ser sagen; det bliver skrevet ned (ellers står der kommandolinje)
    #[arg(long = "as", value_name = "BRUGER")]
    pub(crate) user: Option<String>,
}

/// Noget, der gøres i en sag.
#[derive(Debug, Args)]
#[command(after_help = "Handlinger og felter: »genvej do SAG hjælp --as BRUGER« viser dem alle.")]
pub(crate) struct DoArgs {
    /// Sagens nummer
    #[arg(value_name = "SAG")]
    pub(crate) case: String,
    /// Handlingen, f.eks. offer_start
    #[arg(value_name = "HANDLING")]
    pub(crate) act: String,
    /// Felter, f.eks. start_on=2026-04-08
    #[arg(value_name = "FELT=VÆRDI")]
    pub(crate) fields: Vec<String>,
    /// Den bruger, der gør det
    #[arg(long = "as", value_name = "BRUGER")]
    pub(crate) user: String,
    /// Dagen, det skete (ellers i dag)
    #[arg(long, value_name = "DATO", value_parser = read::date)]
    pub(crate) happened: Option<Date>,
    /// Mærke, som samme handling kendes på, når den kommer igen
    #[arg(long, value_name = "MÆRKE")]
    pub(crate) key: Option<String>,
}

/// Brugere.
#[derive(Debug, Subcommand)]
pub(crate) enum UserCommand {
    /// Opret en bruger; adgangskoden læses fra GENVEJ_PASSWORD eller standard ind
    Add {
        /// Navnet, der logges ind med
        #[arg(value_name = "BRUGER")]
        id: String,
        /// Brugerens navn
        #[arg(long, value_name = "NAVN")]
        name: String,
        /// Rollen: therapist, case_officer, provider_manager, manager eller administrator
        #[arg(long, value_name = "ROLLE")]
        role: String,
        /// Enheden
        #[arg(long, default_value = "", value_name = "ENHED")]
        unit: String,
    },
    /// Vis brugerne
    List,
}
