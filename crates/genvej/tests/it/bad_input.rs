//! What is wrong is said: what, where, and how to mend it. Nothing is half done.

use std::process::Stdio;

use crate::program::{Program, plan_number};

const PLAN: &str = "examples/genoptraeningsplan.xml";

/// Not taken in, with a reason, and nothing recorded.
fn refuses(name: &str, bytes: impl AsRef<[u8]>, words: &str) {
    let program = Program::new();
    program.run(&["import", PLAN]).done();
    let events = program.events();
    let file = program.file(name, bytes);
    program.run(&["import", &file]).refused_with(words);
    assert_eq!(program.events(), events, "{name}");
}

#[test]
fn files_that_are_no_message_are_refused() {
    refuses("tom.xml", "", "tom");
    refuses("nul.xml", "<a>\0</a>", "linje 1");
    refuses("kort.xml", &plan_number(1).as_bytes()[..2000], "linje");
    refuses("kort.json", "{\"resourceType\":", "linje 1");
    refuses("andet.json", "{\"resourceType\": \"Patient\"}", "Bundle");
    refuses("mærker.xml", "<a><b></a>", "bliver lukket");
    refuses("to-navne.json", "{\"resourceType\": 1, \"resourceType\": 2}", "står to gange i samme objekt");
    refuses("liste.json", "[1]", "Her skal stå et objekt.");
    refuses("latin1.xml", b"<Emessage>\xe6</Emessage>", "linje 1");
}

#[test]
fn a_doctype_is_refused_and_no_entity_followed() {
    let bomb = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>";
    refuses("dtd.xml", plan_number(2).replacen("?>", &format!("?>{bomb}"), 1), "DOCTYPE");
}

#[test]
fn a_file_of_a_hundred_megabytes_is_refused_before_it_is_read() {
    refuses("stor.xml", vec![b' '; 100 << 20], "stor");
}

#[test]
fn a_deep_nest_is_refused() {
    refuses("dyb.xml", "<a>".repeat(200_000), "linje 1");
    refuses("dyb.json", "[".repeat(200_000), "linje 1");
    let program = Program::new();
    let file = program.file("dyb-fakta.json", "[".repeat(200_000));
    program.run(&["assess", &file, "--as-of", "2026-04-04"]).refused_with("dyb-fakta.json");
}

#[test]
fn an_unknown_type_of_plan_is_refused_and_never_guessed() {
    let plan = plan_number(3);
    refuses("type.xml", plan.replace(">almen<", ">ukendt<"), "ukendt");
}

#[test]
fn a_file_of_facts_that_cannot_be_used_is_told_of_with_its_place() {
    let program = Program::new();
    let deep = vec![b'['; 200_000];
    let cases: &[(&str, &[u8], &str)] = &[
        ("tom.json", b"", "Filen er tom."),
        ("kort.json", b"{\"plan.issued\": tru", "Filen slutter, før den er færdig."),
        ("værdi.json", b"{\"plan.issued\": true,\n \"plan.type\": }", "Linje 2, tegn 15: Her mangler en værdi"),
        ("komma.json", b"{\"plan.issued\": true,}", "et komma for meget"),
        ("nul.json", b"\0", "Linje 1, tegn 1"),
        ("nul-i-tekst.json", b"{\"plan.need_description\": \"\0\"}", "et tegn, der ikke må stå i en tekst"),
        ("latin1.json", b"{\n\"plan.need_description\": \"\xe6\"}", "Linje 2 har tegn, der ikke er UTF-8"),
        ("utf16.json", b"\xff\xfe{\0}\0", "Linje 1 har tegn, der ikke er UTF-8"),
        ("dyb.json", &deep, "for dybt i hinanden"),
        ("liste.json", b"[]", "Filen skal være et objekt"),
        ("intet.json", b"null", "Filen skal være et objekt"),
        ("to.json", b"{\"plan.issued\": true, \"plan.issued\": false}", "Oplysningen står to gange."),
        ("dag.json", b"{\"hospital.discharged_on\": \"2026-02-30\"}", "»2026-02-30« er ingen dato"),
        ("år.json", b"{\"hospital.discharged_on\": \"0001-01-01\"}", "»0001-01-01« er ingen dato"),
        ("tal.json", b"{\"hospital.discharged_on\": 5}", "Værdien skal være en dato"),
        ("ord.json", b"{\"plan.issued\": \"ja\"}", "Værdien skal være true eller false."),
        ("valg.json", b"{\"plan.type\": \"general_trainng\"}", "Mente du »general_training«?"),
        ("navn.json", b"{\"plan.isued\": true}", "Mente du »plan.issued«?"),
        ("xml.json", b"<a/>", "Linje 1, tegn 1"),
    ];
    for (name, bytes, words) in cases {
        let file = program.file(name, bytes);
        let said = program.run(&["assess", &file, "--as-of", "2026-04-07"]);
        said.refused_with(words);
        said.refused_with(name);
        assert_eq!(said.out, "", "{name}: an answer beside a refusal");
    }
    program
        .run(&["--lang", "en", "assess", &program.file("x.json", "{"), "--as-of", "2026-04-07"])
        .refused_with("Line 1");
}

