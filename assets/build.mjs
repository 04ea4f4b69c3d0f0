// Builds the stylesheets and the one small script into dist/. Nothing in dist/ is committed.
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import * as esbuild from "esbuild";
import * as sass from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, "dist");
const KB = 1024;
// Bytes after gzip. A build above its budget fails, so that nobody notices it first on a border post's line.
const BUDGETS = { "academy.css": 14 * KB, "cases.css": 11 * KB, "network.css": 8 * KB, "trainer.css": 8 * KB, "academy.js": 5 * KB };

function buildStyles() {
  const sheets = readdirSync(join(here, "scss")).filter((name) => !name.startsWith("_") && name.endsWith(".scss"));
  for (const sheet of sheets) {
    const { css } = sass.compile(join(here, "scss", sheet), {
      loadPaths: [join(here, "node_modules")],
      style: "compressed",
      quietDeps: true,
    });
    writeFileSync(join(dist, sheet.replace(/\.scss$/, ".css")), css);
  }
}

function buildScript() {
  esbuild.buildSync({
    entryPoints: [join(here, "js", "academy.js")],
    outfile: join(dist, "academy.js"),
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2020",
    legalComments: "none",
  });
}

function copyStatic() {
  for (const name of readdirSync(join(here, "static"))) copyFileSync(join(here, "static", name), join(dist, name));
}

function weigh() {
  const heavy = [];
  for (const [name, budget] of Object.entries(BUDGETS)) {
    const bytes = gzipSync(readFileSync(join(dist, name)), { level: 9 }).length;
    console.log(`${name.padEnd(14)} ${String(statSync(join(dist, name)).size).padStart(7)} B  ${String(bytes).padStart(6)} B gzip of ${budget}`);
    if (bytes > budget) heavy.push(name);
  }
  if (heavy.length) {
    console.error(`Above budget: ${heavy.join(", ")}`);
    process.exit(1);
  }
}

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
buildStyles();
buildScript();
copyStatic();
weigh();
