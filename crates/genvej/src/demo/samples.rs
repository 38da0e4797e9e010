//! The made-up cases. The citizens are MedCom's official test persons; all that is said of anybody's health is invented.

/// A made-up case: who, what stands in the plan, and what happened after. Days are counted from the day it all lies around.
pub(super) struct Sample {
    pub(super) number: &'static str,
    pub(super) given: &'static str,
    pub(super) surname: &'static str,
    pub(super) plan_type: &'static str,
    pub(super) diagnosis: (&'static str, &'static str),
    pub(super) story: &'static str,
    pub(super) admitted: i64,
    pub(super) discharged: i64,
    pub(super) received: i64,
    pub(super) deadline: &'static str,
    pub(super) names_region: bool,
    pub(super) acts: Vec<Done>,
}

/// Something a user did.
pub(super) struct Done {
    pub(super) day: i64,
    pub(super) user: &'static str,
    pub(super) act: &'static str,
    pub(super) fields: &'static [(&'static str, &'static str)],
}

const fn done(
    day: i64,
    user: &'static str,
    act: &'static str,
    fields: &'static [(&'static str, &'static str)],
) -> Done {
    Done { day, user, act, fields }
}

const NO_LIMIT: &str = "Ingen særlig frist.";
const HIP: (&str, &str) = ("DS721", "Pertrokantær femurfraktur");
const KNEE: (&str, &str) = ("DM170", "Primær knæartrose på begge sider");
const SHOULDER: (&str, &str) = ("DM751", "Rotator cuff-syndrom");
const WRIST: (&str, &str) = ("DS525", "Brud på nedre ende af radius");

/// A sample with what most of them have.
fn sample(number: &'static str, given: &'static str, surname: &'static str) -> Sample {
    Sample {
        number,
        given,
        surname,
        plan_type: "almen",
        diagnosis: HIP,
        story: "Faldt i hjemmet og blev opereret dagen efter. Må støtte fuldt på benet.",
        admitted: -16,
        discharged: -11,
        received: -8,
        deadline: NO_LIMIT,
        names_region: true,
        acts: Vec::new(),
    }
}

/// The cases, in the order in which they were received.
pub(super) fn samples() -> impl Iterator<Item = Sample> {
    under_way().into_iter().chain(clocks_running()).chain(limits_in_words()).chain(just_received())
}

/// Courses that have begun, or stand still.
fn under_way() -> [Sample; 3] {
    [
        Sample {
            received: -30,
            admitted: -40,
            discharged: -31,
            diagnosis: SHOULDER,
            story: "Sene i skulderen er syet.",
            acts: vec![
                done(-30, "visitator", "confirm_discharge", &[("on", "-31")]),
                done(-28, "terapeut", "record_first_contact", &[("by", "telephone"), ("choice_informed", "ja")]),
                done(-28, "terapeut", "offer_start", &[("start_on", "-25"), ("place", "Træningscenter Nord")]),
                done(-25, "terapeut", "hold_training", &[("note", "Undersøgelse og første øvelser.")]),
                done(
                    -25,
                    "terapeut",
                    "assess_level",
                    &[("level", "basic"), ("reason", "Én funktion er ramt, og forløbet er ventet enkelt.")],
                ),
            ],
            ..sample("1509819996", "Brita Test", "Berggren")
        },
        Sample {
            received: -8,
            admitted: -15,
            discharged: -9,
            acts: vec![
                done(-8, "visitator", "confirm_discharge", &[("on", "-9")]),
                done(-6, "terapeut", "record_first_contact", &[("by", "telephone"), ("choice_informed", "ja")]),
                done(-4, "visitator", "record_readmission", &[]),
            ],
            ..sample("3001749995", "Niels Test", "Vendelboe")
        },
        Sample {
            acts: vec![
                done(-8, "visitator", "confirm_discharge", &[("on", "-11")]),
                done(-6, "terapeut", "record_contact_attempt", &[("by", "telephone")]),
            ],
            ..sample("2911829996", "Kirsten Test", "Berggren")
        },
    ]
}

