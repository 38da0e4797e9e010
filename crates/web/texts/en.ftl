# What the pages say themselves. Sentences about the law come from the law's answer, not from here.

## Frame
skip-to-content = Skip to the content
menu = Menu
menu-main = Main menu
menu-worklist = Worklist
menu-inbox = Inbox
menu-interview = What am I entitled to?
menu-rules = The rules
menu-sign-in = Sign in
sign-out = Sign out
breadcrumb = Breadcrumb
back = Back
footer-accessibility = Accessibility
footer-language = På dansk
footer-call = Call { $phone } if you would rather talk to us

role-case-officer = case officer
role-therapist = therapist
role-provider-manager = provider’s manager
role-discharge-coordinator = discharge coordinator
role-complaints-officer = complaints officer
role-manager = management
role-supervisor = supervision
role-administrator = administrator

## Time
relative-today = Today
relative-tomorrow = Tomorrow
relative-in-days = In { $count } days
relative-overdue = { $count ->
    [one] { $count } day overdue
   *[other] { $count } days overdue
}
due-since = Since { $date }
due-never = No limit

entry-empty = Enter a date, for instance 7/4 or “yesterday”.
entry-not-a-date = “{ $typed }” cannot be read as a date. Write for instance 7/4 or “yesterday”; the day comes first.
entry-not-an-hour = “{ $typed }” cannot be read as a time. Write for instance 9:30.
entry-no-such-day = There is no { $typed }. { $month } has { $days } days in { $year }.

## Duties
state-now = Now
state-open = Open
state-not-yet = Not yet
state-still = On hold
state-judge = A person must judge
state-fulfilled = Fulfilled { $on }
state-fulfilled-late = Fulfilled late, { $on }
state-lapsed = Lapsed
duty-owed-by = Owed by { $who } · { $source }
duty-by-law = required by law
duty-by-goal = the municipality’s own goal
why = Why?
must-weigh = To be weighed:
fulfilled-when = Fulfilled when { $when }
citation-valid-from = in force from { $from } { $year }
citation-unverified = not verified

## The two clocks
clock-lane-law = Law
clock-lane-goal = Goal
clock-left = { $count ->
    [one] { $count } day left
   *[other] { $count } days left
}
clock-today = today
clock-over = { $count ->
    [one] { $count } day over
   *[other] { $count } days over
}
clock-in-time = met in time
clock-late = { $count ->
    [one] { $count } day late
   *[other] { $count } days late
}
clock-still = stands still
clock-provisional = (provisional)
clock-provisional-text = The limit is provisional until the discharge is confirmed.
clock-heading-law = The law: { $count } days from { $beginning }
clock-heading-goal = The municipality’s goal: { $count } days from { $beginning }
clock-heard-law = The law’s { $count } days: from { $beginning } { $from } to { $due }
clock-heard-goal = The municipality’s { $count } days: from { $beginning } { $from } to { $due }
clock-from-discharge = discharge
clock-from-expected-discharge = expected discharge
clock-from-later-date = the later date in the plan
clock-from-receipt = receipt
clock-sentence = { $words }.
clock-expired = Ran out { $due }.
clock-expires = Runs out { $due }.
clock-would-expire = The limit was { $due }.
clock-expires-not = The clock runs on when the reason is gone.
clock-axis-today = today
clocks-how = How to read the two clocks
clocks-how-text = Each square is a day of the limit. The law’s clock runs from the discharge, or from a later date that the plan gives reasons for. The municipality’s goal runs from the receipt of the plan. Neither clock stops the other. The list is in order of the earliest limit.
legend-law = Law: 7 days from discharge
legend-goal = Goal: the municipality’s 7 days from receipt
legend-left = days left
legend-over = past the limit
legend-stopped = stopped
legend-off = weekend and public holiday
legend-today = today

