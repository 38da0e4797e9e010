# Det, siderne selv siger. Sætninger om loven kommer fra lovens svar, ikke herfra.

## Ramme
skip-to-content = Gå til sidens indhold
menu = Menu
menu-main = Hovedmenu
menu-worklist = Arbejdsliste
menu-inbox = Indbakke
menu-interview = Hvad har jeg ret til?
menu-rules = Reglerne
menu-sign-in = Log ind
sign-out = Log af
breadcrumb = Brødkrumme
back = Tilbage
footer-accessibility = Tilgængelighed
footer-language = In English
footer-call = Ring { $phone }, hvis du hellere vil tale med os

role-case-officer = visitator
role-therapist = terapeut
role-provider-manager = leder hos en leverandør
role-discharge-coordinator = udskrivningskoordinator
role-complaints-officer = klagemedarbejder
role-manager = ledelse
role-supervisor = tilsyn
role-administrator = administrator

## Tid
relative-today = I dag
relative-tomorrow = I morgen
relative-in-days = Om { $count } dage
relative-overdue = { $count ->
    [one] Overskredet { $count } dag
   *[other] Overskredet { $count } dage
}
due-since = Siden { $date }
due-never = Ingen frist

entry-empty = Skriv en dato, for eksempel 7/4 eller »i går«.
entry-not-a-date = »{ $typed }« kan ikke læses som en dato. Skriv for eksempel 7/4 eller »i går«.
entry-not-an-hour = »{ $typed }« kan ikke læses som et klokkeslæt. Skriv for eksempel 9.30.
entry-no-such-day = Datoen { $typed } findes ikke. { $month } har { $days } dage i { $year }.

## Pligter
state-now = Nu
state-open = Åben
state-not-yet = Endnu ikke
state-still = I bero
state-judge = Et menneske skal vurdere
state-fulfilled = Opfyldt { $on }
state-fulfilled-late = Opfyldt for sent, { $on }
state-lapsed = Bortfaldet
duty-owed-by = Skyldes af { $who } · { $source }
duty-by-law = lovkrav
duty-by-goal = kommunens mål
why = Hvorfor?
must-weigh = Det skal afvejes:
fulfilled-when = Opfyldt, når { $when }
citation-valid-from = gælder fra { $from } { $year }
citation-unverified = ikke efterprøvet

## De to ure
clock-lane-law = Lov
clock-lane-goal = Mål
clock-left = { $count ->
    [one] { $count } dag tilbage
   *[other] { $count } dage tilbage
}
clock-today = i dag
clock-over = { $count ->
    [one] { $count } dag over
   *[other] { $count } dage over
}
clock-in-time = nået i tide
clock-late = { $count ->
    [one] { $count } dag for sent
   *[other] { $count } dage for sent
}
clock-still = står stille
clock-provisional = (foreløbig)
clock-provisional-text = Fristen er foreløbig, til udskrivningen er bekræftet.
clock-heading-law = Loven: { $count } dage fra { $beginning }
clock-heading-goal = Kommunens mål: { $count } dage fra { $beginning }
clock-heard-law = Lovens { $count } dage: fra { $beginning } { $from } til { $due }
clock-heard-goal = Kommunens { $count } dage: fra { $beginning } { $from } til { $due }
clock-from-discharge = udskrivning
clock-from-expected-discharge = ventet udskrivning
clock-from-later-date = den senere dato i planen
clock-from-receipt = modtagelse
clock-sentence = { $words }.
clock-expired = Udløb { $due }.
clock-expires = Udløber { $due }.
clock-would-expire = Fristen var { $due }.
clock-expires-not = Uret går igen, når grunden er væk.
clock-axis-today = i dag
clocks-how = Sådan læses de to ure
clocks-how-text = Hver firkant er en dag i fristen. Lovens ur løber fra udskrivningen, eller fra en senere dato, som planen begrunder. Kommunens mål løber fra modtagelsen af planen. Det ene ur stopper ikke det andet. Listen er ordnet efter den tidligste frist.
legend-law = Lov: 7 dage fra udskrivning
legend-goal = Mål: kommunens 7 dage fra modtagelse
legend-left = dage tilbage
legend-over = over tiden
legend-stopped = stoppet
legend-off = weekend og helligdag
legend-today = i dag

## Kalenderstrimlen
strip-label = Dagene fra { $from } til { $until }
strip-seen-from = fra
strip-seen-over = over
strip-not-counted = tælles ikke med
strip-paused = fristen står stille
strip-day = dag { $number }
strip-day-due = dag { $number }, frist
strip-over = efter fristen
strip-today = i dag
strip-weekend = weekend
strip-left-out = { $count ->
    [one] og { $count } dag mere efter fristen
   *[other] og { $count } dage mere efter fristen
}
strip-legend = Skraveret er weekend eller helligdag. Blå er den sidste dag. Rød er dage efter fristen.

