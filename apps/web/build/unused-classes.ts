import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const stylesheet = fileURLToPath(import.meta.resolve("bootstrap-italia/dist/css/bootstrap-italia.min.css"));
const kit = path.resolve(stylesheet, "../../../../design-react-kit/dist");

/** The parts of the kit that the pages use; their class names are read there. */
const kitParts = [
  "Alert",
  "Badge",
  "Breadcrumb",
  "Callout",
  "Card",
  "Header",
  "Skiplink",
  "Spinner",
  "track-focus.js",
];

/** The classes of bootstrap-italia that no page can have. A class is kept when each of its parts between hyphens
 *  is a word of a source, so a name that is put together from words (`alert-` and `warning`) is kept too. */
export function unusedClasses(sources: string): string[] {
  const words = new Set([sources, ...kitParts.map((part) => path.join(kit, part))].flatMap(wordsIn));
  const classes = readFileSync(stylesheet, "utf8").match(/\.[a-zA-Z][\w-]*/g) ?? [];
  const names = new Set(classes.map((name) => name.slice(1)));
  return [...names].filter((name) => !name.split(/-+/).every((part) => words.has(part)));
}

function wordsIn(place: string): string[] {
  if (path.extname(place) !== "") return readFileSync(place, "utf8").match(/\w+/g) ?? [];
  return readdirSync(place, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || /(?<!\.test)\.(tsx?|js)$/.test(entry.name))
    .flatMap((entry) => wordsIn(path.join(place, entry.name)));
}