## The calendar strip
strip-label = The days from { $from } to { $until }
strip-seen-from = from
strip-seen-over = over
strip-not-counted = not counted
strip-paused = the limit stands still
strip-day = day { $number }
strip-day-due = day { $number }, last day
strip-over = past the limit
strip-today = today
strip-weekend = weekend
strip-left-out = { $count ->
    [one] and { $count } more day past the limit
   *[other] and { $count } more days past the limit
}
strip-legend = Hatched is a weekend or a public holiday. Blue is the last day. Red is days past the limit.

## The worklist
tally-overdue = overdue
tally-today = today
tally-soon = the next three days
tally-later = later and on hold
group-overdue = Overdue
group-today = Today, { $today }
group-soon = Soon: the next three days
group-later = Later and on hold
filter = Filter the worklist
filter-words = Find a name or case
filter-more = More filters
filter-do = Show
worklist-label = Cases by first limit
worklist-due = Limit
worklist-who = Citizen and next step
worklist-clocks = The two clocks
worklist-no-clock = No seven-day limit in this case
worklist-none-found = No case matches your search
worklist-searched = You searched for { $searched }.
worklist-without-filter = { $count ->
    [one] There is { $count } case without this filter.
   *[other] There are { $count } cases without this filter.
}
worklist-wider = Search all cases
worklist-no-filter = Remove the filter
worklist-nothing-owed = Nothing is owed now
worklist-nothing-owed-text = Nothing is overdue, and there are no limits today.
worklist-next-due = The next limit is { $date }.
pages = Pages
pages-before = Previous page
pages-after = Next page
pages-number = Page { $number } of { $of }

## The case
case-cpr = CPR number
case-cpr-show = Show (is logged)
case-cpr-shown = Showing it has been logged
case-clocks = { $count ->
    [one] The clock
   *[other] The two clocks
}
case-duties = What must happen now
case-no-duties = Nothing is owed in this case now.
case-settled = { $count ->
    [one] { $count } duty is fulfilled or has lapsed
   *[other] { $count } duties are fulfilled or have lapsed
}
case-happened = What has happened
case-happened-order = Latest first. Where something was written down later than it happened, both times are given.
case-nothing-deleted = Nothing has been deleted.
case-may = What you may do
case-may-not = What you may not do now
case-plan = The plan’s content
case-linked = Other cases of this citizen
happened = Happened { $date }
recorded = written { $date } { $hour }
happened-and-recorded = Happened and was written { $date } { $hour }
content-count = { $there } of { $wanted } parts are there.
content-there = Is there
content-missing = Is missing
content-forbidden = May not stand here
content-unclear = Must be looked at

## The inbox
inbox-count = { $count ->
    [one] { $count } plan has come since { $since }. The clocks run before a plan is opened, too.
   *[other] { $count } plans have come since { $since }. The clocks run before a plan is opened, too.
}
inbox-empty = The inbox is empty
inbox-empty-text = Every plan that came has been opened as a case.
inbox-choices = Needs a choice ({ $count })
inbox-incomplete = Needs an answer from the hospital ({ $count })
inbox-ready = Ready to be opened ({ $count })
inbox-unreadable = Could not be read ({ $count })
inbox-second-plan = { $person }: a second plan
inbox-received = received
inbox-discharged = discharged { $date }
inbox-running-plan = The plan that is running
inbox-new-plan = The new plan
inbox-in-order = Plan in order
inbox-faults = { $count ->
    [one] { $count } part is missing
   *[other] { $count } parts are missing
}

## Forms and messages
form-error = Error:
form-errors = { $count ->
    [one] There is { $count } error
   *[other] There are { $count } errors
}
notice-error = Error
notice-warning = Warning
notice-info = Information
notice-done = Success

## The questions
question-title = Question { $number }: { $question }
question-number = { $left ->
    [0] Question { $number }. It is the last one
   *[other] Question { $number }. At most { $left } to go
}
question-progress = Question { $number } of at most { $total }
question-several = Choose all that apply.
question-date = Date
question-date-example = For instance { $example }
question-day = Day
question-month = Month
question-year = Year
question-figure = Number of { $unit }
question-next = Next
question-unknown = Don’t know
question-why = Why do we ask?
question-given = Your answers so far
question-correct = Change
question-correct-about = the answer to: { $question }
question-not-stored = We store none of your answers. They are gone when you close the page.