## Arbejdslisten
tally-overdue = overskredet
tally-today = i dag
tally-soon = de næste tre dage
tally-later = senere og i bero
group-overdue = Overskredet
group-today = I dag, { $today }
group-soon = Snart: de næste tre dage
group-later = Senere og i bero
filter = Filtrér arbejdslisten
filter-words = Søg navn eller sag
filter-more = Flere filtre
filter-do = Vis
worklist-label = Sager efter første frist
worklist-due = Frist
worklist-who = Borger og næste skridt
worklist-clocks = De to ure
worklist-no-clock = Ingen syvdagesfrist i denne sag
worklist-none-found = Ingen sager passer til din søgning
worklist-searched = Du har søgt på { $searched }.
worklist-without-filter = { $count ->
    [one] Der er { $count } sag uden dette filter.
   *[other] Der er { $count } sager uden dette filter.
}
worklist-wider = Søg i alle sager
worklist-no-filter = Fjern filter
worklist-nothing-owed = Intet skyldes nu
worklist-nothing-owed-text = Intet er overskredet, og der er ingen frister i dag.
worklist-next-due = Næste frist er { $date }.
pages = Sider
pages-before = Forrige side
pages-after = Næste side
pages-number = Side { $number } af { $of }

## Sagen
case-cpr = CPR-nummer
case-cpr-show = Vis (logges)
case-cpr-shown = Visningen er logget
case-clocks = { $count ->
    [one] Uret
   *[other] De to ure
}
case-duties = Hvad skal der ske nu
case-no-duties = Intet skyldes i denne sag nu.
case-settled = { $count ->
    [one] { $count } pligt er opfyldt eller bortfaldet
   *[other] { $count } pligter er opfyldt eller bortfaldet
}
case-happened = Hvad der er sket
case-happened-order = Nyeste først. Er noget skrevet ned senere, end det skete, står begge tider.
case-nothing-deleted = Intet er slettet.
case-may = Det kan du gøre
case-may-not = Det kan du ikke gøre nu
case-plan = Planens indhold
case-linked = Andre sager for borgeren
happened = Skete { $date }
recorded = skrevet { $date } { $hour }
happened-and-recorded = Skete og blev skrevet { $date } { $hour }
content-count = { $there } af { $wanted } dele er med.
content-there = Er med
content-missing = Mangler
content-forbidden = Må ikke stå her
content-unclear = Skal ses efter

## Indbakken
inbox-count = { $count ->
    [one] { $count } plan er kommet siden { $since }. Urene løber, også før planen er åbnet.
   *[other] { $count } planer er kommet siden { $since }. Urene løber, også før planen er åbnet.
}
inbox-empty = Indbakken er tom
inbox-empty-text = Alle planer, der er kommet, er åbnet som sager.
inbox-choices = Kræver et valg ({ $count })
inbox-incomplete = Kræver et svar fra sygehuset ({ $count })
inbox-ready = Klar til at blive åbnet ({ $count })
inbox-unreadable = Kunne ikke læses ({ $count })
inbox-second-plan = { $person }: en plan nummer to
inbox-received = modtaget
inbox-discharged = udskrevet { $date }
inbox-running-plan = Planen, der løber
inbox-new-plan = Den nye plan
inbox-in-order = Plan i orden
inbox-faults = { $count ->
    [one] { $count } del mangler
   *[other] { $count } dele mangler
}

## Formularer og beskeder
form-error = Fejl:
form-errors = { $count ->
    [one] Der er { $count } fejl
   *[other] Der er { $count } fejl
}
notice-error = Fejl
notice-warning = Advarsel
notice-info = Information
notice-done = Succes

## Spørgsmålene
question-title = Spørgsmål { $number }: { $question }
question-number = { $left ->
    [0] Spørgsmål { $number }. Det er det sidste
   *[other] Spørgsmål { $number }. Der er højst { $left } tilbage
}
question-progress = Spørgsmål { $number } af højst { $total }
question-several = Vælg alle, der passer.
question-date = Dato
question-date-example = For eksempel { $example }
question-day = Dag
question-month = Måned
question-year = År
question-figure = Antal { $unit }
question-next = Videre
question-unknown = Ved ikke
question-why = Hvorfor spørger vi om det?
question-given = Dine svar indtil nu
question-correct = Ret
question-correct-about = svaret på: { $question }
question-not-stored = Vi gemmer ingen af dine svar. De forsvinder, når du lukker siden.

