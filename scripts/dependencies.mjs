// Checks what Genvej is built from: licences and bans (deny.toml), one source for all crates, the direction in which the
// rooms depend on each other, how little the law rests on, and that docs/dependencies.md tells of each dependency.
//
//   node scripts/dependencies.mjs
//
// A stand-in for cargo-deny that needs no installation. Known security holes are not looked up: that takes a database
// from elsewhere (`cargo deny check advisories`).

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

// The rooms, each with those it may open. Dependencies point one way.
const ROOMS = {
  law: [],
  case: ["law"],
  store: ["case", "law"],
  exchange: ["case", "law"],
  letters: ["case", "law"],
  planner: ["case", "law"],
  web: ["store", "exchange", "letters", "planner", "case", "law"],
  genvej: ["web", "store", "exchange", "letters", "planner", "case", "law"],
  benches: ["web", "store", "exchange", "letters", "planner", "case", "law"],
};

// What the two pure rooms may rest on from outside: values, dates and their written forms.
const PURE = {
  law: ["jiff", "serde", "serde_json", "thiserror", "toml"],
  case: ["jiff", "serde", "serde_json", "thiserror"],
};

const findings = [];
const metadata = cargoMetadata();
const packages = new Map(metadata.packages.map((it) => [it.id, it]));
const nodes = new Map(metadata.resolve.nodes.map((it) => [it.id, it]));
const members = metadata.workspace_members.map((id) => packages.get(id));
const crates = [...nodes.keys()].map((id) => packages.get(id)).filter((it) => it.source !== null);
const npm = npmPackages();
const policy = readFileSync("deny.toml", "utf8");

checkLicences();
checkBans();
checkSources();
checkRooms();
checkPureRooms();
checkDocumentation();

if (findings.length > 0) {
  for (const finding of findings) console.error(`dependencies: ${finding}`);
  process.exit(1);
}
const sizes = members.map((it) => `${it.name} ${outsideOf(it).length}`).join(", ");
console.log(`${crates.length} crates and ${npm.size} npm packages, all as agreed. Crates below each room: ${sizes}`);

function cargoMetadata() {
  // Other platforms' crates are never built here, and would all be fetched.
  const host = /^host: (.*)$/m.exec(said("rustc", "-vV"))[1];
  return JSON.parse(said("cargo", "metadata", "--format-version=1", "--locked", `--filter-platform=${host}`));
}

/** What a command prints. When it fails it has said why on the terminal. */
function said(command, ...args) {
  try {
    return execFileSync(command, args, { encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "inherit"] });
  } catch {
    process.exit(1);
  }
}

/** The npm packages of the lock, with their licences. The lock must not tell where they were fetched from. */
function npmPackages() {
  const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
  const entries = Object.entries(lock.packages).filter(([path]) => path !== "");
  for (const [path, it] of entries) {
    if (it.resolved) findings.push(`package-lock.json names the address that ${path} was fetched from`);
  }
  return new Map(entries.map(([path, it]) => [path.replace(/^.*node_modules\//, ""), it.license]));
}

/** The strings of a list in deny.toml, be they plain or `crate = "…"`. */
function listed(section, key) {
  const body = new RegExp(`^\\[${section}\\]$([\\s\\S]*?)(?=^\\[|(?![\\s\\S]))`, "m").exec(policy)[1];
  const list = new RegExp(`^${key} = \\[$([\\s\\S]*?)^\\]`, "m").exec(body)[1];
  return [...list.matchAll(/^\s*(?:\{ crate = )?"([^"]+)"/gm)].map((match) => match[1]);
}

function checkLicences() {
  const allowed = new Set(listed("licenses", "allow"));
  const all = [...crates.map((it) => [`${it.name} ${it.version}`, it.license]), ...npm];
  for (const [name, expression] of all) {
    if (!expression) findings.push(`${name} states no licence`);
    else if (!permits(expression, allowed)) findings.push(`${name} is under ${expression}, which deny.toml doesn't allow`);
  }
}

/** Does the SPDX expression hold when just the allowed licences do? `A/B` is how `A OR B` was once written. */
function permits(expression, allowed) {
  const tokens = expression.replaceAll("/", " OR ").match(/\(|\)|[^\s()]+/g);
  const choice = () => {
    let holds = all();
    while (tokens[0] === "OR") holds = (tokens.shift(), all()) || holds;
    return holds;
  };
  const all = () => {
    let holds = one();
    while (tokens[0] === "AND") holds = (tokens.shift(), one()) && holds;
    return holds;
  };
  const one = () => {
    const token = tokens.shift();
    if (token === "(") {
      const holds = choice();
      tokens.shift();
      return holds;
    }
    if (tokens[0] !== "WITH") return allowed.has(token);
    tokens.shift();
    return allowed.has(`${token} WITH ${tokens.shift()}`);
  };
  return choice();
}

function checkBans() {
  const banned = new Set(listed("bans", "deny"));
  for (const it of crates.filter((it) => banned.has(it.name))) {
    findings.push(`${it.name} is banned in deny.toml; \`cargo tree -i ${it.name}\` says who brings it`);
  }
}

function checkSources() {
  const sources = new Set(crates.map((it) => it.source));
  for (const source of sources) {
    if (!source.startsWith("registry+")) findings.push(`a crate comes from ${source}, not from the registry`);
  }
  if (sources.size > 1) findings.push("the crates come from more than one registry");
}

function checkRooms() {
  const own = new Set(members.map((it) => it.name));
  for (const room of members) {
    const may = ROOMS[room.name];
    if (!may) {
      findings.push(`${room.name} is a room that scripts/dependencies.mjs doesn't know`);
      continue;
    }
    for (const { name } of directly(room).filter((it) => own.has(it.name))) {
      if (!may.includes(name)) findings.push(`${room.name} may not depend on ${name}: dependencies point one way`);
    }
  }
}

function checkPureRooms() {
  for (const [room, may] of Object.entries(PURE)) {
    const outside = directly(members.find((it) => it.name === room)).filter((it) => it.source !== null);
    for (const { name } of outside) {
      if (!may.includes(name)) findings.push(`${room} takes ${name}; it rests on ${may.join(", ")} and nothing else`);
    }
  }
}

/** What a package is built with, tests and build scripts left out. */
function directly(member) {
  return nodes
    .get(member.id)
    .deps.filter((dep) => dep.dep_kinds.some((it) => it.kind === null))
    .map((dep) => packages.get(dep.pkg));
}

/** The crates from outside that a package carries with it, one by one or through others. */
function outsideOf(member) {
  const carried = new Set();
  const open = [member];
  while (open.length > 0) {
    for (const it of directly(open.pop())) {
      if (carried.has(it)) continue;
      carried.add(it);
      open.push(it);
    }
  }
  return [...carried].filter((it) => it.source !== null);
}

function checkDocumentation() {
  const file = "docs/dependencies.md";
  const told = new Set([...readFileSync(file, "utf8").matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1]));
  const { dependencies, devDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  const direct = new Set([
    ...members.flatMap((it) => it.dependencies.filter((dep) => dep.source !== null).map((dep) => dep.name)),
    ...Object.keys({ ...dependencies, ...devDependencies }),
  ]);
  for (const name of direct) if (!told.has(name)) findings.push(`${file} doesn't say what ${name} is for`);
  for (const name of told) if (!direct.has(name)) findings.push(`${file} tells of ${name}, which is not used`);
}