#[test]
fn a_file_that_cannot_be_opened_is_told_of_in_danish() {
    let program = Program::new();
    let folder = program.db().parent().unwrap().to_str().unwrap().to_owned();
    for command in [&["import"][..], &["plan", "check"], &["assess", "--as-of", "2026-04-07"], &["verify", "--against"]]
    {
        let with = |file: &str| program.run(&command.iter().copied().chain([file]).collect::<Vec<_>>());
        with("findes-ikke.xml").refused_with("findes-ikke.xml kan ikke læses: filen eller mappen findes ikke.");
        with(&folder).refused_with("det er en mappe. Angiv en fil.");
        with("README.md/x").refused_with("en del af stien er ikke en mappe.");
    }
    program.run(&["verify"]).done();
    program.run(&["verify", "--write-checkpoint", "findes/ikke"]).refused_with("findes/ikke kan ikke skrives");
}

/// Who runs the tests may be root, who may read everything; then there is no such file.
#[test]
fn a_file_that_nobody_may_read_is_told_of() {
    use std::os::unix::fs::PermissionsExt as _;
    let program = Program::new();
    let file = program.file("lukket.json", "{}");
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o000)).unwrap();
    if std::fs::read(&file).is_err() {
        program.run(&["assess", &file, "--as-of", "2026-04-07"]).refused_with("du har ikke adgang");
    }
}

#[test]
fn a_mark_that_editors_put_first_is_no_fault() {
    let program = Program::new();
    let facts = program.file("facts.json", b"\xef\xbb\xbf{\"plan.issued\": true}");
    program.run(&["assess", &facts, "--as-of", "2026-04-07"]).done();
    let checked = program.run(&["plan", "check", &facts, "--as-of", "2026-03-26", "--json"]).json();
    assert_eq!(checked["content"][0]["document"], "rehabilitation_plan");
    let report = std::fs::read("../../examples/leveringsrapport-1.json").unwrap();
    let report = program.file("rapport.json", [&b"\xef\xbb\xbf"[..], &report].concat());
    assert!(program.run(&["import", &report]).done().out.contains("2026-0001"));
}

/// Letters that could not be read would be told as a plan's own words.
#[test]
fn a_plan_whose_letters_cannot_be_read_is_not_checked() {
    let program = Program::new();
    let plan = program.file("plan.json", b"{\"plan.need_description\": \"b\xf8jning\"}");
    program.run(&["plan", "check", &plan]).refused_with("ikke er UTF-8");
    program.run(&["plan", "check", &program.file("liste.json", "[]")]).refused_with("Filen skal være et objekt");
}

