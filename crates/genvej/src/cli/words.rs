//! What the command line says of itself, in both languages, and what it says of arguments that it can't read.

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use clap::{Command, CommandFactory as _};
use law::Language;

use super::Cli;
use super::read::Misread;

/// The language asked for, before anything else is read: from the arguments, else the environment.
pub(crate) fn language_of(arguments: &[String], environment: Option<&str>) -> Language {
    let after = arguments.iter().skip_while(|it| *it != "--lang").nth(1).map(String::as_str);
    let joined = arguments.iter().find_map(|it| it.strip_prefix("--lang="));
    match after.or(joined).or(environment) {
        Some("en") => Language::English,
        _ => Language::Danish,
    }
}

/// The command line with its help in a language.
pub(crate) fn command(language: Language) -> Command {
    said(Cli::command(), "genvej", language)
}

/// A command and all below it, with every text in the language; `path` is how it is called.
fn said(command: Command, path: &str, language: Language) -> Command {
    let names: Vec<String> = command.get_subcommands().map(|it| it.get_name().to_owned()).collect();
    let places: Vec<clap::Id> = command.get_positionals().map(|it| it.get_id().clone()).collect();
    let texts = [command.get_about(), command.get_after_help()]
        .map(|text| text.and_then(|it| look_up(&it.to_string(), language)));
    let mut command = command
        .help_template(language.pick(
            "{about-with-newline}\nBrug: {usage}\n\n{all-args}{after-help}",
            "{about-with-newline}\nUsage: {usage}\n\n{all-args}{after-help}",
        ))
        .subcommand_help_heading(language.pick("Kommandoer", "Commands"))
        .mut_args(|argument| {
            let heading = match (argument.is_positional(), argument.get_help_heading()) {
                (_, Some(_)) => language.pick("Fælles valg", "Common options"),
                (true, None) => language.pick("Angiv", "Arguments"),
                (false, None) => language.pick("Valg", "Options"),
            };
            let help = help_of(&argument, language);
            let name = argument.get_value_names().and_then(|it| it.first()).and_then(|it| look_up(it, language));
            let takes_value = argument.get_action().takes_values();
            let argument = argument.help_heading(heading);
            let argument = help.into_iter().fold(argument, clap::Arg::help);
            // What `clap` would add of them is English; the help has it already.
            let argument = argument.hide_env(true).hide_default_value(takes_value);
            let argument = if takes_value { argument.hide_possible_values(true) } else { argument };
            // Arguments by place stand in their order; `clap` would sort them by name.
            let place = places.iter().position(|id| id == argument.get_id());
            let argument = place.into_iter().fold(argument, clap::Arg::display_order);
            name.into_iter().filter(|_| takes_value).fold(argument, clap::Arg::value_name)
        });
    let [about, after] = texts;
    if let Some(about) = about {
        command = command.about(about);
    }
    if let Some(after) = after {
        command = command.after_help(after);
    }
    for name in names {
        let below = format!("{path} {name}");
        command = command.mut_subcommand(name, |it| said(it, &below, language));
    }
    let usage = usage(&command, path, language);
    command.override_usage(usage)
}

/// How a command is called: `genvej do SAG HANDLING [FELT=VÆRDI...] --as BRUGER [VALG]`.
fn usage(command: &Command, path: &str, language: Language) -> String {
    let name =
        |argument: &clap::Arg| argument.get_value_names().and_then(|it| it.first()).map_or("", |it| it).to_owned();
    let by_place = command.get_positionals().map(|argument| {
        let several = if matches!(argument.get_action(), clap::ArgAction::Append) { "..." } else { "" };
        let name = name(argument);
        if argument.is_required_set() { format!("{name}{several}") } else { format!("[{name}{several}]") }
    });
    let needed = command.get_opts().filter(|argument| argument.is_required_set());
    let by_name = needed.map(|argument| format!("--{} {}", argument.get_long().unwrap_or_default(), name(argument)));
    let below = command.has_subcommands().then(|| language.pick("KOMMANDO", "COMMAND").to_owned());
    let options = language.pick("[VALG]", "[OPTIONS]").to_owned();
    let parts = std::iter::once(path.to_owned()).chain(by_place).chain(by_name).chain(below).chain([options]);
    parts.collect::<Vec<_>>().join(" ")
}

