# What the pages say themselves. Sentences about the law come from the law's answer, not from here.

## Frame
skip-to-content = Skip to the content
menu = Menu
menu-main = Main menu
menu-worklist = Worklist
menu-cases = Cases
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
entry-lacks = { $count ->
    [one] { $what } is missing. Enter day, month and year.
   *[other] Both { $what } are missing. Enter day, month and year.
}
entry-the-day = the day
entry-the-month = the month
entry-the-year = the year
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
clock-fell-away = fell away
clock-uncounted = The statutory clock can't be counted: the discharge is not known
clock-uncounted-heading = The law: 7 days from discharge
clock-uncounted-text = The clock can't be counted until the day of discharge is known. Ask the hospital.
clock-private = Consequence: right to a private supplier.
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
worklist-unread = The case could not be read. Open it, and tell your administrator if that fails.
worklist-age = { $count }{"\u00A0"}years
worklist-case = case { $number }
worklist-about = about { $who }
worklist-more = { $count ->
    [one] and { $count } more: { $what }
   *[other] and { $count } more: { $what }
}
worklist-more-among = and { $count } more, among them: { $what }
filter-all = All
filter-all-dues = All limits
filter-everybody = Everybody
filter-type = Type of plan
filter-actor = Who has something to do
remark-day-off = { $day }
remark-after-holiday = First working day after { $day }
pages-only = page { $number }
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

## Acts in a case
act-save = Save
field-choose = Choose one of the answers.
field-empty = Fill in the field.
field-date-hint = Write for example 7/4 or "yesterday".
field-hour = Hour
when-contact = When did you talk with the citizen?
when-attempt = When did you try?
when-offer = When was the offer made?
when-declined = When did the citizen say no?
when-withdrawn = When was the citizen told?
when-informed = When was the citizen told?
when-chosen = When did the citizen choose?
when-trained = When was the training held?
when-assessed = When was it assessed?
when-admitted = When was the citizen admitted?
when-discharged = When was the citizen discharged?
contact-record = Record contact
contact-talked = Talked with the citizen
contact-no-answer = No answer
offer-note = If the start lies no later than { $due }, the statutory clock stops. The municipality's own goal is reached once the training has been held.
start-limit-words = The plan says: "{ $words }"
start-limit-note = The answer is filled in from the plan's words. Change it if you read them otherwise.
correct = Correct
correct-about = "{ $what }"
correct-note = Nothing is deleted. The event stays on record, and counts no more.
refused = Nothing was changed
refused-rule = Read the rule
meanwhile = { $who } saved something while you were writing
meanwhile-other = Another system
meanwhile-what = { $hour }: { $what }.
meanwhile-text = Nothing of yours was saved. What you wrote still stands here. Look at the change, then save again.
effect-saved = Saved: { $what }
effect-fulfilled = Fulfilled in time: { $act }.
effect-fulfilled-late = Fulfilled late: { $act }.
effect-lapsed = Fell away: { $act }.
effect-new = New duty: { $act }. Limit: { $standing }.
effect-moved = Changed: { $act }. Limit: { $standing }.
effect-still = The statutory clock still runs: { $standing }.
effect-undo = Undo (records a correction)

## Two plans for the same citizen
second-heading = The citizen has a case already: { $case }
second-text = Somebody must choose what the new plan is to the old one. The clocks run meanwhile.
second-choose = Choose what is to happen
second-what = What is to happen to the two plans?
second-what-hint = Choose by what the plans say. If in doubt, ask the hospital first.
second-reason-hint = One or two sentences. It goes with the choice on record.
second-save = Save the choice
second-replaces = The new plan replaces the old one
second-replaces-when = Use it where the need is the same but the plan was corrected.
second-restarts = The course starts over with the new plan
second-restarts-when = Use it where a new contact with the hospital has changed the need.
second-beside = The two plans run beside each other
second-beside-when = Use it where the new plan is about something else.
second-closes = { $count ->
    [0] Case { $case } is closed.
    [one] Case { $case } is closed, and { $count } open duty in it falls away.
   *[other] Case { $case } is closed, and { $count } open duties in it fall away.
}
second-goes-on = Case { $case } goes on with its own limits.
second-carries = What was done in case { $case } counts in the new one.
second-clock = The statutory clock runs from { $from } and expires on { $due }.
second-clock-stopped = The statutory clock is stopped and stays so.
second-clock-still = The statutory clock stands still.
second-clock-open = The statutory clock can't be counted until the discharge is known.
second-no-clock = The law sets no limit for the start in the new case.