## Svaret
answer-title = Svar: hvad har jeg ret til?
answer-as-of = Svar pr. { $date }
answer-correct = Ret dine svar
answer-what = Hvad
answer-when = Hvornår
answer-who = Hvem
answer-cost = Pris
answer-judged = Det skal et menneske vurdere
answer-unknown = Det ved vi ikke endnu
answer-excluded = Det gælder ikke her
answer-now = Svar på spørgsmålet nu
answer-print = Hent svaret til print
answer-print-how = Tryk Ctrl + P, eller vælg Udskriv i browserens menu. Denne tekst kommer ikke med på papiret.
answer-again = Begynd forfra
answer-given = Det har du svaret
answer-rules = Regler, der er brugt:
answer-guidance = Svaret bygger kun på det, du har svaret. Det er vejledning og ikke en afgørelse.

## Reglerne
rules-lede = Reglerne, som siderne regner med, på almindeligt dansk.
rule-in-force = Gælder
rule-from = fra { $date } { $year }
rule-from-unknown = Første dag er ikke kendt
rule-to = til { $date } { $year }
rule-source = Kilde
rule-id = Betegnelse
rule-rests-on = Bygger på
rule-reading = Kilden siger det ikke selv. Dette er vores læsning af den.
rule-unverified = Ordlyden eller et tal er ikke holdt op mod kilden. Derfor afgør reglen intet alene.

## Log ind
sign-in = Log ind
sign-in-name = Brugernavn
sign-in-password = Adgangskode
sign-in-do = Log ind
sign-in-wrong = Brugernavn og adgangskode passer ikke sammen. Prøv igen.
sign-in-must-wait = Der har været for mange forsøg. Vent et kvarter, og prøv igen.
sign-in-for-staff = For kommunens medarbejdere.
sign-in-for-citizens = Er du borger? Se, hvad du har ret til
sign-in-demo = Prøv Genvej
sign-in-demo-text = Her er kun opdigtede borgere. Log ind som en af disse brugere med adgangskoden »{ $password }«.

## Når noget ikke kan lade sig gøre
problem-home = Gå til forsiden
problem-code = Kode { $code }
problem-signed-out = Du er logget ud
problem-signed-out-do = Intet er ændret. Log ind igen, og prøv så en gang til.
problem-forbidden = Din rolle giver ikke adgang til dette
problem-forbidden-do = Intet er ændret. Mener du, at du skal have adgang, så spørg din administrator.
problem-strange-form = Formularen kunne ikke tages imod
problem-strange-form-do = Intet er ændret. Den er fra en anden side, eller du har logget ind igen, siden du åbnede den. Gå tilbage, hent siden igen, og send formularen på ny.
problem-not-found = Siden findes ikke
problem-not-found-do = Adressen kan være skrevet forkert, eller sagen kan høre til en anden kommune. Søg sagen frem på arbejdslisten.
problem-wrong-method = Adressen kan ikke bruges sådan
problem-wrong-method-do = Intet er ændret. Gå tilbage til siden, og brug knapperne på den.
problem-conflict = En anden nåede at gemme noget først
problem-conflict-do = Intet af dit er gemt. Hent sagen igen, se hvad der er ændret, og prøv så igen.
problem-too-large = Det, du sendte, fylder for meget
problem-too-large-do = Intet er gemt. Skriv kortere, og prøv igen.
problem-unreadable = Det, du sendte, kunne ikke læses
problem-unreadable-do = Intet er ændret. Gå tilbage til siden, og udfyld formularen igen.
problem-too-many = For mange forsøg
problem-too-many-do = Vent et kvarter, og prøv igen.
problem-timed-out = Det tog for lang tid
problem-timed-out-do = Vi ved ikke, om det nåede at blive gemt. Hent siden igen, og se efter, før du prøver en gang til.
problem-fault = Der er en fejl hos os
problem-fault-do = Det er ikke noget, du har gjort. Prøv igen om lidt. Bliver det ved, så ring til din administrator.

## Tilgængelighed
accessibility = Tilgængelighed
accessibility-lede = Alle skal kunne bruge siderne: med tastatur, med skærmlæser, på en telefon, og uden JavaScript.
accessibility-known = Det ved vi mangler
accessibility-fault-pdf = Planer fra sygehusene vises, som de er kommet. Er de ikke tilgængelige, så bed kommunen om hjælp.
accessibility-fault-tests = Siderne er prøvet med et program, der finder en del af de fejl, der kan være, og med tastatur. De er ikke prøvet af mennesker, der bruger skærmlæser til daglig.
accessibility-tell = Sig til
accessibility-tell-text = Er der noget, du ikke kan bruge, så sig det til kommunen. Du har ret til at få hjælp på en anden måde imens.
