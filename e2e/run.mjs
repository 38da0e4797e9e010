// Runs the browser tests: each file of e2e/journeys/ is one person's path through the program.
//
//   node e2e/run.mjs [--only TEXT] [--shots] [--base URL]
//
//   --only TEXT   just the journeys whose file or name holds the text
//   --shots       keep the pictures that the journeys take, in target/shots
//   --base URL    against a server that runs already, with the demo database, instead of one of its own for each journey
//
// Builds nothing: the program is target/debug/genvej, or what GENVEJ_BIN names. A journey exports `name` (a sentence that
// a case officer would nod at), `run(tools)`, and `context` where the browser must be another: { javaScriptEnabled: false }.
// What went wrong is told in a line; the page, its picture and the server's words then lie in target/e2e.

import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { axe } from "./axe.mjs";
import { launch, openContext } from "./browser.mjs";
import { expect } from "./expect.mjs";
import { makeDemo, runningServer, startServer } from "./server.mjs";
import { photographer } from "./shots.mjs";
import { watch } from "./watch.mjs";

const FAILURES = "target/e2e";
const JOURNEY_LIMIT_MS = 120_000;

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const { values: options } = parseArgs({
  options: { only: { type: "string" }, shots: { type: "boolean", default: false }, base: { type: "string" } },
});

await rm(FAILURES, { recursive: true, force: true });
const journeys = await chosenJourneys(options.only);
let passed = 0;
try {
  passed = await travelAll();
} catch (fault) {
  console.log(indented(fault.stack)); // no database or no browser: then no journey has passed
}
console.log(`${passed} passed, ${journeys.length - passed} failed`);
// A run that tried nothing has shown nothing.
process.exitCode = passed === journeys.length && passed > 0 ? 0 : 1;

/** Walks all journeys, tells of each, and returns how many passed. */
async function travelAll() {
  if (!options.base) await makeDemo();
  const browser = await launch();
  let passed = 0;
  for (const journey of journeys) {
    const started = performance.now();
    const fault = await travel(journey, browser);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${fault ? "FAILED" : "ok    "}  ${journey.name} (${seconds} s)`);
    if (fault) console.log(indented(fault.stack ?? String(fault)));
    else passed += 1;
  }
  await browser.close();
  return passed;
}

/** The journeys in the order of their file names. */
async function chosenJourneys(only) {
  const files = (await readdir("e2e/journeys")).filter((it) => it.endsWith(".mjs")).sort();
  const all = await Promise.all(
    files.map(async (file) => ({ id: file.replace(/\.mjs$/, ""), ...(await import(`./journeys/${file}`)) })),
  );
  return all.filter((it) => !only || it.id.includes(only) || it.name.includes(only));
}

/** Walks one journey with a server, a database and a window of its own. Returns what went wrong, if anything. */
async function travel(journey, browser) {
  let server, context, page;
  try {
    server = options.base ? runningServer(options.base) : await startServer();
    context = await openContext(browser, journey.context);
    const watched = watch(context, server);
    page = await context.newPage();
    const shot = options.shots ? photographer(page) : async () => {};
    await within(JOURNEY_LIMIT_MS, journey.run({ page, context, browser, baseUrl: server.url, shot, axe, expect }));
    watched.complain();
    return undefined;
  } catch (fault) {
    await keepEvidence(journey, page, server);
    return fault;
  } finally {
    await context?.close();
    await server?.stop();
  }
}

async function within(milliseconds, work) {
  let timer;
  const limit = new Promise((_, refuse) => {
    timer = setTimeout(() => refuse(new Error(`the journey took more than ${milliseconds / 1000} s`)), milliseconds);
  });
  return Promise.race([work, limit]).finally(() => clearTimeout(timer));
}

async function keepEvidence(journey, page, server) {
  await mkdir(FAILURES, { recursive: true });
  const path = `${FAILURES}/${journey.id}`;
  if (server) await writeFile(`${path}.log`, server.log());
  if (!page) return;
  try {
    await page.screenshot({ path: `${path}.png`, fullPage: true });
    await writeFile(`${path}.html`, `<!-- ${page.url()} -->\n${await page.content()}`);
  } catch (fault) {
    console.log(indented(`no picture of the page could be taken: ${fault.message}`));
  }
}

function indented(text) {
  return text.replaceAll(/^/gm, "        ");
}
