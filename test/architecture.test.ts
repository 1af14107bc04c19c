import { describe, expect, it } from "vitest";
import { findImportFaults, type PackageManifest, type SourceFile } from "./support/find-import-faults.ts";
import { packageFolders, readText, repositoryFiles } from "./support/read-repository.ts";

describe("imports", () => {
  it("point one way, through the index of a package, to what its package.json names, in no circle", () => {
    const manifests = new Map(
      ["", ...packageFolders()].map((folder) => [
        folder,
        JSON.parse(readText(folder ? `${folder}/package.json` : "package.json")),
      ]),
    );
    const files = repositoryFiles()
      .filter((name) => /\.(ts|tsx|mjs)$/.test(name))
      .map((name) => ({ name, text: readText(name) }));
    expect(files.length).toBeGreaterThan(200);
    expect(findImportFaults({ files, manifests })).toEqual([]);
  });
});

describe("the rule about imports", () => {
  const manifests = new Map<string, PackageManifest>([
    ["", { devDependencies: { vitest: "4" } }],
    ["packages/domain", {}],
    ["packages/db", { dependencies: { "@upiao/domain": "*", "@upiao/identity": "*", pg: "8" } }],
    ["packages/api", { dependencies: { "@upiao/db": "*", "@upiao/sync": "*" } }],
    [
      "apps/web",
      { dependencies: { "@upiao/db": "*", "@upiao/domain": "*" }, devDependencies: { fake: "1" } },
    ],
    ["test", {}],
  ]);
  const faultsOf = (...files: SourceFile[]) => findImportFaults({ files, manifests });

  it.each([
    ["from a door down", "packages/api/src/a.ts", 'import { User } from "@upiao/db";'],
    ["inside a package", "packages/db/src/a/b.ts", 'import { c } from "../c.ts";'],
    ["of what package.json names", "packages/db/src/a.ts", 'import pg from "pg";\nimport fs from "node:fs";'],
    ["of a test's tools by a test", "packages/db/src/a.test.ts", 'import { it } from "vitest";'],
    ["of its own package by a test", "packages/db/test/a.ts", 'import { User } from "@upiao/db";'],
    ["of the tests' support by a test", "packages/db/src/a.test.ts", 'import { x } from "@upiao/test";'],
    [
      "of the server by the tests' support",
      "test/support/a.ts",
      'import { x } from "../../apps/server/src/b.ts";',
    ],
    ["that a comment or a sentence only mentions", "packages/domain/src/a.ts", "// import x from 'pg'\n"],
  ])("allows an import %s", (_what, name, text) => {
    expect(faultsOf({ name, text })).toEqual([]);
  });

  it.each([
    ["from below up", "packages/db/src/a.ts", 'import { x } from "@upiao/identity";', "below"],
    ["of a door by a door", "packages/api/src/a.ts", 'import { x } from "@upiao/sync";', "beside"],
    [
      "of the database by the page",
      "apps/web/src/a.tsx",
      'export { User } from "@upiao/db";',
      "web stands below",
    ],
    ["of types from below up", "packages/db/src/a.ts", 'import type { X } from "@upiao/identity";', "below"],
    ["past an index, by name", "packages/db/src/a.ts", 'import "@upiao/domain/src/b.ts";', "index"],
    ["past an index, by path", "packages/db/src/a.ts", 'import { x } from "../../domain/src/b.ts";', "index"],
    ["of the server by a test", "test/a.test.ts", 'import { x } from "../apps/server/src/b.ts";', "index"],
    ["that package.json does not name", "packages/domain/src/a.ts", 'import pg from "pg";', "does not name"],
    ["on several lines", "packages/domain/src/a.ts", 'import {\n  a,\n  b,\n} from "pg";', "does not name"],
    ["at run time", "packages/domain/src/a.ts", 'const pg = await import(\n"pg");', "does not name"],
    [
      "of a test's tools by the product",
      "packages/db/src/a.ts",
      'import { it } from "vitest";',
      "does not name",
    ],
    [
      "of the tests' support by the product",
      "packages/db/src/a.ts",
      'import "@upiao/test";',
      "does not name",
    ],
    ["for development by the product", "apps/web/src/a.ts", 'import "fake";', "development only"],
  ])("refuses an import %s", (_what, name, text, why) => {
    expect(faultsOf({ name, text })).toEqual([expect.stringContaining(why)]);
  });

  it("refuses a circle, and allows one of types", () => {
    const one = { name: "packages/domain/src/one.ts", text: 'import { two } from "./two.ts";' };
    const two = { name: "packages/domain/src/two.ts", text: 'import { one } from "./one.ts";' };
    expect(faultsOf(one, two)).toEqual([
      "packages/domain/src/one.ts → packages/domain/src/two.ts → packages/domain/src/one.ts: a circle",
    ]);
    expect(faultsOf(one, { ...two, text: 'import type { one } from "./one.ts";' })).toEqual([]);
  });
});
