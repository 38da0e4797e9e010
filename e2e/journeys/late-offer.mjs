import { clockOf, dutyOf, openAct, signIn } from "../people.mjs";

export const name = "An offer after the limit leaves the clock red and opens the private choice, with the duty to tell of it";

// Max Test Berggren: discharged 31 March, so that the seven days end today, 7 April.
const CASE = "2026-0006";
const LAW = "Loven: 7 dage fra udskrivning";
const TELL = "Oplys om retten til privat leverandør";

export async function run({ page, baseUrl, shot, axe, expect }) {
  await signIn(page, baseUrl, "visitator");
  await page.goto(`${baseUrl}/sager/${CASE}`);
  await expect.text(clockOf(page, LAW), "I dag");
  await expect.unseen(dutyOf(page, TELL));
  await expect.text(barred(page), "Vælge privat leverandør efter de 7 dage");

  await saveWithoutADate({ page, expect });
  await offerAfterTheLimit({ page, expect });
  await shot("sag-for-sent");
  await axe(page);

  const tell = await openAct(page, dutyOf(page, TELL), "Registrér, at der er oplyst om privat leverandør");
  await tell.getByLabel("Telefon").check();
  await tell.getByRole("button", { name: "Gem" }).click();
  await expect.text(page.locator(".alert"), `Opfyldt i tide: ${TELL}.`);
}

/** A form that can't be read comes back with what was typed, and says what is wrong and where. */
async function saveWithoutADate({ page, expect }) {
  const offer = await openAct(page, dutyOf(page, "Tilbyd opstart af genoptræning"), "Tilbyd opstart");
  await offer.getByLabel("Første træning den").fill("31/4");
  await offer.getByLabel("Sted").fill("Træningscenter Nord");
  await offer.getByRole("button", { name: "Gem" }).click();
  await expect.text(page.locator(".alert-error"), "Datoen 31/4 findes ikke. April har 30 dage i 2026.");
  const again = dutyOf(page, "Tilbyd opstart af genoptræning").locator("form");
  await expect.equal(await again.getByLabel("Sted").inputValue(), "Træningscenter Nord", "what was typed");
}

async function offerAfterTheLimit({ page, expect }) {
  const offer = await openAct(page, dutyOf(page, "Tilbyd opstart af genoptræning"), "Tilbyd opstart");
  await offer.getByLabel("Første træning den").fill("10/4");
  await offer.getByRole("button", { name: "Gem" }).click();
  await expect.text(page.locator(".alert"), `Ny pligt: ${TELL}.`);
  await expect.text(dutyOf(page, TELL), "I dag");
  await expect.seen(dutyOf(page, "Tilbyd opstart af genoptræning").locator("summary", { hasText: "Hvorfor?" }));
  await expect.unseen(barred(page).filter({ hasText: "Vælge privat leverandør" }));
}

function barred(page) {
  return page.getByRole("region", { name: "Det kan du ikke gøre nu" }).getByRole("listitem");
}
