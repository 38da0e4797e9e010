export const name = "With the keyboard alone a therapist signs in, opens a case, reads why, and records a contact";

const MOST_STEPS = 120;

export async function run({ page, baseUrl, expect }) {
  await page.goto(`${baseUrl}/log-ind`);
  await reach(page, (it) => it.name === "navn" || it.label === "Brugernavn");
  await page.keyboard.type("terapeut");
  await page.keyboard.press("Tab");
  await page.keyboard.type("genvej");
  await page.keyboard.press("Enter");
  await expect.path(page, /^\/arbejdsliste$/);

  await reach(page, (it) => it.text === "Gå til indhold" || it.href === "#indhold");
  await page.keyboard.press("Enter");
  await reach(page, (it) => it.text === "Ruddi Test Berggren");
  await expect.that(await page.evaluate(focusIsVisible), "the link in focus looks no different from the others");
  await page.keyboard.press("Enter");
  await expect.path(page, /^\/sager\/2026-0004$/);

  await reach(page, (it) => it.tag === "SUMMARY" && it.text.startsWith("Hvorfor?"));
  await page.keyboard.press("Enter");
  await expect.seen(page.getByText("senest mandag d. 6. april 2026"));

  await reach(page, (it) => it.tag === "SUMMARY" && it.text === "Registrér kontakt");
  await page.keyboard.press("Space");
  await reach(page, (it) => it.tag === "BUTTON" && it.text === "Talt med borgeren");
  await page.keyboard.press("Enter");
  await expect.text(page.locator(".alert"), "Opfyldt i tide: Kontakt borgeren.");
}

/** Steps on with the tabulator until something in focus fits, as somebody without a mouse does. */
async function reach(page, fits) {
  const passed = [];
  for (let step = 0; step < MOST_STEPS; step += 1) {
    await page.keyboard.press("Tab");
    const there = await page.evaluate(inFocus);
    if (fits(there)) return;
    passed.push(there.text || there.name || there.tag);
  }
  throw new Error(`not reached by the tabulator: ${fits}; passed ${passed.join(" · ")}`);
}

/** Runs in the page: what is in focus. */
function inFocus() {
  const it = document.activeElement;
  const text = (it.innerText ?? "").trim().split("\n")[0];
  const label = it.labels?.[0]?.innerText ?? "";
  return { tag: it.tagName, text, label, name: it.getAttribute("name") ?? "", href: it.getAttribute("href") ?? "" };
}

/** Runs in the page: whether the focus can be seen. */
function focusIsVisible() {
  const style = getComputedStyle(document.activeElement);
  return style.outlineStyle !== "none" || style.boxShadow !== "none";
}
