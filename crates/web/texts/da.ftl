# Det, siderne selv siger. Sætninger om loven kommer fra lovens svar, ikke herfra.

## Ramme
skip-to-content = Gå til sidens indhold
menu = Menu
menu-main = Hovedmenu
menu-worklist = Arbejdsliste
menu-cases = Sager
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
entry-lacks = { $count ->
    [one] { $what } mangler. Skriv dag, måned og år.
   *[other] Både { $what } mangler. Skriv dag, måned og år.
}
entry-the-day = dagen
entry-the-month = måneden
entry-the-year = året
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
clock-fell-away = bortfaldet
clock-uncounted = Lovens ur kan ikke regnes: udskrivningen er ikke kendt
clock-uncounted-heading = Loven: 7 dage fra udskrivning
clock-uncounted-text = Uret kan ikke regnes, før dagen for udskrivningen er kendt. Spørg sygehuset.
clock-private = Følge: ret til privat leverandør.
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
worklist-unread = Sagen kunne ikke læses. Åbn den, og sig det til din administrator, hvis det ikke lykkes.
worklist-age = { $count }{"\u00A0"}år
worklist-case = sag { $number }
worklist-about = om { $who }
worklist-more = { $count ->
    [one] og { $count } mere: { $what }
   *[other] og { $count } mere: { $what }
}
worklist-more-among = og { $count } mere, blandt andet: { $what }
filter-all = Alle
filter-all-dues = Alle frister
filter-everybody = Alle
filter-type = Plantype
filter-actor = Hvem skal gøre noget
remark-day-off = { $day }
remark-after-holiday = Første hverdag efter { $day }
pages-only = side { $number }
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

## Handlinger i en sag
act-save = Gem
field-choose = Vælg en af mulighederne.
field-empty = Udfyld feltet.
field-date-hint = Skriv for eksempel 7/4 eller »i går«.
field-hour = Klokken
when-contact = Hvornår talte du med borgeren?
when-attempt = Hvornår prøvede du?
when-offer = Hvornår er tilbuddet givet?
when-declined = Hvornår sagde borgeren nej?
when-withdrawn = Hvornår fik borgeren det at vide?
when-informed = Hvornår blev borgeren oplyst?
when-chosen = Hvornår valgte borgeren?
when-trained = Hvornår blev der trænet?
when-assessed = Hvornår er det vurderet?
when-admitted = Hvornår blev borgeren indlagt?
when-discharged = Hvornår blev borgeren udskrevet?
contact-record = Registrér kontakt
contact-talked = Talt med borgeren
contact-no-answer = Intet svar
offer-note = Ligger starten senest { $due }, stopper lovens ur. Kommunens mål er først nået, når træningen er holdt.
start-limit-words = Planen siger: »{ $words }«
start-limit-note = Svaret er udfyldt efter planens ord. Ret det, hvis du læser dem anderledes.
correct = Ret
correct-about = »{ $what }«
correct-note = Intet bliver slettet. Hændelsen bliver stående i sagen, men den tæller ikke mere.
refused = Intet er ændret
refused-rule = Læs reglen
meanwhile = { $who } gemte noget, mens du skrev
meanwhile-other = Et andet system
meanwhile-what = { $hour }: { $what }.
meanwhile-text = Intet af dit er gemt. Det, du skrev, står her endnu. Se ændringen, og gem så igen.
effect-saved = Gemt: { $what }
effect-fulfilled = Opfyldt i tide: { $act }.
effect-fulfilled-late = Opfyldt for sent: { $act }.
effect-lapsed = Bortfaldet: { $act }.
effect-new = Ny pligt: { $act }. Frist: { $standing }.
effect-moved = Ændret: { $act }. Frist: { $standing }.
effect-still = Lovens ur løber stadig: { $standing }.
effect-undo = Fortryd (skriver en rettelse i sagen)

