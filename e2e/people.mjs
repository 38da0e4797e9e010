// The demo's people, and what each of them does first.

/** Signs a demo user in, and ends on the worklist. */
export async function signIn(page, baseUrl, user) {
  await page.goto(`${baseUrl}/log-ind`);
  await page.getByLabel("Brugernavn").fill(user);
  await page.getByLabel("Adgangskode").fill("genvej");
  await page.getByRole("button", { name: "Log ind" }).click();
  await page.waitForURL((url) => url.pathname === "/arbejdsliste");
}

/** The row of the worklist that is about a case. */
export function rowOf(page, number) {
  return page.getByRole("row").filter({ hasText: `sag ${number}` });
}

/** A clock of the case that is open, by the heading over it. */
export function clockOf(page, heading) {
  return page.getByRole("region", { name: "De to ure" }).locator(".panel").filter({ hasText: heading });
}

/** What is owed, as the case shows it: the panel with this heading, among what is open or what is settled. */
export function dutyOf(page, act) {
  return page.locator("li.duty").filter({ has: page.getByRole("heading", { name: act, exact: true }) });
}

/** Opens an act's form where it is offered, and returns the form. The reason's fold names the act as well, behind "Hvorfor?". */
export async function openAct(page, within, act) {
  const summary = page.locator("summary", { hasText: new RegExp(`^\\s*${act}`) });
  const box = within.locator("details").filter({ has: summary }).first();
  if (!(await box.evaluate((it) => it.open))) await box.locator("summary").click();
  return box.locator("form");
}
