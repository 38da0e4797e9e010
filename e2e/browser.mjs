// The browser: Debian's Chromium, seen by nobody, talking to nobody but the server under test.

import { chromium } from "playwright-core";

const ACTION_LIMIT_MS = 10_000;

/** Widths that every page must bear: a staff desk and a small phone, in CSS pixels. */
export const DESK = { width: 1280, height: 900 };
export const PHONE = { width: 360, height: 740 };

/** Starts Chromium with a new, empty profile (Playwright makes and removes one for each start). */
export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    args: [
      "--no-sandbox", // Chromium's own sandbox refuses root, and the pages are ours
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** A window of its own: no cookies, nothing stored, Danish, in Denmark. */
export async function openContext(browser, wishes = {}) {
  const context = await browser.newContext({
    viewport: DESK,
    locale: "da-DK",
    timezoneId: "Europe/Copenhagen",
    reducedMotion: "reduce",
    ...wishes,
  });
  context.setDefaultTimeout(ACTION_LIMIT_MS);
  return context;
}