## To planer for samme borger
second-heading = Borgeren har en sag i forvejen: { $case }
second-text = Nogen skal vælge, hvad den nye plan er til den gamle. Urene løber imens.
second-choose = Vælg, hvad der skal ske
second-what = Hvad skal der ske med de to planer?
second-what-hint = Vælg efter, hvad planerne siger. Er du i tvivl, så spørg sygehuset først.
second-reason-hint = En til to sætninger. Den følger med valget i sagen.
second-save = Gem valget
second-replaces = Den nye plan erstatter den gamle
second-replaces-when = Brug den, når behovet er det samme, men planen er rettet.
second-restarts = Forløbet starter forfra med den nye plan
second-restarts-when = Brug den, når en ny kontakt til sygehuset har ændret behovet.
second-beside = De to planer løber ved siden af hinanden
second-beside-when = Brug den, når den nye plan handler om noget andet.
second-closes = { $count ->
    [0] Sag { $case } bliver lukket.
    [one] Sag { $case } bliver lukket, og { $count } åben pligt i den falder bort.
   *[other] Sag { $case } bliver lukket, og { $count } åbne pligter i den falder bort.
}
second-goes-on = Sag { $case } løber videre med sine egne frister.
second-carries = Det, der er gjort i sag { $case }, tæller med i den nye.
second-clock = Lovens ur løber fra { $from } og udløber { $due }.
second-clock-stopped = Lovens ur er stoppet og forbliver stoppet.
second-clock-still = Lovens ur står stille.
second-clock-open = Lovens ur kan ikke regnes, før udskrivningen er kendt.
second-no-clock = Loven sætter ingen frist for start i den nye sag.

## Det, der er kendt
case-nameless = Uden navn
case-age = { $count ->
    [one] { $name }, { $count }{"\u00A0"}år
   *[other] { $name }, { $count }{"\u00A0"}år
}
fact-provision = Bestemmelse
fact-provision-140 = Sundhedsloven § 140
fact-type = Type og niveau
fact-case = Sag
fact-phone = Telefon
fact-phone-from-plan = { $number } (fra planen)
fact-address = Adresse
fact-discharged = Udskrevet
fact-discharge-expected = Ventes udskrevet
fact-discharge-unconfirmed = Ventet udskrevet
fact-discharge-day = { $date }
fact-discharge-unconfirmed-day = { $date }, ikke bekræftet
fact-received = Plan modtaget
fact-hospital = Sygehus
fact-provider = Leverandør
fact-not-told = ikke oplyst
fact-no-level = niveau ikke vurderet
plan-summary = Forløbet på sygehuset
plan-diagnoses = Diagnoser
plan-ability = Funktionsevne ved udskrivningen
plan-ability-more = Funktionsevne, udvidet
plan-need = Behov for genoptræning
plan-start = Hvornår træningen skal begynde
plan-practical = Praktiske oplysninger
plan-safety = Risici
plan-told = Det har borgeren fået at vide
plan-relatives = Pårørende
case-words = Læs planens egne ord
case-seen = Hvem har set sagen
case-seen-text = Hver åbning bliver skrevet ned. Borgeren kan få det at vide.
case-seen-who = { $count ->
    [0] Ingen før dig
    [one] { $count } åbning
   *[other] De seneste { $count } åbninger
}
access-page = åbnede sagen
access-number = fik CPR-nummeret vist
access-inbox = så planen i indbakken
access-command-line = så sagen uden for siderne, fra kommandolinjen
access-found = fandt sagen på CPR-nummer
happened-from = Fra { $who }
happened-corrected = Rettet { $date } { $hour } af { $who }: { $reason }.
linked-case = Sag
linked-received = Plan modtaget { $date }.
linked-closed = Lukket { $date }.
linked-running = Sagen løber.
other-day = Sagen, som den står { $date }
other-day-text = Regnet efter det, der er kendt i dag. Her kan intet ændres.
other-day-back = Tilbage til i dag
other-day-heading = Se en anden dag
other-day-label = Hvilken dag?
other-day-hint = En dag før eller efter i dag, for eksempel 3/4.
other-day-do = Vis

