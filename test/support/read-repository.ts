import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The top of the checkout. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

const notOurs = new Set(["node_modules", ".git", "dist", ".data"]);

/** Every file of the checkout that is not made by a command, named from its top. */
export function repositoryFiles(folder = ""): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (notOurs.has(entry.name)) return [];
    const name = folder ? `${folder}/${entry.name}` : entry.name;
    return entry.isDirectory() ? repositoryFiles(name) : [name];
  });
}

/** A file as text. */
export function readText(name: string): string {
  return readFileSync(path.join(root, name), "utf8");
}

/** The folders of the workspace's packages, from its top. */
export function packageFolders(): string[] {
  const parents = ["apps", "packages"].flatMap((parent) =>
    readdirSync(path.join(root, parent)).map((name) => `${parent}/${name}`),
  );
  return ["test", "test/bench", ...parents].filter((folder) =>
    existsSync(path.join(root, folder, "package.json")),
  );
}