/// An argument's help, with the variable of the environment that gives it too, and what it is where nothing is given.
fn help_of(argument: &clap::Arg, language: Language) -> Option<String> {
    let help = look_up(&argument.get_help()?.to_string(), language)?;
    let variable = argument.get_env().map(|name| format!("{} {}", language.pick("også", "or"), name.to_string_lossy()));
    let default =
        argument.get_default_values().first().filter(|value| argument.get_action().takes_values() && !value.is_empty());
    let default = default.map(|value| format!("{} {}", language.pick("ellers", "otherwise"), value.to_string_lossy()));
    let more = variable.into_iter().chain(default).collect::<Vec<_>>().join("; ");
    Some(if more.is_empty() { help.to_owned() } else { format!("{help} [{more}]") })
}

/// A text of the command line in a language.
fn look_up(danish: &str, language: Language) -> Option<&'static str> {
    ENGLISH.iter().find(|(text, _)| *text == danish).map(|(danish, english)| language.pick(danish, english))
}

/// What was wrong with the arguments, and how to mend it. Help that was asked for is no fault.
pub(crate) fn mishap(fault: &Error, language: Language) -> String {
    let what = match fault.kind() {
        ErrorKind::ValueValidation | ErrorKind::InvalidValue => wrong_value(fault),
        ErrorKind::InvalidSubcommand => {
            let word = context(fault, ContextKind::InvalidSubcommand);
            meant(
                fault,
                ContextKind::SuggestedSubcommand,
                [format!("»{word}« er ingen kommando."), format!("»{word}« is no command.")],
            )
        }
        ErrorKind::UnknownArgument => {
            let word = argument(fault);
            meant(
                fault,
                ContextKind::SuggestedArg,
                [format!("»{word}« hører ikke til her."), format!("»{word}« does not belong here.")],
            )
        }
        ErrorKind::MissingRequiredArgument => {
            let needed = argument(fault);
            [format!("Der mangler: {needed}."), format!("Missing: {needed}.")]
        }
        ErrorKind::ArgumentConflict => {
            let word = argument(fault);
            [format!("»{word}« står to gange."), format!("»{word}« stands twice.")]
        }
        ErrorKind::InvalidUtf8 => [
            "Der står bytes, som ikke er nogen tekst. Skriv i UTF-8.".into(),
            "There are bytes that are no text. Write in UTF-8.".into(),
        ],
        _ => ["Det kan ikke læses.".into(), fault.to_string()],
    };
    let advice =
        language.pick("»genvej --help« viser, hvad der kan skrives.", "»genvej --help« shows what can be written.");
    format!("{} {advice}", language.pick(&what[0], &what[1]))
}

fn wrong_value(fault: &Error) -> [String; 2] {
    let (argument, value) = (argument(fault), context(fault, ContextKind::InvalidValue));
    if value.is_empty() {
        return [format!("Der mangler noget efter {argument}."), format!("Something is missing after {argument}.")];
    }
    let reason = std::error::Error::source(fault).and_then(|reason| reason.downcast_ref::<Misread>());
    let valid = context(fault, ContextKind::ValidValue);
    let said = |language: Language, words: String| match (reason, valid.as_str()) {
        (Some(reason), _) => format!("{words} {}", reason.say(language)),
        (None, "") => words,
        (None, valid) => format!("{words} {}: {valid}.", language.pick("Skriv en af disse", "Write one of these")),
    };
    [
        said(Language::Danish, format!("»{value}« kan ikke bruges som {argument}.")),
        said(Language::English, format!("»{value}« can't be used as {argument}.")),
    ]
}

/// The fault with the word that comes nearest, where one does.
fn meant(fault: &Error, kind: ContextKind, words: [String; 2]) -> [String; 2] {
    let nearest = context(fault, kind);
    // The parser names several, the likeliest last.
    match nearest.rsplit(", ").next() {
        None | Some("") => words,
        Some(nearest) => {
            let [danish, english] = words;
            [format!("{danish} Mente du »{nearest}«?"), format!("{english} Did you mean »{nearest}«?")]
        }
    }
}

/// The argument or arguments that a fault is about, as one writes them.
fn argument(fault: &Error) -> String {
    context(fault, ContextKind::InvalidArg).replace(['<', '>'], "").trim_end_matches("...").to_owned()
}

fn context(fault: &Error, kind: ContextKind) -> String {
    match fault.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    }
}

