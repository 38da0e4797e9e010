// Pictures of pages, for people to look at.

import { mkdir } from "node:fs/promises";
import { DESK, PHONE } from "./browser.mjs";

const FOLDER = "target/shots";

/** A function that takes the page as it stands, whole, at a desk's and a phone's width: `await shot("arbejdsliste")`. */
export function photographer(page) {
  return async (name) => {
    await mkdir(FOLDER, { recursive: true });
    const before = page.viewportSize();
    for (const size of [DESK, PHONE]) {
      await page.setViewportSize(size);
      await page.evaluate(() => document.fonts.ready);
      await page.screenshot({ path: `${FOLDER}/${name}-${size.width}.png`, fullPage: true });
    }
    await page.setViewportSize(before);
  };
}
