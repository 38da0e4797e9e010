export const name = "Whoever opens the program without being signed in is asked to sign in";

export async function run({ page, baseUrl, shot, axe, expect }) {
  await page.goto(`${baseUrl}/arbejdsliste`);

  await expect.seen(page.getByRole("heading", { level: 1 }));
  await expect.seen(page.locator("input[type=password]"));
  await expect.equal(await page.locator("html").getAttribute("lang"), "da", "the page says that it is Danish");
  await shot("log-ind");
  await axe(page);
  await expect.fitsPhone(page);
}
