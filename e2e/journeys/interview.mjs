export const name = "A citizen asks what they have a right to, and is told yes, no or not yet, by when, and what to do";

const PLAN = "Har du fået en genoptræningsplan fra sygehuset?";
const TYPE = "Hvilken slags genoptræning står der i planen?";
const DISCHARGED = "Hvornår blev du udskrevet fra sygehuset?";
const OFFERED = "Hvilken dag kan du tidligst begynde at træne?";
const MOST_QUESTIONS = 25;

export async function run({ page, context, baseUrl, shot, axe, expect }) {
  await page.goto(`${baseUrl}/ret`);
  await shot("ret-spoergsmaal");
  await axe(page);

  await backInTheBrowser({ page, baseUrl, expect });
  await aStartTooLate({ page, baseUrl, shot, axe, expect });
  await specialisedTraining({ page, baseUrl, expect });
  await noPlanAndNoAnswers({ page, baseUrl, expect });

  const kept = await context.cookies();
  await expect.equal(kept.filter((it) => !/sprog/.test(it.name)), [], "nothing is stored");
}

/** Who presses the browser's Back sees the question before, and can go on from there. */
async function backInTheBrowser({ page, baseUrl, expect }) {
  const question = page.getByRole("heading", { level: 1 });
  await page.goto(`${baseUrl}/ret`);
  const onward = page.getByRole("button", { name: "Videre", exact: true });
  await answerOne(page, onward, "Ja");
  await expect.text(question, DISCHARGED);
  await answerOne(page, onward, ["27", "3", "2026"]);
  await expect.text(question, /^(?!.*udskrevet)/);
  await page.goBack();
  await expect.text(question, DISCHARGED);
  await page.goBack();
  await expect.text(question, PLAN);
  await answerOne(page, onward, "Nej");
  await expect.seen(onward);
}

/** Discharged 27 March, offered a start on 10 April: the limit was Good Friday, and the private choice is open. */
async function aStartTooLate({ page, baseUrl, shot, axe, expect }) {
  const answers = {
    [PLAN]: "Ja",
    [TYPE]: "Almen genoptræning",
    [DISCHARGED]: ["27", "3", "2026"],
    [OFFERED]: ["10", "4", "2026"],
  };
  await answerAll(page, baseUrl, answers);
  await expect.text(page.getByRole("heading", { level: 1 }), "Ja. Du har ret til gratis genoptræning efter sygehus.");
  await expect.text(page.locator("main"), "senest fredag d. 3. april 2026");
  await expect.text(page.locator("main"), "Sundhedsloven § 140, stk. 4");
  await expect.text(page.getByRole("listitem"), "Vælg en privat leverandør.");
  await expect.equal(new URL(page.url()).search, "", "no answer stands in the address");
  await shot("ret-svar");
  await axe(page);
  await expect.fitsPhone(page);

  await page.getByRole("button", { name: "Hent svaret til print" }).click();
  await expect.text(page.locator("body"), "gratis genoptræning efter sygehus");
  await page.getByRole("button", { name: "Tilbage til svaret på skærmen" }).click();
  await expect.seen(page.getByRole("button", { name: "Hent svaret til print" }));
}

async function specialisedTraining({ page, baseUrl, expect }) {
  const answers = { [PLAN]: "Ja", [TYPE]: "Genoptræning på specialiseret niveau (på et sygehus)" };
  await answerAll(page, baseUrl, { ...answers, [DISCHARGED]: ["2", "4", "2026"] });
  await expect.text(page.getByRole("heading", { level: 1 }), /^\s*Ja\./);
  await expect.text(page.locator("main"), "så man kan ikke vælge en privat leverandør");
}

/** Who can't answer is told what is missing, and where to get help. */
async function noPlanAndNoAnswers({ page, baseUrl, expect }) {
  await answerAll(page, baseUrl, { [PLAN]: "Nej" });
  await expect.text(page.getByRole("heading", { level: 1 }), "Det kan vi ikke svare på endnu.");
  await expect.text(page.getByRole("listitem"), "Kommunen skal vejlede dig");
  await expect.seen(page.getByRole("heading", { name: "Det ved vi ikke endnu" }));
}

/** Goes through the interview; what has no answer here isn't known. */
async function answerAll(page, baseUrl, answers) {
  await page.goto(`${baseUrl}/ret`);
  const onward = page.getByRole("button", { name: "Videre", exact: true });
  for (let asked = 0; asked < MOST_QUESTIONS; asked += 1) {
    if ((await onward.count()) === 0) return;
    await answerOne(page, onward, answers[(await page.getByRole("heading", { level: 1 }).innerText()).trim()]);
    await page.waitForLoadState();
  }
  throw new Error(`more than ${MOST_QUESTIONS} questions`);
}

async function answerOne(page, onward, answer) {
  if (answer === undefined) return page.getByRole("button", { name: "Ved ikke", exact: true }).click();
  if (Array.isArray(answer)) {
    for (const [at, part] of ["Dag", "Måned", "År"].entries()) {
      await page.getByRole("textbox", { name: part, exact: true }).fill(answer[at]);
    }
  } else {
    await page.getByLabel(answer, { exact: true }).check();
  }
  return onward.click();
}
