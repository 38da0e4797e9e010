// Accessibility by machine: WCAG 2.1, A and AA, as far as axe-core sees. It finds perhaps a third; keyboard and zoom
// have journeys of their own.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { DESK, PHONE } from "./browser.mjs";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];
const source = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * Fails with every violation on the page as it stands, at a desk's and a phone's width, with everything unfolded.
 * Leaves the window as it was; what was unfolded stays so.
 */
export async function axe(page) {
  if (await page.evaluate(() => matchMedia("(scripting: none)").matches)) {
    throw new Error("axe waits by timers, which stand still without JavaScript: use it in a journey that has it on");
  }
  const before = page.viewportSize();
  const found = [];
  for (const size of [DESK, PHONE]) {
    await page.setViewportSize(size);
    found.push(...(await violations(page)).map((it) => `at ${size.width} px: ${it}`));
  }
  await page.setViewportSize(before);
  if (found.length > 0) throw new Error(`axe finds on ${new URL(page.url()).pathname}:\n${found.join("\n")}`);
}

async function violations(page) {
  await page.evaluate(() => {
    for (const it of document.querySelectorAll("details")) it.open = true;
  });
  // Evaluated by the debugger, not as a script of the page: the page's content policy stays as strict as it is.
  await page.evaluate(source);
  const result = await page.evaluate((values) => axe.run(document, { runOnly: { type: "tag", values } }), RULES);
  return result.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id} (${help}): ${node.target.join(" ")}\n    ${node.html}`),
  );
}
