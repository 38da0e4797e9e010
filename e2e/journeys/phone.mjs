import { PHONE } from "../browser.mjs";
import { dutyOf, openAct, signIn } from "../people.mjs";

export const name = "On a phone, between two citizens, a therapist finds a case and records that nobody answered";

export const context = { viewport: PHONE, isMobile: true, hasTouch: true };

export async function run({ page, baseUrl, expect }) {
  await page.goto(`${baseUrl}/`);
  await expect.fitsPhone(page);
  await signIn(page, baseUrl, "terapeut");
  await expect.fitsPhone(page);
  await page.getByRole("link", { name: "Max Test Berggren" }).tap();
  await expect.path(page, /^\/sager\/2026-0006$/);
  const contact = await openAct(page, dutyOf(page, "Kontakt borgeren"), "Registrér kontakt");
  await expect.fitsPhone(page);
  await contact.getByRole("button", { name: "Intet svar" }).tap();
  await expect.text(page.getByRole("region", { name: "Hvad der er sket" }), "Intet svar");
  await expect.text(dutyOf(page, "Kontakt borgeren"), "Om 2 dage");
  for (const path of ["/indbakke", "/sager", "/lov", "/was", "/ret"]) {
    await page.goto(`${baseUrl}${path}`);
    await expect.seen(page.getByRole("heading", { level: 1 }));
    await expect.fitsPhone(page);
  }
}
