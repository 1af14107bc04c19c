// Builds what is measured with, installs what is measured beside, and runs the program that is asked for.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "vite";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = path.join(here, "../..");
const [program, ...rest] = process.argv.slice(2);
// Before anything is built: it decides which React a page is made for.
process.env.NODE_ENV = "production";
/** What a program starts in processes of their own. */
const startedBy = {
  sync: inServers("relay", "hocuspocus", "y-websocket", "tell-memory"),
  country: { ...inServers("tell-memory"), "country-load": "src/country-load.ts" },
  portal: { "portal-load": "../portal/load.ts" },
};
/** What measures the product's own code stands among its tests, not among the packages of the peers. */
const entries = {
  diff: "../diff/diff.ts",
  territory: "../territory/territory.ts",
  measures: "../measures/measures.ts",
  export: "../export/export.ts",
  portal: "../portal/portal.ts",
};

if (program === "sync" && !existsSync(path.join(here, "node_modules/@hocuspocus"))) install();
// Beside the packages that the peers bring, and below the ones of the platform; without peers, beside those alone, or two
// copies of Yjs would meet.
const built = path.join(entries[program] ? root : here, "node_modules/.cache/build", program);
await build({
  root: here,
  configFile: false,
  logLevel: "error",
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: false } },
  ssr: { noExternal: [/^@upiao\//] },
  build: {
    ssr: true,
    target: "node20",
    sourcemap: true,
    emptyOutDir: true,
    outDir: built,
    rolldownOptions: {
      input: { [program]: entries[program] ?? `src/${program}.ts`, ...startedBy[program] },
      output: { entryFileNames: "[name].js" },
    },
  },
});
// Beside the bundle, where the build of the server puts them, too.
if (program === "territory")
  cpSync(path.join(root, "packages/catalog/data"), path.join(built, "data"), { recursive: true });
process.setSourceMapsEnabled(true);
process.argv = [process.argv[0], program, ...rest];
await import(pathToFileURL(path.join(built, `${program}.js`)).href);

function install() {
  const pnpm = path.join(root, "node_modules/pnpm/bin/pnpm.mjs");
  const { status } = spawnSync(process.execPath, [pnpm, "--dir", here, "install", "--frozen-lockfile"], {
    stdio: ["ignore", 2, 2],
  });
  if (status !== 0) process.exit(1);
}

function inServers(...names) {
  return Object.fromEntries(names.map((name) => [name, `src/servers/${name}.ts`]));
}
