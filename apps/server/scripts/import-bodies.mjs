// `pnpm import-bodies`: the command of apps/server/src/import-bodies.ts, built when it has to be.
import path from "node:path";
import { pathToFileURL } from "node:url";
import { outDir } from "./build-stamp.mjs";
import "./build.mjs";

await import(pathToFileURL(path.join(outDir, "server/import-bodies.js")).href);
