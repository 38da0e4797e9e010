//! The two clocks, drawn and in words.

use jiff::{ToSpan, civil::date};
use law::Language;
use web::{
    clock::{axis_svg, lane_svg, wide_svg},
    text::Voice,
    view::{
        calendar::Axis,
        clock::{Balance, Lane, Run},
    },
};

use crate::samples::{TODAY, both, clock, is_off, still};

const DANISH: Voice = Voice::new(Language::Danish);

/// One element a line, so that a difference can be read.
fn lines(svg: &web::html::Html) -> String {
    svg.as_str().replace("><", ">\n<")
}

#[test]
fn a_clock_that_is_over_has_a_red_line_from_day_seven_to_today() {
    let law = clock(Lane::Law, date(2026, 3, 27), Run::Running);
    insta::assert_snapshot!(lines(&lane_svg(&law, &Axis::of_list(TODAY, is_off), &DANISH)));
}

#[test]
fn a_goal_with_a_week_left_is_hollow() {
    let goal = clock(Lane::Goal, TODAY, Run::Running);
    insta::assert_snapshot!(lines(&lane_svg(&goal, &Axis::of_list(TODAY, is_off), &DANISH)));
}

#[test]
fn a_clock_stopped_in_time_ends_in_a_green_disc() {
    let law = clock(Lane::Law, date(2026, 4, 1), Run::Stopped(TODAY));
    insta::assert_snapshot!(lines(&lane_svg(&law, &Axis::of_list(TODAY, is_off), &DANISH)));
}

#[test]
fn a_clock_stopped_late_has_both_the_red_line_and_the_disc() {
    let law = clock(Lane::Law, date(2026, 3, 27), Run::Stopped(date(2026, 4, 6)));
    insta::assert_snapshot!(lines(&lane_svg(&law, &Axis::of_list(TODAY, is_off), &DANISH)));
}

#[test]
fn a_clock_that_stands_still_keeps_its_filled_squares() {
    insta::assert_snapshot!(lines(&lane_svg(&still(Lane::Law), &Axis::of_list(TODAY, is_off), &DANISH)));
}

#[test]
fn the_wide_clock_has_figures_and_dates() {
    let clocks = both(date(2026, 3, 27), date(2026, 3, 30));
    insta::assert_snapshot!(lines(&wide_svg(&clocks[0], &Axis::of_case(&clocks, TODAY, is_off), &DANISH)));
}

#[test]
fn a_list_names_today_and_the_mondays_around_it() {
    insta::assert_snapshot!(lines(&axis_svg(&Axis::of_list(TODAY, is_off), &DANISH)));
}

#[test]
fn nothing_is_drawn_outside_the_drawing_however_far_off_the_clock_is() {
    let axis = Axis::of_list(TODAY, is_off);
    for days in (-400..=400).step_by(7) {
        let from = TODAY.checked_add(days.days()).unwrap();
        for run in [Run::Running, Run::Still, Run::Stopped(from.checked_add(9.days()).unwrap())] {
            for lane in [Lane::Law, Lane::Goal] {
                let svg = lane_svg(&clock(lane, from, run), &axis, &DANISH);
                assert!(
                    !svg.as_str().contains("M-") && !svg.as_str().contains("=\"-"),
                    "{from} {run:?}: {}",
                    svg.as_str()
                );
                for moved in svg.as_str().split('M').skip(1) {
                    let left: f64 = moved.split(' ').next().unwrap().parse().unwrap();
                    assert!(left <= 260.0, "{from} {run:?}: {}", svg.as_str());
                }
            }
        }
    }
}

#[test]
fn the_words_say_what_the_drawing_shows() {
    let law = |from, run| clock(Lane::Law, from, run);
    let said = |from, run| law(from, run).words(&DANISH);
    assert_eq!(said(date(2026, 3, 27), Run::Running), "4 dage over");
    assert_eq!(said(date(2026, 3, 30), Run::Running), "1 dag over");
    assert_eq!(said(date(2026, 3, 31), Run::Running), "i dag");
    assert_eq!(said(date(2026, 4, 2), Run::Running), "2 dage tilbage");
    assert_eq!(said(date(2026, 3, 31), Run::Stopped(TODAY)), "nået i tide");
    assert_eq!(said(date(2026, 3, 28), Run::Stopped(TODAY)), "3 dage for sent");
    assert_eq!(said(date(2026, 3, 28), Run::Still), "står stille");
}

#[test]
fn only_a_running_clock_can_be_over() {
    let from = date(2026, 3, 1);
    assert!(clock(Lane::Law, from, Run::Running).is_over());
    assert!(!clock(Lane::Law, from, Run::Still).is_over());
    assert_eq!(clock(Lane::Law, from, Run::Stopped(date(2026, 3, 8))).balance(), Balance::InTime);
}

#[test]
fn the_drawing_is_heard_as_one_sentence() {
    let law = clock(Lane::Law, date(2026, 3, 27), Run::Running);
    let heard = "Lovens 7 dage: fra udskrivning fredag d.\u{a0}27.\u{a0}marts til fredag d.\u{a0}3.\u{a0}april";
    assert_eq!(law.heard(&DANISH), heard);
}