## The answer
answer-title = Answer: what am I entitled to?
answer-as-of = Answer as of { $date }
answer-correct = Change your answers
answer-what = What
answer-when = When
answer-who = Who
answer-cost = Price
answer-judged = A person must judge this
answer-unknown = We don’t know this yet
answer-excluded = This does not apply here
answer-now = Answer the question now
answer-print = Get the answer for print
answer-print-how = Press Ctrl + P, or choose Print in the browser’s menu. This text will not be on the paper.
answer-again = Start again
answer-given = Your answers
answer-rules = Rules that were used:
answer-guidance = The answer rests only on what you have answered. It is guidance and not a decision.

## The rules
rules-lede = The rules that the pages reckon with, in plain words.
rule-in-force = In force
rule-from = from { $date } { $year }
rule-from-unknown = The first day is not known
rule-to = to { $date } { $year }
rule-source = Source
rule-id = Name
rule-rests-on = Rests on
rule-reading = The source does not say so itself. This is our reading of it.
rule-unverified = The wording or a figure has not been checked against the source. So the rule decides nothing alone.

## Signing in
sign-in = Sign in
sign-in-name = User name
sign-in-password = Password
sign-in-do = Sign in
sign-in-wrong = The user name and the password don’t match. Try again.
sign-in-must-wait = There have been too many tries. Wait a quarter of an hour, and try again.
sign-in-for-staff = For the municipality’s staff.
sign-in-for-citizens = Are you a citizen? See what you are entitled to
sign-in-demo = Try Genvej
sign-in-demo-text = All citizens here are made up. Sign in as one of these users with the password “{ $password }”.

## When something cannot be done
problem-home = Go to the front page
problem-code = Code { $code }
problem-signed-out = You are signed out
problem-signed-out-do = Nothing has been changed. Sign in again, and then try once more.
problem-forbidden = Your role gives no access to this
problem-forbidden-do = Nothing has been changed. If you think that you should have access, ask your administrator.
problem-strange-form = The form could not be accepted
problem-strange-form-do = Nothing has been changed. It is from another page, or you have signed in again since you opened it. Go back, load the page again, and send the form anew.
problem-not-found = There is no such page
problem-not-found-do = The address may be mistyped, or the case may belong to another municipality. Find the case on the worklist.
problem-wrong-method = The address cannot be used like that
problem-wrong-method-do = Nothing has been changed. Go back to the page, and use its buttons.
problem-conflict = Somebody else saved something first
problem-conflict-do = Nothing of yours has been saved. Load the case again, see what has changed, and then try again.
problem-too-large = What you sent is too large
problem-too-large-do = Nothing has been saved. Write less, and try again.
problem-unreadable = What you sent could not be read
problem-unreadable-do = Nothing has been changed. Go back to the page, and fill in the form again.
problem-too-many = Too many tries
problem-too-many-do = Wait a quarter of an hour, and try again.
problem-timed-out = It took too long
problem-timed-out-do = We don’t know whether it was saved. Load the page again and look, before you try once more.
problem-fault = There is a fault on our side
problem-fault-do = It is nothing that you did. Try again in a moment. If it goes on, call your administrator.

## Accessibility
accessibility = Accessibility
accessibility-lede = Everybody must be able to use the pages: by keyboard, with a screen reader, on a phone, and without JavaScript.
accessibility-known = What we know is missing
accessibility-fault-pdf = Plans from the hospitals are shown as they came. If they are not accessible, ask the municipality for help.
accessibility-fault-tests = The pages have been tested with a program that finds some of the faults that there can be, and by keyboard. They have not been tested by people who use a screen reader every day.
accessibility-tell = Tell us
accessibility-tell-text = If there is something that you cannot use, tell the municipality. You have a right to be helped in another way meanwhile.