/// Clocks that run, are red, or were stopped.
fn clocks_running() -> [Sample; 4] {
    [
        Sample {
            discharged: -5,
            acts: vec![done(-5, "visitator", "confirm_discharge", &[("on", "-5")])],
            ..sample("1502779995", "Ruddi Test", "Berggren")
        },
        Sample {
            discharged: -9,
            received: -7,
            diagnosis: KNEE,
            story: "Nyt knæ på højre side.",
            acts: vec![
                done(-7, "visitator", "confirm_discharge", &[("on", "-9")]),
                done(-6, "terapeut", "record_first_contact", &[("by", "telephone"), ("choice_informed", "ja")]),
                done(-6, "terapeut", "offer_start", &[("start_on", "3"), ("place", "Træningscenter Nord")]),
            ],
            ..sample("2509479989", "Bruno Test", "Elmer")
        },
        Sample {
            discharged: -7,
            received: -6,
            acts: vec![done(-6, "visitator", "confirm_discharge", &[("on", "-7")])],
            ..sample("0107729995", "Max Test", "Berggren")
        },
        Sample {
            admitted: -6,
            discharged: -6,
            received: -6,
            diagnosis: WRIST,
            story: "Brækkede håndleddet i skolen og fik gips i skadestuen.",
            acts: vec![
                done(-6, "visitator", "confirm_discharge", &[("on", "-6")]),
                done(-5, "terapeut", "record_first_contact", &[("by", "telephone"), ("choice_informed", "ja")]),
                done(-5, "terapeut", "offer_start", &[("start_on", "0"), ("place", "Træningscenter Nord")]),
            ],
            ..sample("0505159995", "Lars Test", "Berggren")
        },
    ]
}

/// Plans with a limit in words, and two that are in good time.
fn limits_in_words() -> [Sample; 4] {
    [
        Sample {
            discharged: -6,
            received: -5,
            diagnosis: SHOULDER,
            deadline: "Træningen kan tidligst begynde {+6}, når sting er fjernet.",
            acts: vec![
                done(-5, "visitator", "confirm_discharge", &[("on", "-6")]),
                done(
                    -5,
                    "terapeut",
                    "read_start_limit",
                    &[("meaning", "not_before"), ("on", "6"), ("reason_given", "ja")],
                ),
            ],
            ..sample("2512489996", "Nancy Ann Test", "Berggren")
        },
        Sample {
            discharged: -4,
            received: -4,
            deadline: "Bør begynde senest 3 hverdage efter udskrivelsen.",
            acts: vec![done(-4, "visitator", "confirm_discharge", &[("on", "-4")])],
            ..sample("0211223989", "Åge Test", "Berggren")
        },
        Sample {
            discharged: -3,
            received: -3,
            plan_type: "specialiseret",
            acts: vec![done(-3, "visitator", "confirm_discharge", &[("on", "-3")])],
            ..sample("0104909995", "Sverre Test", "Mosebryggersen")
        },
        Sample {
            discharged: -2,
            received: -1,
            acts: vec![
                done(-1, "visitator", "confirm_discharge", &[("on", "-2")]),
                done(-1, "terapeut", "record_first_contact", &[("by", "telephone"), ("choice_informed", "ja")]),
                done(-1, "terapeut", "offer_start", &[("start_on", "1"), ("place", "Træningscenter Nord")]),
            ],
            ..sample("0201609995", "Einer Test", "Lauridsen")
        },
    ]
}

/// Plans that nobody has looked at: a second one, one that lacks something, and one in order.
fn just_received() -> [Sample; 3] {
    [
        Sample {
            admitted: -5,
            discharged: -2,
            received: -1,
            diagnosis: HIP,
            story: "Indlagt igen efter fald. Ny plan for hoften, skulderforløbet er i gang.",
            ..sample("1509819996", "Brita Test", "Berggren")
        },
        Sample {
            admitted: -4,
            discharged: 2,
            received: 0,
            names_region: false,
            ..sample("0201919990", "Else Test", "Lauridsen")
        },
        Sample {
            admitted: -5,
            discharged: 1,
            received: 0,
            diagnosis: KNEE,
            story: "Nyt knæ på venstre side.",
            ..sample("0201609996", "Lonni Test", "Lauridsen")
        },
    ]
}
