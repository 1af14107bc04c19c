import { readdirSync } from "node:fs";
import type { StrategyEditionRecord, StrategyItemRecord } from "@upiao/domain";
import { catalogDir } from "../catalog-dir.ts";
import { BadDataFile, type DataRecord, readJson } from "../data-file.ts";
import { termOf } from "./terms.ts";
import { whomItBinds } from "./whom-it-binds.ts";

/** Every edition of the Piano triennale per l'informatica that the catalogue holds, the oldest first: one file for each,
 *  whose name begins with `piano-triennale`.
 *  Origin: the repository of the Piano triennale (`source` of each record). The lines of AGID, of the Dipartimento and of
 *  others that bind no public body of ours are left out. */
export function strategyEditions(folder = catalogDir()): StrategyEditionRecord[] {
  return readdirSync(folder)
    .filter((file) => /^piano-triennale.*\.json$/.test(file))
    .map((file) => strategyEdition(file, folder))
    .sort((one, other) => (one.code < other.code ? -1 : 1));
}

function strategyEdition(file: string, folder: string): StrategyEditionRecord {
  const data = readJson(file, folder);
  const edition = data.text("edition");
  const items = [...data.records("chapters").flatMap(itemsOfChapter), ...data.records("tools").map(tool)];
  refuseTwice(
    file,
    items.map(({ code }) => code),
  );
  return {
    // «2024-2026 (December 2023; …)»: what stands in brackets says which state of the text it is.
    code: bare(edition),
    title: data.text("title"),
    edition,
    licence: bare(data.text("licence")),
    note: data.optionalText("note"),
    items,
  };
}

/** Without what its file adds in brackets. */
function bare(words: string): string {
  return words.replace(/\s*\(.*$/, "");
}

const timeless = { dueOn: null, startsOn: null, binds: null };

function itemsOfChapter(chapter: DataRecord): StrategyItemRecord[] {
  const code = chapter.text("code");
  const item = { ...common(chapter), ...timeless, kind: "CHAPTER", parent: null, details: {} } as const;
  return [item, ...chapter.records("objectives").flatMap((objective) => itemsOfObjective(objective, code))];
}

function itemsOfObjective(objective: DataRecord, parent: string): StrategyItemRecord[] {
  const item = common(objective);
  const details = { label: objective.text("label") };
  // The skills of everybody: the text gives these lines to no expected result.
  const withoutResult = objective.has("actionLinesPAWithoutResult")
    ? objective.records("actionLinesPAWithoutResult")
    : [];
  return [
    { ...item, ...timeless, kind: "OBJECTIVE", parent, details },
    ...objective.records("expectedResults").flatMap((result) => itemsOfResult(result, item.code)),
    ...withoutResult.map((line) => actionLine(line, item.code)),
  ];
}

function itemsOfResult(result: DataRecord, parent: string): StrategyItemRecord[] {
  const item = common(result);
  const details = { targets: result.texts("targets") };
  return [
    { ...item, ...timeless, kind: "EXPECTED_RESULT", parent, details },
    ...result.records("actionLinesPA").map((line) => actionLine(line, item.code)),
  ];
}

function actionLine(line: DataRecord, parent: string): StrategyItemRecord {
  const item = common(line);
  const when = line.optionalText("when");
  const term = when === null ? { dueOn: null, startsOn: null } : termOf(when);
  if (!term) throw new BadDataFile(`${line.place} has a term that is no month: «${when}»`);
  const whom = whomItBinds(item.title);
  if (!whom) throw new BadDataFile(`${line.place} does not say whom it binds in words that are known`);
  return {
    ...item,
    ...term,
    kind: "ACTION_LINE",
    parent,
    binds: whom.words,
    details: {
      ...(when === null ? {} : { when }),
      serves: line.list("appliesTo"),
      bodies: whom.bodies,
      isConditional: whom.isConditional,
    },
  };
}

function tool(record: DataRecord): StrategyItemRecord {
  const label = record.text("code");
  const note = record.optionalText("note");
  return {
    ...common(record),
    ...timeless,
    // «Strumento 1» has a space, and in an objective of a plan codes are told apart by spaces.
    code: label.replace(/^Strumento /, "STR"),
    kind: "TOOL",
    parent: null,
    details: { label, ...(note === null ? {} : { note }) },
  };
}

function common(record: DataRecord) {
  return {
    code: record.text("code"),
    title: record.text("title"),
    verified: record.flag("verified"),
    source: record.text("source"),
  };
}

function refuseTwice(file: string, codes: readonly string[]): void {
  const twice = codes.find((code, index) => codes.indexOf(code) !== index);
  if (twice) throw new BadDataFile(`the reference file ${file} has ${twice} twice`);
}
