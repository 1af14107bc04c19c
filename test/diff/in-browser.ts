import { canonicalText, compareTexts, plainText } from "@upiao/document";
import { diffArrays } from "diff";
import * as Y from "yjs";
import type { Measured } from "./measured.ts";

globalThis.compareVersions = (before, after, rounds): Measured => {
  const [opened, openMs] = time(() => [open(before), open(after)] as const);
  const [one, other] = opened;
  const [difference, firstMs] = time(() => compareTexts(one, other));
  const medianMs = median(rounds, () => compareTexts(one, other));
  const jsons = [canonicalText(one), canonicalText(other)].map((text) => JSON.parse(text) as unknown);
  const lines = [plainText(one).split("\n"), plainText(other).split("\n")] as const;
  return {
    firstMs,
    medianMs,
    openMs,
    jsonMs: median(rounds, () => jsons.map((json) => JSON.parse(JSON.stringify(json)) as unknown)),
    linesMs: median(rounds, () => diffArrays(lines[0] as string[], lines[1] as string[])),
    words: plainText(other).match(/[\p{L}\p{N}]+/gu)?.length ?? 0,
    added: difference.added,
    removed: difference.removed,
    changedBlocks: difference.parts.filter(({ change }) => change !== "UNCHANGED").length,
  };
};

function open(base64: string): Y.XmlFragment {
  const doc = new Y.Doc();
  Y.applyUpdate(
    doc,
    Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)),
  );
  return doc.getXmlFragment("default");
}

function time<Result>(work: () => Result): [Result, number] {
  const start = performance.now();
  const result = work();
  return [result, performance.now() - start];
}

function median(rounds: number, work: () => unknown): number {
  const times = Array.from({ length: rounds }, () => time(work)[1]).sort((one, other) => one - other);
  return times[Math.floor(rounds / 2)]!;
}
