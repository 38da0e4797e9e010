import { dutyOf, openAct, rowOf, signIn } from "../people.mjs";

export const name = "Without JavaScript the list is searched, the reason read, a contact recorded and taken back";

export const context = { javaScriptEnabled: false };

const CASE = "2026-0004";

export async function run({ page, baseUrl, expect }) {
  await signIn(page, baseUrl, "terapeut");
  await page.getByLabel("Søg navn eller sag").fill("Ruddi");
  await page.getByRole("button", { name: "Vis", exact: true }).click();
  await expect.equal(new URL(page.url()).searchParams.get("q"), "Ruddi", "the search stands in the address");
  await expect.seen(rowOf(page, CASE));
  await expect.unseen(rowOf(page, "2026-0006"));

  await page.getByRole("link", { name: "Ruddi Test Berggren" }).click();
  const contact = await openAct(page, dutyOf(page, "Kontakt borgeren"), "Registrér kontakt");
  await contact.getByRole("button", { name: "Talt med borgeren" }).click();
  await expect.text(page.locator(".alert"), "Opfyldt i tide: Kontakt borgeren.");

  await takeBack({ page, expect });
  await page.getByRole("button", { name: "Log af" }).click();
  await expect.path(page, /^\/(log-ind)?$/);
}

/** Nothing is deleted: the contact stays, marked, and counts no more. */
async function takeBack({ page, expect }) {
  const happened = page.getByRole("region", { name: "Hvad der er sket" });
  const contact = happened.getByRole("listitem").filter({ hasText: "Første kontakt med borgeren" });
  const form = await openAct(page, contact, "Ret");
  await form.getByLabel("Begrundelse").fill("Det var en anden borger.");
  await form.getByRole("button", { name: "Gem" }).click();
  await expect.text(happened.getByRole("listitem"), "Intet er slettet.");
  await expect.text(dutyOf(page, "Kontakt borgeren"), "I dag");
}