## What is known
case-nameless = No name
case-age = { $count ->
    [one] { $name }, { $count }{"\u00A0"}year{"\u00A0"}old
   *[other] { $name }, { $count }{"\u00A0"}years{"\u00A0"}old
}
fact-provision = Provision
fact-provision-140 = Sundhedsloven § 140
fact-type = Type and level
fact-case = Case
fact-phone = Telephone
fact-phone-from-plan = { $number } (from the plan)
fact-address = Address
fact-discharged = Discharged
fact-discharge-expected = Discharge expected
fact-discharge-unconfirmed = Discharge expected
fact-discharge-day = { $date }
fact-discharge-unconfirmed-day = { $date }, not confirmed
fact-received = Plan received
fact-hospital = Hospital
fact-provider = Provider
fact-not-told = not stated
fact-no-level = level not assessed
plan-summary = The course at the hospital
plan-diagnoses = Diagnoses
plan-ability = Ability at discharge
plan-ability-more = Ability, at length
plan-need = Need of training
plan-start = When the training is to begin
plan-practical = Practical matters
plan-safety = Risks
plan-told = What the citizen was told
plan-relatives = Relatives
case-words = Read the plan's own words
case-seen = Who has seen the case
case-seen-text = Each opening is recorded. The citizen can be told of it.
case-seen-who = { $count ->
    [0] Nobody before you
    [one] { $count } opening
   *[other] The last { $count } openings
}
access-page = opened the case
access-number = was shown the CPR number
access-inbox = saw the plan in the inbox
access-command-line = saw the case outside these pages, from the command line
access-found = found the case by its CPR number
happened-from = From { $who }
happened-corrected = Corrected on { $date } { $hour } by { $who }: { $reason }.
linked-case = Case
linked-received = Plan received on { $date }.
linked-closed = Closed on { $date }.
linked-running = The case is running.
other-day = The case as it stands on { $date }
other-day-text = Counted from what is known today. Nothing can be changed here.
other-day-back = Back to today
other-day-heading = See another day
other-day-label = Which day?
other-day-hint = A day before or after today, for example 3/4.
other-day-do = Show

## Finding a case
find-words-hint = The beginning of a name or a case number is enough.
find-do = Search
find-number = CPR number
find-number-hint = Ten figures. The number will not stand in the address, and the search is recorded.
find-number-do = Find by CPR number
find-no-number = You cannot search by CPR number. Search by name or case number: a CPR number must not stand in the address.
find-not-in-address = Don't search for a CPR number in the other field: it would stand in the address. Write it here.
find-found = { $count ->
    [0] No cases
    [one] { $count } case
   *[other] { $count } cases
}
find-none-words = No case has a name or number that begins with "{ $words }". Try fewer letters.
find-none-number = No case belongs to that CPR number.
find-open = Open.
find-closed = Closed.

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
inbox-second-plan = { $person }: a second plan
inbox-received = received
inbox-discharged = discharged { $date }
inbox-discharge-expected = discharge expected { $date }
inbox-discharge-unconfirmed = discharge was expected { $date }, not confirmed
inbox-running-plan = The plan that is running
inbox-new-plan = The new plan
inbox-all-parts = All { $count } parts are there.
inbox-parts-unclear = { $count ->
    [one] { $there } parts are there. { $count } does not show in the message and must be read in the plan.
   *[other] { $there } parts are there. { $count } do not show in the message and must be read in the plan.
}
inbox-ask-hospital = Ask the hospital for what is missing. The training doesn't wait for the answer.
inbox-open = Open case { $case }
inbox-left-out = { $count ->
    [one] { $count } more plan is waiting. It comes into sight once the first have been opened.
   *[other] { $count } more plans are waiting. They come into sight once the first have been opened.
}
fact-treated-for = Trains after
fact-plan-type = Type
fact-progress = State
fact-started = Started on { $date }
fact-offered = Start offered for { $date }
fact-not-begun = Not begun
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
    [0] Question { $number }. It is probably the last one
   *[other] Question { $number }. About { $left } to go
}
question-progress = Question { $number } of about { $total }
question-several = Choose all that apply.
question-date = Date
question-date-example = For instance { $example }
question-day = Day
question-month = Month
question-year = Year
question-figure = Number of { $unit }
question-next = Next
question-unknown = Don’t know
question-none = None of them
question-choose = Choose one of the answers, or press "Don't know".
question-choose-some = Choose at least one answer, "None of them", or press "Don't know".
question-none-and-some = Choose either "None of them" or the other answers.
question-date-empty = Write day, month and year, or press "Don't know".
question-date-wrong = That can’t be read as a date. Enter day and month as figures and the year in four figures, for instance 27, 3 and 2026.
question-born-ahead = The date lies after today. Write the day you were born.
question-too-far-ahead = The date lies more than a year ahead. Write the year with four figures, and see whether it is right.
question-figure-wrong = Write a number, for example 12 or 7.5.
question-not-happened = It has not happened
question-not-offered = The municipality has not offered a day
question-not-discharged = I am not discharged
question-strange = One of the answers could not be read and was taken out. Answer it again when you are asked.
question-why-corrected = You have answered this before. You can correct the answer here.
question-why = Why do we ask?
question-given = Your answers so far
question-correct = Change
question-correct-about = the answer to: { $question }
question-not-stored = We store none of your answers. If others use the same computer, close the browser when you are done.

