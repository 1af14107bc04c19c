import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { openDatabase } from "@upiao/db";
import { createTestDatabase } from "@upiao/test";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readText, repositoryFiles, root } from "./support/read-repository.ts";

describe("the code", () => {
  it.each(["tsconfig.json", "apps/web/tsconfig.json", "test/browser/tsconfig.json"])(
    "has no type error under %s",
    async (project) => {
      expect(await complaintsOf("typescript/bin/tsc", "-p", project, "--pretty", "false")).toBe("");
    },
  );

  it("is formatted, and the linter finds nothing", async () => {
    const complaints = await complaintsOf("@biomejs/biome/bin/biome", "ci", ".", "--colors=off");
    expect(complaints).toBe("");
  });

  it("has the client's operations typed from the schema as it is", async () => {
    const complaints = await complaintsOf(
      "@graphql-codegen/cli/cjs/bin.js",
      ...["--config", "apps/web/codegen.ts", "--check"],
    );
    expect(complaints).toBe("");
  });
});

describe("the database", () => {
  it("is, after the migrations, what the entities say", async () => {
    const { url, drop } = await createTestDatabase();
    const database = await openDatabase(url);
    try {
      const { upQueries } = await database.driver.createSchemaBuilder().log();
      expect(upQueries.map(({ query }) => query)).toEqual([]);
    } finally {
      await database.destroy();
      await drop();
    }
  });
});

describe("what is committed", () => {
  it("locks packages by name and content, from whatever registry and wherever the checkout is", () => {
    const lock = readText("pnpm-lock.yaml");
    expect(lock).toContain("integrity: sha512-");
    expect(lock.match(/.*(https?:\/\/|tarball:|file:\/|link:\/).*/g) ?? []).toEqual([]);
  });

  it("names no place of the machine on which it was written", () => {
    const place = /\.\.\/shared\b|\/work\/\w+|\/home\/\w+|\/Users\/\w+|\/root\//;
    const naming = repositoryFiles().filter((name) => place.test(readText(name)));
    expect(naming).toEqual([]);
  });

  it("links only to files that are there", () => {
    const broken = repositoryFiles()
      .filter((name) => name.endsWith(".md"))
      .flatMap((name) =>
        [...readText(name).matchAll(/\]\((?!\w+:|<?#)([^)#\s]+)/g)]
          .map(([, target]) => path.join(path.dirname(name), target!))
          .filter((target) => !existsSync(path.join(root, target)))
          .map((target) => `${name} → ${target}`),
      );
    expect(broken).toEqual([]);
  });

  it("says in English every sentence that it says in Italian, with the same gaps to fill", () => {
    const [it, en] = ["it", "en"].map((language) =>
      sentencesOf(JSON.parse(readText(`apps/web/src/i18n/${language}.json`))),
    ) as [Map<string, string>, Map<string, string>];
    expect(it.size).toBeGreaterThan(50);
    expect([...en.keys()].sort()).toEqual([...it.keys()].sort());
    for (const [key, sentence] of it) {
      expect(sentence.trim(), key).not.toBe("");
      expect(en.get(key)!.trim(), key).not.toBe("");
      expect(gapsOf(en.get(key)!), key).toEqual(gapsOf(sentence));
    }
  });
});

describe("publiccode.yml", () => {
  const card = parse(readText("publiccode.yml")) as Card;
  const settings = JSON.parse(readText("package.json"));

  it("has the keys that version 0.7 of the standard asks for, with values that it knows", () => {
    expect(card).toMatchObject({
      publiccodeYmlVersion: "0.7",
      name: expect.stringMatching(/\S/),
      url: expect.stringMatching(/^https:\/\/[^/]+\/.+\.git$/),
      platforms: ["web"],
      developmentStatus: expect.stringMatching(/^(concept|development|beta|stable|obsolete)$/),
      softwareType: "standalone/web",
      legal: { license: settings.license },
      maintenance: { type: "community", contacts: [{ name: expect.stringMatching(/\S/) }] },
      localisation: { localisationReady: true, availableLanguages: ["it", "en"] },
    });
    expect(Object.keys(card.description)).toEqual(card.localisation.availableLanguages);
    for (const [language, described] of Object.entries(card.description)) {
      const long = described.longDescription.length;
      expect(described.shortDescription.trim(), language).not.toBe("");
      expect(described.shortDescription.length, language).toBeLessThanOrEqual(150);
      expect(long >= 150 && long <= 10_000, language).toBe(true);
      expect(described.features.length, language).toBeGreaterThanOrEqual(5);
    }
  });

  it("needs the Node.js and the PostgreSQL that the README and the packages name", () => {
    const least = new Map(card.dependsOn.open.map(({ name, versionMin }) => [name, versionMin]));
    expect(`>=${least.get("Node.js")}`).toBe(settings.engines.node);
    expect(readText("README.md")).toContain(`a PostgreSQL ${least.get("PostgreSQL")} or later`);
  });
});

interface Card {
  readonly description: Readonly<
    Record<string, { shortDescription: string; longDescription: string; features: readonly string[] }>
  >;
  readonly localisation: { readonly availableLanguages: readonly string[] };
  readonly dependsOn: { readonly open: readonly { name: string; versionMin: string }[] };
}

/** What a program of node_modules says when it is not content; "" when it is. */
async function complaintsOf(program: string, ...args: string[]): Promise<string> {
  try {
    await promisify(execFile)(process.execPath, [path.join(root, "node_modules", program), ...args], {
      cwd: root,
      maxBuffer: 16 * 1024 * 1024,
    });
    return "";
  } catch (error) {
    const { stdout, stderr, message } = error as { stdout: string; stderr: string; message: string };
    return `${stdout}${stderr}` || message;
  }
}

type Catalogue = { readonly [key: string]: string | Catalogue };

// Each language has its own forms of the plural; `other` is the one that all have.
const pluralOfOneLanguage = /_(zero|one|two|few|many)$/;

function sentencesOf(catalogue: Catalogue, prefix = ""): Map<string, string> {
  return new Map(
    Object.entries(catalogue)
      .filter(([key]) => !pluralOfOneLanguage.test(key))
      .flatMap(([key, value]) =>
        typeof value === "string"
          ? [[`${prefix}${key}`, value]]
          : [...sentencesOf(value, `${prefix}${key}.`)],
      ),
  );
}

const gapsOf = (sentence: string): string[] =>
  [...sentence.matchAll(/\{\{[^}]*\}\}/g)].map(([gap]) => gap).sort();
