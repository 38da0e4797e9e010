// What a journey may expect. Those that look at a page wait for it, as a person does; each says what was there instead.

import assert from "node:assert/strict";
import { PHONE } from "./browser.mjs";

export const expect = {
  /** Two values are the same, all the way down. */
  equal(actual, expected, says) {
    assert.deepEqual(actual, expected, says && `${says}: ${inspect(actual)} instead of ${inspect(expected)}`);
  },

  /** A condition that the journey has worked out for itself. */
  that(condition, says) {
    assert.ok(condition, says);
  },

  /** Something is seen on the page. */
  async seen(locator) {
    await locator.first().waitFor({ state: "visible" });
  },

  /** Nothing of the kind is seen on the page, or will be once it has settled. */
  async unseen(locator) {
    await locator.first().waitFor({ state: "hidden" });
  },

  /** Something on the page holds the text (a string, or a pattern). */
  async text(locator, text) {
    try {
      await locator.filter({ hasText: text }).first().waitFor({ state: "visible" });
    } catch (fault) {
      const there = await locator.allInnerTexts();
      throw new Error(`${inspect(text)} is not in ${locator}, which reads: ${inspect(there)}`, { cause: fault });
    }
  },

  /** The page is at an address whose path matches, wherever it is served from. */
  async path(page, pattern) {
    try {
      await page.waitForURL((url) => pattern.test(url.pathname));
    } catch (fault) {
      throw new Error(`the page is ${new URL(page.url()).pathname}, which doesn't match ${pattern}`, { cause: fault });
    }
  },

  /** Nothing on the page is wider than a phone's window. */
  async fitsPhone(page) {
    const before = page.viewportSize();
    await page.setViewportSize(PHONE);
    const wide = await page.evaluate(widerThanWindow);
    await page.setViewportSize(before);
    assert.deepEqual(wide, [], `wider than ${PHONE.width} px on ${new URL(page.url()).pathname}`);
  },
};

/** Runs in the page: the innermost elements that reach beyond the window, when the page can be scrolled sideways. */
function widerThanWindow() {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const beyond = [...document.body.querySelectorAll("*")].filter((it) => it.getBoundingClientRect().right > clientWidth);
  const innermost = beyond.filter((it) => !beyond.some((other) => other !== it && it.contains(other)));
  return [`${scrollWidth} px`, ...innermost.slice(0, 5).map((it) => it.outerHTML.slice(0, 160))];
}

function inspect(value) {
  return value instanceof RegExp ? String(value) : JSON.stringify(value);
}