#[test]
fn the_same_file_again_is_known_and_a_second_plan_is_said_to_be_one() {
    let program = Program::new();
    program.run(&["import", PLAN]).done();
    let events = program.events();
    let again = program.run(&["import", PLAN]).done();
    assert!(again.out.contains("taget ind før; intet er gemt igen"), "{again:?}");
    assert_eq!(program.events(), events);
    let second = program.file("anden.xml", plan_number(2));
    let said = program.run(&["import", &second]).done();
    assert!(said.out.contains("Borgeren har sag 2026-0001 i forvejen."), "{said:?}");
    let shown = program.run(&["case", "show", "2026-0002"]).done();
    assert!(shown.out.contains("decide_second_plan earlier=2026-0001"), "{shown:?}");
    program.run(&["user", "add", "mona", "--name", "M", "--role", "case_officer"]).done();
    let choice = ["earlier=2026-0001", "outcome=beside", "reason=To skader"];
    let act: Vec<&str> = ["do", "2026-0002", "decide_second_plan", "--as", "mona"].into_iter().chain(choice).collect();
    program.run(&act).done();
    assert!(!program.run(&["case", "show", "2026-0002"]).done().out.contains("i forvejen"));
}

/// The citizen waits for no number: the plan is taken in, and the fault is said.
#[test]
fn what_a_plan_says_that_cannot_be_is_told_and_the_plan_taken_in() {
    let impossible = [
        ("1502779995", "3202779995", "der er ingen dag 32"),
        ("1502779995", "1502575995", "endnu ikke sket"),
        ("1502779995", "1502777AB1", "erstatningsnummer"),
        ("1502779995", "150277", "et CPR-nummer har ti cifre"),
        ("<Date>2026-03-27<", "<Date>2026-02-30<", "»2026-02-30« er ikke en dato"),
        ("<Date>2026-03-27<", "<Date>0001-01-01<", "»0001-01-01« er ikke en dato"),
    ];
    for (from, to, words) in impossible {
        let program = Program::new();
        let said = program.run(&["import", &program.file("plan.xml", plan_number(7).replace(from, to))]).done();
        assert!(said.out.contains(words) && said.out.contains("2026-0001"), "{words}: {said:?}");
        assert!(
            !said.out.contains("3202779995") && !said.out.contains("1502575995"),
            "no number is repeated: {said:?}"
        );
    }
}

/// The clock runs from the discharge whoever got the plan: it is kept, and somebody is told to send it on.
#[test]
fn a_plan_for_another_municipality_is_taken_in_and_said_to_be_one() {
    let program = Program::new();
    let file = program.file("anden.xml", plan_number(4).replace(">860<", ">851<"));
    let said = program.run(&["import", &file]).done();
    assert!(said.out.contains("Aalborg Kommune (0851), ikke til jer"), "{said:?}");
}

#[test]
fn one_bad_file_holds_no_other_up() {
    let program = Program::new();
    let bad = program.file("tom.xml", "");
    let good = program.file("plan.xml", plan_number(5));
    let said = program.run(&["import", "findes-ikke.xml", &bad, &good]);
    said.refused_with("findes-ikke.xml");
    assert!(said.err.contains("tom.xml"), "{said:?}");
    assert!(said.out.contains("2026-0001"), "{said:?}");
    assert_eq!(program.run(&["case", "list", "--json"]).done().json().as_array().unwrap().len(), 1);
}

#[test]
fn words_that_are_no_act_field_user_or_case_are_named() {
    let program = Program::new();
    program.run(&["import", PLAN]).done();
    program.run(&["user", "add", "terapeut", "--name", "T", "--role", "therapist", "--unit", "Nord"]).done();
    let act = |arguments: &[&str]| {
        let all: Vec<&str> = ["do"].iter().chain(arguments).chain(&["--as", "terapeut"]).copied().collect();
        program.run(&all)
    };
    act(&["2026-0001", "dance"]).refused_with("dance");
    act(&["2026-0001", "offer_start", "start_on=31/4"]).refused_with("31/4");
    act(&["2026-0001", "offer_start", "farve=rød"]).refused_with("farve");
    act(&["2026-9999", "offer_start", "start_on=2026-04-09"]).refused_with("2026-9999");
    act(&["sag", "offer_start"]).refused_with("2026-0001");
    program.run(&["do", "2026-0001", "hold_training", "--as", "ingen"]).refused_with("ingen");
    program.run(&["do", "2026-0001", "hold_training", "--as", "in gen"]).refused_with("Der er ingen bruger »in gen«");
    act(&["2026-0001", "offer_start", "start_on=0001-01-01"]).refused_with("0001-01-01");
    act(&["2026-0001", "hold_training", "--happened", "2027-01-01"]).refused_with("Skriv den dag, det skete.");
    act(&["2026-0001", "offer_start", "start_on"]).refused_with("er ikke FELT=VÆRDI");
    program.run(&["nonsens"]).refused_with("nonsens");
}

