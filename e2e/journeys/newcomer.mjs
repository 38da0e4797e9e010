import { clockOf, dutyOf, openAct, rowOf, signIn } from "../people.mjs";

export const name = "A therapist reads why a clock is red, records the first contact, and stops the law's clock with an offer in time";

// Ruddi Test Berggren: received 30 March, discharged on Maundy Thursday, 2 April. Today is 7 April.
const CASE = "2026-0004";
const LAW = "Loven: 7 dage fra udskrivning";
const GOAL = "Kommunens mål: 7 dage fra modtagelse";

export async function run({ page, baseUrl, shot, axe, expect }) {
  await signIn(page, baseUrl, "terapeut");
  const row = rowOf(page, CASE);
  await expect.text(row, "Ruddi Test Berggren");
  await expect.text(row, "2 dage tilbage");
  await expect.text(row, "1 dag over");
  await shot("arbejdsliste");
  await axe(page);

  await row.getByRole("link", { name: "Ruddi Test Berggren" }).click();
  await expect.path(page, /^\/sager\/2026-0004$/);
  await expect.text(clockOf(page, LAW), "2 dage tilbage. Udløber torsdag d. 9. april.");
  await expect.text(clockOf(page, GOAL), "1 dag over. Udløb mandag d. 6. april.");

  await theReasonStandsThere({ page, expect });
  await shot("sag");
  await axe(page);

  await theContactFulfilsItsGoalAlone({ page, expect });
  await theOfferStopsTheLawsClock({ page, expect });
  await shot("sag-stoppet");
}

/** Sentence, provision and dates, day by day. */
async function theReasonStandsThere({ page, expect }) {
  const red = dutyOf(page, "Hold første træning");
  await expect.text(red, "Overskredet 1 dag");
  await red.locator("summary", { hasText: "Hvorfor?" }).click();
  await expect.text(red, "senest mandag d. 6. april 2026");
  await expect.seen(red.getByRole("link", { name: /Hjørring Kommunes kvalitetsstandard/ }));
  await expect.seen(red.getByText("2. påskedag").first());

  const law = dutyOf(page, "Tilbyd opstart af genoptræning");
  await law.locator("summary", { hasText: "Hvorfor?" }).click();
  await expect.text(law, "torsdag d. 2. april 2026");
  await expect.seen(law.getByRole("link", { name: /§ 140/ }));
}

async function theContactFulfilsItsGoalAlone({ page, expect }) {
  const contact = await openAct(page, dutyOf(page, "Kontakt borgeren"), "Registrér kontakt");
  await contact.getByLabel("Borgeren er oplyst om frit valg").check();
  await contact.getByRole("button", { name: "Talt med borgeren" }).click();
  await expect.text(page.locator(".alert"), "Opfyldt i tide: Kontakt borgeren.");
  await expect.text(page.locator(".alert"), "Lovens ur løber stadig: 2 dage tilbage.");
  await expect.text(clockOf(page, LAW), "2 dage tilbage");
  await expect.unseen(dutyOf(page, "Kontakt borgeren"));
  await page.getByText(/pligter er opfyldt eller bortfaldet/).click();
  await expect.text(dutyOf(page, "Kontakt borgeren"), "Opfyldt d. 7. april");
}

/** A start on 8 April lies within the law's limit; the municipality's goal has passed, and stays so until the training is held. */
async function theOfferStopsTheLawsClock({ page, expect }) {
  const offer = await openAct(page, dutyOf(page, "Tilbyd opstart af genoptræning"), "Tilbyd opstart");
  await offer.getByLabel("Første træning den").fill("8/4");
  await offer.getByLabel("Sted").fill("Træningscenter Nord");
  await offer.getByRole("button", { name: "Gem" }).click();
  await expect.text(page.locator(".alert"), "Opfyldt i tide: Tilbyd opstart af genoptræning.");
  await expect.text(clockOf(page, LAW), "Nået i tide");
  await expect.text(clockOf(page, GOAL), "1 dag over");
}
