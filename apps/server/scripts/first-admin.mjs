// `pnpm first-admin`: the command of apps/server/src/first-admin.ts, built when it has to be.
import path from "node:path";
import { pathToFileURL } from "node:url";
import { outDir } from "./build-stamp.mjs";
import "./build.mjs";

await import(pathToFileURL(path.join(outDir, "server/first-admin.js")).href);