#[test]
fn a_database_that_isnt_there_or_isnt_one_is_named() {
    let program = Program::new();
    program.run(&["duties"]).refused_with("genvej.db");
    std::fs::write(program.db(), "dette er ingen database, men en tekst, der er lang nok til at blive læst").unwrap();
    program.run(&["duties"]).refused_with("genvej.db");
}

#[test]
fn a_reader_that_hears_enough_leaves_no_import_half_done() {
    let program = Program::new();
    let plans: Vec<String> = (1..=6).map(|it| program.file(&format!("{it}.xml"), plan_number(it))).collect();
    let arguments: Vec<&str> = std::iter::once("import").chain(plans.iter().map(String::as_str)).collect();
    let mut import = program.command(&arguments).stdout(Stdio::piped()).spawn().unwrap();
    drop(import.stdout.take());
    assert!(import.wait().unwrap().success());
    assert_eq!(program.run(&["case", "list", "--json"]).done().json().as_array().unwrap().len(), 6);
}

#[test]
fn an_answer_that_cannot_be_written_is_not_passed_over() {
    let program = Program::new();
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    let said = program.command(&["calendar", "2026"]).stdout(full).output().unwrap();
    assert_eq!(said.status.code(), Some(2));
    assert!(String::from_utf8(said.stderr).unwrap().contains("kunne ikke skrives"));
}

#[test]
fn the_name_to_sign_in_with_is_one_that_the_page_takes() {
    let program = Program::new();
    let add = |id: &str| program.run(&["user", "add", id, "--name", "M", "--role", "therapist", "--json"]);
    assert_eq!(add("Mona").done().json()["id"], "mona");
    add("MONA").refused_with("findes allerede");
    add("mona hansen").refused_with("a til z");
}

fn report_with(number: u8, changes: &[(&str, &str)]) -> String {
    let example = format!("{}/../../examples/leveringsrapport-{number}.json", env!("CARGO_MANIFEST_DIR"));
    changes.iter().fold(std::fs::read_to_string(example).unwrap(), |report, (from, to)| {
        assert!(report.contains(from), "the example has {from:?}");
        report.replace(from, to)
    })
}

/// What nobody could record by hand comes in by no report either: the limits would be counted from it.
#[test]
fn a_report_of_what_cannot_have_happened_is_refused_as_a_whole() {
    let offered = "\"occurrencePeriod\": {\n          \"start\": \"2026-04-01";
    let held = "\"start\": \"2026-04-01T08:00:00Z\",\n          \"end\": \"2026-04-01T08:45:00Z\"";
    for (changes, words) in [
        (vec![("\"authoredOn\": \"2026-03-26\"", "\"authoredOn\": \"2030-01-01\"")], "authoredOn"),
        (vec![("\"valueDate\": \"2026-03-27\"", "\"valueDate\": \"2031-01-01\"")], "valueDate"),
        (vec![(offered, &offered.replace("2026-04-01", "2010-01-01"))], "ServiceRequest/"),
        (vec![(offered, &offered.replace("2026-04-01", "2029-04-01"))], "ServiceRequest/"),
        (vec![(held, &held.replace("2026-04-01", "2026-05-01"))], "Encounter/"),
        (vec![(held, &held.replace("2026-04-01", "2026-03-20"))], "Encounter/"),
    ] {
        let program = Program::new();
        program.run(&["import", PLAN]).done();
        let events = program.events();
        let file = program.file("rapport.json", report_with(2, &changes));
        program.run(&["import", &file]).refused_with(words);
        assert_eq!(program.events(), events, "{changes:?}");
    }
}

#[test]
fn a_plan_in_plain_json_is_for_checking_and_holds_no_other_up() {
    let program = Program::new();
    let said = program.run(&["import", "examples/plan.json", PLAN]);
    said.refused_with("genvej plan check examples/plan.json");
    assert!(!said.err.contains("Bundle") && said.out.contains("2026-0001"), "{said:?}");
}
