import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { auditActions } from "@upiao/domain";
import { describe, expect, it } from "vitest";
import en from "./en.json";
import italian from "./it.json";
import { type Language, languages } from "./language.ts";

type Catalogue = { readonly [key: string]: string | Catalogue };

function* sentencesOf(catalogue: Catalogue, before = ""): Iterable<[key: string, sentence: string]> {
  for (const [name, value] of Object.entries(catalogue)) {
    if (typeof value === "string") yield [before + name, value];
    else yield* sentencesOf(value, `${before}${name}.`);
  }
}

const sentences: Record<Language, ReadonlyMap<string, string>> = {
  it: new Map(sentencesOf(italian)),
  en: new Map(sentencesOf(en)),
};

// None is a form of its own for i18next, beside those of the language.
const pluralForm = /_(zero|one|many|other)$/;
/** As the sources name them: the forms of a plural are one key. */
const keysIn = (language: Language) =>
  [...new Set([...sentences[language].keys()].map((key) => key.replace(pluralForm, "")))].sort();
const keys = keysIn("it");

const src = path.resolve(import.meta.dirname, "..");
const sources = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((file) => /(?<!\.test)\.tsx?$/.test(file) && !file.startsWith("generated"))
  .map((file) => readFileSync(path.join(src, file), "utf8"))
  .join("\n");

// Whatever in the sources is written as a key is one: "section.close", and `role.${role}` for a group of them.
const roots = Object.keys(italian).join("|");
const named = [...sources.matchAll(new RegExp(`"((?:${roots})(?:\\.\\w+)+)"`, "g"))].map(([, key]) => key!);
const groups = [...sources.matchAll(new RegExp(`\`((?:${roots})\\.[^\`\\n]*\\$\\{[^\`\\n]*)\``, "g"))].map(
  ([, group]) => new RegExp(`^${group!.replaceAll(".", "\\.").replace(/\$\{.*?\}/g, "\\w+")}$`),
);

describe("the catalogue of sentences", () => {
  it("says in English everything that it says in Italian, and nothing else", () => {
    expect(keysIn("en")).toEqual(keys);
  });

  it("has for each number the form that its language wants", () => {
    for (const language of languages) {
      const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
      for (const key of sentences[language].keys()) {
        if (!pluralForm.test(key)) continue;
        const forms = wanted.map((category) => key.replace(pluralForm, `_${category}`));
        expect(forms.filter((form) => !sentences[language].has(form))).toEqual([]);
      }
    }
  });

  it("fills in the same words in both languages", () => {
    const blanks = (sentence: string) => (sentence.match(/\{\{[^}]+\}\}/g) ?? []).sort();
    for (const [key, sentence] of sentences.en) {
      expect([key, blanks(sentence)]).toEqual([key, blanks(sentences.it.get(key) ?? "")]);
    }
  });

  it("has every key that the sources name", () => {
    expect(named.filter((key) => !keys.includes(key))).toEqual([]);
    expect(groups.filter((group) => !keys.some((key) => group.test(key))).map(String)).toEqual([]);
  });

  it("says what each line of the register is", () => {
    const said = auditActions.map((action) => `audit.action.${action.replace(".", "_")}`);
    expect(said.filter((key) => !keys.includes(key))).toEqual([]);
  });

  it("has no sentence that is said nowhere", () => {
    const isSaid = (key: string) => named.includes(key) || groups.some((group) => group.test(key));
    expect(keys.filter((key) => !isSaid(key))).toEqual([]);
  });
});