## Find en sag
find-words-hint = Begyndelsen af navn eller sagsnummer er nok.
find-do = Søg
find-number = CPR-nummer
find-number-hint = Ti cifre. Nummeret kommer ikke til at stå i adressen, og søgningen bliver skrevet ned.
find-number-do = Find på CPR-nummer
find-no-number = Du kan ikke søge på CPR-nummer. Søg på navn eller sagsnummer: et CPR-nummer må ikke stå i adressen.
find-not-in-address = Søg ikke på CPR-nummer i det andet felt: det kommer til at stå i adressen. Skriv det her.
find-found = { $count ->
    [0] Ingen sager
    [one] { $count } sag
   *[other] { $count } sager
}
find-none-words = Ingen sag har et navn eller nummer, der begynder med »{ $words }«. Prøv med færre bogstaver.
find-none-number = Ingen sag hører til det CPR-nummer.
find-open = Åben.
find-closed = Lukket.

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
inbox-second-plan = { $person }: en plan nummer to
inbox-received = modtaget
inbox-discharged = udskrevet { $date }
inbox-discharge-expected = ventes udskrevet { $date }
inbox-discharge-unconfirmed = var ventet udskrevet { $date }, ikke bekræftet
inbox-running-plan = Planen, der løber
inbox-new-plan = Den nye plan
inbox-all-parts = Alle { $count } dele er med.
inbox-parts-unclear = { $there } dele er med. { $count } fremgår ikke af beskeden og skal læses i planen.
inbox-ask-hospital = Bed sygehuset om det, der mangler. Træningen venter ikke på svaret.
inbox-open = Åbn sag { $case }
inbox-left-out = { $count ->
    [one] { $count } plan mere venter. Den kommer frem, når de øverste er åbnet.
   *[other] { $count } planer mere venter. De kommer frem, når de øverste er åbnet.
}
fact-treated-for = Træner efter
fact-plan-type = Type
fact-progress = Status
fact-started = Startet { $date }
fact-offered = Start tilbudt til { $date }
fact-not-begun = Ikke begyndt
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
    [0] Spørgsmål { $number }. Det er nok det sidste
   *[other] Spørgsmål { $number }. Der er omkring { $left } tilbage
}
question-progress = Spørgsmål { $number } af omkring { $total }
question-several = Vælg alle, der passer.
question-date = Dato
question-date-example = For eksempel { $example }
question-day = Dag
question-month = Måned
question-year = År
question-figure = Antal { $unit }
question-next = Videre
question-unknown = Ved ikke
question-none = Ingen af dem
question-choose = Vælg et af svarene, eller tryk »Ved ikke«.
question-choose-some = Vælg mindst ét svar, »Ingen af dem«, eller tryk »Ved ikke«.
question-none-and-some = Vælg enten »Ingen af dem« eller de andre svar.
question-date-empty = Skriv dag, måned og år, eller tryk »Ved ikke«.
question-date-wrong = Det kan ikke læses som en dato. Skriv dag og måned med tal, og årstallet med fire tal, for eksempel 27, 3 og 2026.
question-born-ahead = Datoen ligger efter i dag. Skriv den dag, du er født.
question-too-far-ahead = Datoen ligger mere end et år ude i fremtiden. Skriv årstallet med fire tal, og se efter, om det er rigtigt.
question-figure-wrong = Skriv et tal, for eksempel 12 eller 7,5.
question-not-happened = Det er ikke sket
question-not-offered = Kommunen har ikke tilbudt en dag
question-not-discharged = Jeg er ikke udskrevet
question-strange = Et af svarene kunne ikke læses og er taget ud. Svar på det igen, når du bliver spurgt.
question-why-corrected = Du har svaret før. Du kan rette svaret her.
question-why = Hvorfor spørger vi om det?
question-given = Dine svar indtil nu
question-correct = Ret
question-correct-about = svaret på: { $question }
question-not-stored = Vi gemmer ingen af dine svar. Bruger andre den samme computer, så luk browseren, når du er færdig.

