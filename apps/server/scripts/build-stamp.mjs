import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The top of the checkout. */
export const root = fileURLToPath(new URL("../../..", import.meta.url));

/** Where the build goes: `dist`, or the folder that UPIAO_BUILD_DIR names. */
export const outDir = path.resolve(root, process.env.UPIAO_BUILD_DIR ?? "dist");

const inputs = ["apps/server", "apps/web", "packages", "package.json", "pnpm-lock.yaml", "tsconfig.json"];
const noInput = /^(node_modules|dist|test)$|\.test\.tsx?$|\.md$/;

/** Changes when a file that the build reads does. By size and time, so that asking costs nothing. */
export function stampOfInputs() {
  const hash = createHash("sha256");
  for (const input of inputs) add(hash, path.join(root, input));
  return hash.digest("hex").slice(0, 20);
}

/** Whether the build in `outDir` is of these inputs. */
export function isFresh() {
  try {
    return readFileSync(path.join(outDir, "stamp"), "utf8") === stampOfInputs();
  } catch {
    return false;
  }
}

function add(hash, place) {
  const found = statSync(place);
  if (!found.isDirectory()) {
    hash.update(`${path.relative(root, place)} ${found.size} ${found.mtimeMs}\n`);
    return;
  }
  for (const name of readdirSync(place).sort()) if (!noInput.test(name)) add(hash, path.join(place, name));
}
