import { rowOf, signIn } from "../people.mjs";

export const name = "A case officer chooses in the inbox what a second plan is to the first";

// Brita Test Berggren: the shoulder's course runs (2026-0001) when a plan for the hip comes (2026-0012).
export async function run({ page, baseUrl, shot, axe, expect }) {
  await signIn(page, baseUrl, "visitator");
  await page.getByRole("link", { name: "Indbakke" }).click();
  const choice = page.locator("li").filter({ has: page.getByRole("heading", { name: /Brita Test Berggren/ }) }).first();
  await expect.text(choice, "Den nye plan erstatter den gamle");
  await expect.text(choice, "De to planer løber ved siden af hinanden");
  await shot("indbakke");
  await axe(page);

  await choice.getByLabel("De to planer løber ved siden af hinanden").check();
  await choice.getByLabel("Begrundelse").fill("Hoften er noget andet end skulderen.");
  await choice.getByRole("button", { name: "Gem valget" }).click();
  await page.goto(`${baseUrl}/arbejdsliste`);
  await expect.seen(rowOf(page, "2026-0001"));
  await expect.seen(rowOf(page, "2026-0012"));
}