/// Each text of the command line, and the same in English.
const ENGLISH: &[(&str, &str)] = &[
    ("Genvej: fra sygehusets plan til genvunden førlighed", "Genvej: from the hospital's plan to regained ability"),
    // What every command may be given.
    ("Databasens fil", "The database's file"),
    (
        "Hvad klokken er, f.eks. 2026-04-07T09:00:00+02:00 (ellers maskinens ur)",
        "What time it is, e.g. 2026-04-07T09:00:00+02:00 (otherwise the machine's clock)",
    ),
    ("Kommunens nummer", "The municipality's number"),
    (
        "Sekunder at vente, når et andet program bruger databasen",
        "Seconds to wait while another program uses the database",
    ),
    ("Sprog i det, der skrives: da eller en", "The language of what is written: da or en"),
    ("Svar som JSON", "Answer as JSON"),
    ("Vis hjælp", "Show help"),
    ("Vis programmets version", "Show the program's version"),
    // Questions to the law.
    ("Svar på, hvad loven siger om nogle oplysninger på en dato", "Answer what the law says of some facts on a date"),
    ("Fil med oplysninger som JSON, eller - for standard ind", "File with facts as JSON, or - for standard input"),
    ("Datoen, der spørges om", "The date that is asked about"),
    ("Kvalitetsstandard: et nummer som 001, eller en fil", "Quality standard: a number such as 001, or a file"),
    ("Vis hele begrundelsen", "Show the whole reasoning"),
    ("Spørg dig frem til, hvad du har ret til", "Be asked, and told what you have a right to"),
    ("Datoen, der spørges om (ellers i dag)", "The date that is asked about (otherwise today)"),
    ("Vis alle oplysninger, som loven spørger om", "Show all facts that the law asks about"),
    ("Vis et års helligdage", "Show a year's public holidays"),
    ("Året", "The year"),
    ("Regn med dage", "Count days"),
    ("Læg dage til en dato", "Add days to a date"),
    ("Datoen; den tælles ikke med", "The date; it is not counted"),
    ("Hvor mange", "How many"),
    ("Tæl kun hverdage", "Count working days only"),
    (
        "Tæl dagene efter den første til og med den anden",
        "Count the days after the first up to and including the second",
    ),
    ("Den første", "The first"),
    ("Den anden", "The second"),
    ("Se på en genoptræningsplan", "Look at a rehabilitation plan"),
    ("Tjek, om en plan har det, den skal", "Check whether a plan has what it must"),
    ("Planen: MedComs XML, eller oplysninger som JSON", "The plan: MedCom's XML, or facts as JSON"),
    ("Datoen, planen tjekkes på (ellers i dag)", "The date of the check (otherwise today)"),
    // Cases.
    ("Tag planer og leveringsrapporter ind", "Take plans and delivery reports in"),
    ("Filerne", "The files"),
    ("Se sager", "Look at cases"),
    ("Vis alle sager", "Show all cases"),
    ("Vis en sag: hvad der er sket, og hvad der skyldes", "Show a case: what happened, and what is owed"),
    ("Sagens nummer, f.eks. 2026-0001", "The case's number, e.g. 2026-0001"),
    ("Dagen (ellers i dag)", "The day (otherwise today)"),
    ("Vis begrundelserne", "Show the reasons"),
    ("Vis, hvem der har set sagen", "Show who has seen the case"),
    (
        "Den bruger, der ser sagen; det bliver skrevet ned (ellers står der kommandolinje)",
        "The user who sees the case; it is recorded (otherwise as kommandolinje)",
    ),
    ("Vis, hvad der skyldes, i alle sager", "Show what is owed, in all cases"),
    ("Kun det, der er overskredet", "Only what is overdue"),
    ("Gør noget i en sag", "Do something in a case"),
    ("Sagens nummer", "The case's number"),
    ("Handlingen, f.eks. offer_start", "The act, e.g. offer_start"),
    ("Felter, f.eks. start_on=2026-04-08", "Fields, e.g. start_on=2026-04-08"),
    ("Den bruger, der gør det", "The user who does it"),
    ("Dagen, det skete (ellers i dag)", "The day it happened (otherwise today)"),
    (
        "Mærke, som samme handling kendes på, når den kommer igen",
        "Mark by which the same act is known when it comes again",
    ),
    (
        "Handlinger og felter: »genvej do SAG hjælp --as BRUGER« viser dem alle.",
        "Acts and fields: »genvej do CASE help --as USER« shows them all.",
    ),
    // The record.
    ("Efterprøv, at hele journalen er, som den blev skrevet", "Prove that the whole record is as it was written"),
    (
        "Skriv et kontrolpunkt til en fil, som gemmes et andet sted",
        "Write a checkpoint to a file that is kept elsewhere",
    ),
    ("Sammenlign med et kontrolpunkt", "Compare with a checkpoint"),
    (
        "Brugerne og loggen over, hvem der har åbnet sager, står ikke i kæden og efterprøves ikke. Er noget galt, skrives intet kontrolpunkt.",
        "The users and the log of who opened cases don't stand in the chain and aren't proved. Where something is wrong, no checkpoint is written.",
    ),
    ("Lav listerne på ny ud fra journalen", "Make the lists anew from the record"),
    // Running it.
    ("Lav en database med opdigtede borgere og brugere", "Make a database with made-up citizens and users"),
    ("Dagen, som fristerne ligger omkring (ellers i dag)", "The day that the due dates lie around (otherwise today)"),
    ("Brugere", "Users"),
    (
        "Opret en bruger; adgangskoden læses fra GENVEJ_PASSWORD eller standard ind",
        "Add a user; the password is read from GENVEJ_PASSWORD or standard input",
    ),
    ("Navnet, der logges ind med", "The name to sign in with"),
    ("Brugerens navn", "The user's name"),
    (
        "Rollen: therapist, case_officer, provider_manager, manager eller administrator",
        "The role: therapist, case_officer, provider_manager, manager or administrator",
    ),
    ("Enheden", "The unit"),
    ("Vis brugerne", "Show the users"),
    ("Vis siderne", "Show the pages"),
    ("Adressen", "The address"),
    (
        "Fil med nøglen til cookies (mindst 64 tegn); uden den gælder login kun, til programmet stopper",
        "File with the key for cookies (64 characters at least); without it sign-ins last until the program stops",
    ),
    (
        "Siderne nås over TLS, som slutter foran programmet",
        "The pages are reached over TLS that ends before the program",
    ),
    (
        "Den header, hvor serveren foran programmet skriver, hvem der spørger, f.eks. X-Forwarded-For",
        "The header in which the server in front of the program writes who asks, e.g. X-Forwarded-For",
    ),
    // Names of values.
    ("FIL", "FILE"),
    ("HEADER", "HEADER"),
    ("OPLYSNINGER", "FACTS"),
    ("ÅR", "YEAR"),
    ("ANTAL", "COUNT"),
    ("FRA", "FROM"),
    ("TIL", "THROUGH"),
    ("SAG", "CASE"),
    ("HANDLING", "ACT"),
    ("NAVN", "NAME"),
    ("ROLLE", "ROLE"),
    ("ENHED", "UNIT"),
    ("TIDSPUNKT", "INSTANT"),
    ("NUMMER", "NUMBER"),
    ("SEKUNDER", "SECONDS"),
    ("SPROG", "LANGUAGE"),
    ("DATO", "DATE"),
    ("STANDARD", "STANDARD"),
    ("FELT=VÆRDI", "FIELD=VALUE"),
    ("BRUGER", "USER"),
    ("MÆRKE", "MARK"),
    ("ADRESSE", "ADDRESS"),
];

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::{Cli, Command, ENGLISH};

    fn texts(command: &Command, all: &mut Vec<String>) {
        let own = [command.get_about(), command.get_after_help()];
        all.extend(own.into_iter().flatten().map(ToString::to_string));
        all.extend(command.get_arguments().filter_map(|it| it.get_help()).map(ToString::to_string));
        let values = command.get_arguments().filter(|it| it.get_action().takes_values());
        all.extend(values.filter_map(|it| it.get_value_names()).flatten().map(ToString::to_string));
        for below in command.get_subcommands() {
            texts(below, all);
        }
    }

    #[test]
    fn every_text_of_the_command_line_has_its_english() {
        let mut all = Vec::new();
        texts(&Cli::command(), &mut all);
        let without: Vec<_> = all.iter().filter(|text| !ENGLISH.iter().any(|(danish, _)| danish == text)).collect();
        assert!(without.is_empty(), "{without:#?}");
    }

    #[test]
    fn the_command_line_is_sound() {
        super::command(law::Language::English).debug_assert();
        super::command(law::Language::Danish).debug_assert();
    }
}
