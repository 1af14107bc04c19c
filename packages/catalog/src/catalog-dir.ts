import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

// Beside the bundled server, where the build copies the folder; in the source tree, one level up.
const places = ["./data", "../data"];

/** The folder of the reference data. Throws, with the places looked at, when it is nowhere. */
export function catalogDir(): string {
  const folders = places.map((place) => fileURLToPath(new URL(place, import.meta.url)));
  const found = folders.find((folder) => existsSync(folder));
  if (!found) throw new Error(`the reference data are missing: no folder ${folders.join(" or ")}`);
  return found;
}