## Svaret
answer-yes = Ja
answer-no = Nej
answer-contradiction = Dine svar passer ikke sammen
headline-yes = Ja. Du har ret til { $right }.
headline-judge = Måske. Et menneske i kommunen skal vurdere, om du har ret til { $right }.
headline-unknown = Det kan vi ikke svare på endnu.
headline-not-yet = Ikke endnu. Du får ret til { $right }, når du bliver udskrevet.
headline-no = Nej, ikke efter det, du har svaret.
when-due = Kommunen skal tilbyde en start senest { $due }.
when-was-due = Kommunen skulle tilbyde en start senest { $due }.
when-open = Kommunen skal tilbyde en start inden for 7 dage efter udskrivningen.
who-home = Kommunen, du bor i.
cost-free = Det er gratis.
remedies = Det kan du gøre
remedies-over = Fristen er gået. Det kan du gøre
remedies-late = Starten er for sent. Det kan du gøre
judge-lede = Dine svar udelukker det ikke. Loven kræver, at et menneske ser på hele din situation.
way-private = Vælg en privat leverandør.
way-call = Ring til kommunen på { $phone }.
way-call-late = Sig, at de 7 dage ikke er holdt.
way-call-ask = Kommunen skal vejlede dig, og du kan altid bede om en afgørelse.
way-ask = Spørg kommunen.
way-sent-municipality = Send klagen til kommunen.
way-sent-body = Send klagen til { $body }.
way-body-unknown = klageinstansen
way-until = Den skal være der senest { $date }.
judged-by = Det vurderer { $who }.
unknown-ask = Spørg { $who }.
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
answer-print-back = Tilbage til svaret på skærmen
answer-print-how = Tryk Ctrl + P, eller vælg Udskriv i browserens menu. Denne tekst kommer ikke med på papiret.
answer-again = Begynd forfra
answer-given = Det har du svaret
answer-rules = Regler, der er brugt:
answer-guidance = Svaret bygger kun på det, du har svaret. Det er vejledning og ikke en afgørelse.

## Reglerne
rules-lede = Reglerne, som siderne regner med, på almindeligt dansk.
rules-guidance = Teksten er vores egen. Det er lovens ordlyd, der gælder. Under hver regel står, hvor den kommer fra, og om nogen har holdt den op mod kilden.
rule-own-promise = Det er kommunens eget løfte. Loven gælder ved siden af.
rule-guidance = Det er en vejledning om, hvordan loven skal forstås.
rule-in-force = Gælder
rule-from = fra { $date } { $year }
rule-from-unknown = Første dag er ikke kendt
rule-to = til { $date } { $year }
rule-source = Kilde
rule-id = Betegnelse
rule-rests-on = Bygger på
rule-reading = Kilden siger det ikke selv. Dette er vores læsning af den.
rule-unverified = Ordlyden eller et tal er ikke holdt op mod kilden. Derfor afgør reglen intet alene.

## Forsiden
front-title = Genoptræning
front-heading = Genoptræning: hvad har du ret til?
front-lede = { $municipality } giver genoptræning til dig, der har været på sygehus, og til dig, der har mistet noget af det, du kunne. Her kan du se, hvad loven siger i netop din situation.
front-citizen = Svar på nogle få spørgsmål. Så får du at vide, hvad du har ret til, hvornår, fra hvem, og hvad du kan gøre, hvis det ikke sker.
front-citizen-do = Begynd
front-citizen-private = Du skal ikke skrive, hvem du er. Vi gemmer ingen af dine svar.
front-staff = Ansat i kommunen
front-staff-text = Arbejdsliste, indbakke og sager kræver, at du logger ind.
front-no-cases = Du er logget ind. Din rolle ser ingen borgeres sager i denne udgave.
front-rules = Læs reglerne på almindeligt dansk

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
problem-not-found-do = Adressen kan være skrevet forkert. Er det en sag, kan den høre til en anden kommune.
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
problem-busy = Databasen er optaget lige nu
problem-busy-do = Et andet program bruger den. Intet er gemt. Vent et øjeblik, og prøv igen.
problem-full = Der er ikke plads til at gemme
problem-full-do = Intet er gemt. Sig det til din administrator. Når der er skaffet plads, kan du prøve igen.
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
