/** Runs the unit tests: each test/*.test.ts(x) is bundled by esbuild and run by node's own test runner. */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const folder = mkdtempSync(join(ROOT, "node_modules/.tests-"));
try {
  const names = readdirSync(join(ROOT, "test")).filter((name) => /\.test\.tsx?$/.test(name));
  await build({
    absWorkingDir: ROOT,
    entryPoints: names.map((name) => join("test", name)),
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    target: ["node20"],
    jsx: "automatic",
    jsxImportSource: "preact",
    define: { WORLD_URL: JSON.stringify("/assets/world.json"), EXPLORER_ROOT: JSON.stringify(ROOT) },
    logLevel: "warning",
  });
  const files = readdirSync(folder).filter((name) => name.endsWith(".mjs")).map((name) => join(folder, name));
  process.exitCode = spawnSync(process.execPath, ["--test", ...files], { stdio: "inherit" }).status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
