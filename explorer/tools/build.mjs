/**
 * Builds the explorer into the Python package: `node tools/build.mjs [--out FOLDER] [--watch]`.
 *
 * Writes index.html and assets/ with hashed names. Fails where all of it together is larger than BUDGET when compressed.
 */
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { createHash } from "node:crypto";
import { build, context } from "esbuild";
import { worldJson } from "./world.mjs";

const BUDGET = 250 * 1024; // bytes, gzip
const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const args = process.argv.slice(2);
const OUT = resolve(args.includes("--out") ? args[args.indexOf("--out") + 1] : join(ROOT, "../src/kawat/serve/explorer"));

const options = {
  absWorkingDir: ROOT,
  entryPoints: { main: "src/main.tsx", theme: "src/theme.ts" },
  outdir: join(OUT, "assets"),
  entryNames: "[name]-[hash]",
  chunkNames: "[name]-[hash]",
  assetNames: "[name]-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  target: ["es2022"],
  jsx: "automatic",
  jsxImportSource: "preact",
  minify: !args.includes("--watch"),
  legalComments: "none", // whole licences stand in licences.txt
  metafile: true,
  logLevel: "warning",
};

if (args.includes("--watch")) await watch();
else await once();

async function once() {
  rmSync(OUT, { recursive: true, force: true });
  const world = writeWorld();
  const result = await build({ ...options, define: { WORLD_URL: JSON.stringify(`/assets/${world}`) } });
  writeIndex(result.metafile);
  writeLicences(result.metafile);
  check();
}

async function watch() {
  const world = writeWorld();
  const plugin = { name: "index", setup: (b) => b.onEnd((r) => r.metafile && writeIndex(r.metafile)) };
  const define = { WORLD_URL: JSON.stringify(`/assets/${world}`) };
  await (await context({ ...options, define, plugins: [plugin] })).watch();
}

function writeWorld() {
  const text = worldJson();
  const name = `world-${createHash("sha256").update(text).digest("hex").slice(0, 8).toUpperCase()}.json`;
  mkdirSync(join(OUT, "assets"), { recursive: true });
  writeFileSync(join(OUT, "assets", name), text);
  return name;
}

function writeIndex(metafile) {
  const made = (entry, suffix) => {
    const found = Object.entries(metafile.outputs).find(([path, one]) => one.entryPoint === entry && path.endsWith(".js"));
    const path = suffix === ".css" ? found[1].cssBundle : found[0];
    return `/assets/${path.split("/").pop()}`;
  };
  const page = readFileSync(join(ROOT, "index.html"), "utf8")
    .replace("%THEME%", made("src/theme.ts", ".js"))
    .replace("%STYLE%", made("src/main.tsx", ".css"))
    .replace("%SCRIPT%", made("src/main.tsx", ".js"));
  writeFileSync(join(OUT, "index.html"), page);
}

/** The licences of everything that is bundled, in one file. */
function writeLicences(metafile) {
  const names = new Set(["world-atlas"]);
  for (const input of Object.keys(metafile.inputs)) {
    const found = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (found) names.add(found[1]);
  }
  const texts = [...names].sort().map((name) => {
    const folder = join(ROOT, "node_modules", name);
    const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
    if (!file) throw new Error(`${name} has no licence file: see which licence it has, and whether it may be bundled`);
    return `${name}\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
  });
  writeFileSync(join(OUT, "assets", "licences.txt"), texts.join(`\n${"-".repeat(80)}\n\n`));
}

function check() {
  const files = readdirSync(OUT, { recursive: true }).map((name) => join(OUT, name)).filter((path) => statSync(path).isFile());
  const sizes = files.map((path) => ({ path, size: gzipSync(readFileSync(path), { level: 9 }).length }));
  const total = sizes.reduce((sum, one) => sum + one.size, 0);
  for (const one of sizes.sort((a, b) => b.size - a.size)) {
    console.log(`${(one.size / 1024).toFixed(1).padStart(7)} kB  ${one.path.slice(OUT.length + 1)}`);
  }
  console.log(`${(total / 1024).toFixed(1).padStart(7)} kB  in all, compressed; allowed are ${BUDGET / 1024} kB`);
  if (total > BUDGET) {
    console.error("the explorer is too large: take something out, or load less of it");
    process.exit(1);
  }
}