## The answer
answer-yes = Yes
answer-no = No
answer-contradiction = Your answers don't fit together
headline-yes = Yes. You have a right to { $right }.
headline-judge = Perhaps. A person in the municipality must judge whether you have a right to { $right }.
headline-unknown = We can't answer that yet.
headline-not-yet = Not yet. You get a right to { $right } when you are discharged.
headline-no = No, not by what you have answered.
when-due = The municipality must offer a start no later than { $due }.
when-was-due = The municipality should have offered a start no later than { $due }.
when-open = The municipality must offer a start within 7 days of the discharge.
who-home = The municipality where you live.
cost-free = It is free of charge.
remedies = What you can do
remedies-over = The limit has passed. What you can do
remedies-late = The start is too late. What you can do
judge-lede = Your answers don't rule it out. The law wants a person to look at your whole situation.
way-private = Choose a private supplier.
way-call = Call the municipality on { $phone }.
way-call-late = Say that the 7 days were not kept.
way-call-ask = The municipality must guide you, and you can always ask for a decision.
way-ask = Ask the municipality.
way-sent-municipality = Send the complaint to the municipality.
way-sent-body = Send the complaint to { $body }.
way-body-unknown = the complaints body
way-until = It must be there by { $date }.
judged-by = Judged by { $who }.
unknown-ask = Ask { $who }.
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
answer-print-back = Back to the answer on the screen
answer-print-how = Press Ctrl + P, or choose Print in the browser’s menu. This text will not be on the paper.
answer-again = Start again
answer-given = Your answers
answer-rules = Rules that were used:
answer-guidance = The answer rests only on what you have answered. It is guidance and not a decision.

## The rules
rules-lede = The rules that the pages reckon with, in plain words.
rules-guidance = The words are ours. What binds is the text of the act. Each rule says where it comes from, and whether somebody has held it against the source.
rule-own-promise = This is the municipality's own promise. The law holds beside it.
rule-guidance = This is guidance on how the law is to be read.
rule-in-force = In force
rule-from = from { $date } { $year }
rule-from-unknown = The first day is not known
rule-to = to { $date } { $year }
rule-source = Source
rule-id = Name
rule-rests-on = Rests on
rule-reading = The source does not say so itself. This is our reading of it.
rule-unverified = The wording or a figure has not been checked against the source. So the rule decides nothing alone.

## The front page
front-title = Rehabilitation training
front-heading = Rehabilitation training: what are you entitled to?
front-lede = { $municipality } gives training to those who have been in hospital, and to those who have lost some of what they were able to do. Here you can see what the law says of your own situation.
front-citizen = Answer a few questions. You are then told what you have a right to, when, from whom, and what you can do if it doesn't happen.
front-citizen-do = Begin
front-citizen-private = You need not say who you are. We keep none of your answers.
front-staff = Working for the municipality
front-staff-text = Worklist, inbox and cases are for those who sign in.
front-no-cases = You are signed in. Your role sees no citizens' cases in this version.
front-rules = Read the rules in plain words

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
problem-not-found-do = The address may be mistyped. If it is a case, it may belong to another municipality.
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
problem-busy = The database is busy right now
problem-busy-do = Another program is using it. Nothing was saved. Wait a moment and try again.
problem-full = There is no room to save
problem-full-do = Nothing was saved. Tell your administrator. Once room has been made you can try again.
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
