// The program under test: a demo database made once, and a server on a copy of it for each journey.

import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** The first working day after Easter: the law's clock, the municipality's goal and the working days part ways here. */
const TODAY = "2026-04-07";
const NOW = `${TODAY}T09:00:00+02:00`;
const START_LIMIT_MS = 30_000;
const STOP_LIMIT_MS = 5_000;

const program = resolve(process.env.GENVEJ_BIN ?? join(process.env.CARGO_TARGET_DIR ?? "target", "debug/genvej"));
// Nothing of whoever runs the tests: their GENVEJ_DB is not ours to write to.
const environment = { PATH: process.env.PATH, HOME: process.env.HOME, GENVEJ_NOW: NOW };

// However the run ends, no server and no database outlives it.
const folder = mkdtempSync(join(tmpdir(), "genvej-e2e-"));
const DEMO = join(folder, "demo");
const alive = new Set();
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(130));
process.once("exit", () => {
  for (const child of alive) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

/** Makes the demo database that each server gets a copy of. */
export async function makeDemo() {
  mkdirSync(DEMO);
  const child = begin(["demo", "--around", TODAY, "--db", join(DEMO, "genvej.db")]);
  const code = await child.ended;
  if (code !== 0) throw new Error(`genvej demo ended with ${code}:\n${child.said()}`);
}

/** A server on its own copy of the demo database, so that no journey meets what another left behind. */
export async function startServer() {
  const port = await freePort();
  const copy = mkdtempSync(join(folder, "journey-"));
  cpSync(DEMO, copy, { recursive: true });
  const child = begin(["serve", "--listen", `127.0.0.1:${port}`, "--db", join(copy, "genvej.db")]);
  const stop = async () => {
    await end(child);
    rmSync(copy, { recursive: true, force: true });
  };
  try {
    await child.says(`:${port}`);
  } catch (fault) {
    await stop();
    throw fault;
  }
  return { url: `http://127.0.0.1:${port}`, log: child.said, stop };
}

/** A server that somebody else started and will stop. */
export function runningServer(url) {
  return { url: url.replace(/\/$/, ""), log: () => "", stop: async () => {} };
}

function begin(args) {
  const child = spawn(program, args, { env: environment, stdio: ["ignore", "pipe", "pipe"] });
  alive.add(child);
  let out = "";
  let all = "";
  let wake = () => {};
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      all += text;
      if (stream === child.stdout) out += text;
      wake();
    });
  }
  const ended = new Promise((tell) => {
    child.on("error", (fault) => {
      all += `${program} could not be started (${fault.message}); \`cargo build --bin genvej\` makes it\n`;
      tell(fault.code);
    });
    child.on("close", (code, signal) => tell(code ?? signal));
  });
  ended.then(() => alive.delete(child));

  /** Resolves when a line on standard output holds the text. */
  function says(text) {
    return new Promise((tell, refuse) => {
      const timer = setTimeout(
        () => refuse(new Error(`the server did not say that it listens within ${START_LIMIT_MS / 1000} s:\n${all}`)),
        START_LIMIT_MS,
      );
      wake = () => {
        if (!out.split("\n").some((line) => line.includes(text))) return;
        clearTimeout(timer);
        tell();
      };
      ended.then((code) => {
        clearTimeout(timer);
        refuse(new Error(`the server ended with ${code}:\n${all}`));
      });
      wake();
    });
  }
  return { says, ended, said: () => all, kill: (signal) => child.kill(signal) };
}

async function end(child) {
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), STOP_LIMIT_MS);
  await child.ended;
  clearTimeout(timer);
}

function freePort() {
  return new Promise((tell, refuse) => {
    const probe = createServer();
    probe.on("error", refuse);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => tell(port));
    });
  });
}
