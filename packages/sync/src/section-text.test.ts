import { foldUpdates, markdownToUpdate, plainText, RemovedWordsWatch } from "@upiao/document";
import * as encoding from "lib0/encoding";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { Closing } from "./closing.ts";
import { SectionText } from "./section-text.ts";

const seed = markdownToUpdate("prima riga\n\nseconda riga", 7);

function writer(): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seed);
  return doc;
}

/** The update that leaves a writer. */
function write(doc: Y.Doc, change: (section: Y.XmlFragment) => void): Uint8Array {
  const sent: Uint8Array[] = [];
  const send = (update: Uint8Array) => sent.push(update);
  doc.on("update", send);
  doc.transact(() => change(doc.getXmlFragment("default")));
  doc.off("update", send);
  return Y.mergeUpdates(sent);
}

const typeNot = (section: Y.XmlFragment) => {
  const text = (section.get(1) as Y.XmlElement).get(0) as Y.XmlText;
  text.insert(text.length, " e NON altrimenti");
};
const removeSecond = (section: Y.XmlFragment) => section.delete(1, 1);

function textOf(...updates: Uint8Array[]): SectionText {
  const text = new SectionText();
  for (const update of updates) text.add(update);
  return text;
}

function fold({ parts }: SectionText): Uint8Array {
  const folded = foldUpdates(parts.takeToFold());
  parts.putFolded(folded);
  return folded;
}

/** What this writer is handed back when they read the section. */
function handedBack(doc: Y.Doc, section: SectionText): string[] {
  const found: string[] = [];
  const watch = new RemovedWordsWatch(
    doc,
    (client) => client === doc.clientID,
    (words) => found.push(...words.map(({ text }) => text)),
  );
  const missing = section.missingSince(Y.encodeStateVector(doc));
  watch.receive([...missing], () => {
    for (const update of missing) Y.applyUpdate(doc, update);
  });
  expect(plainText(doc.getXmlFragment("default"))).toBe("prima riga");
  return found;
}

describe("a section that is folded while a writer is away", () => {
  it("[SY40] hands back to them what somebody removed without having seen it", () => {
    const [anna, bruno] = [writer(), writer()];
    const section = textOf(seed, write(bruno, typeNot), write(anna, removeSecond));
    fold(section);
    expect(handedBack(bruno, section)).toEqual([" e NON altrimenti"]);
  });

  it("[SY40] hands nothing back of what somebody removed who had read it, and forgets it", () => {
    const [anna, bruno] = [writer(), writer()];
    const words = write(bruno, typeNot);
    Y.applyUpdate(anna, words);
    const section = textOf(seed, words, write(anna, removeSecond));
    expect(new TextDecoder().decode(fold(section))).not.toContain("NON");
    expect(handedBack(bruno, section)).toEqual([]);
  });

  it("[SY40] reads the same from the log", () => {
    const [anna, bruno] = [writer(), writer()];
    const section = textOf(seed, write(bruno, typeNot), write(anna, removeSecond));
    const read = new SectionText();
    read.beginWith(fold(section));
    expect(read.stateVector()).toEqual(section.stateVector());
    expect(handedBack(bruno, read)).toEqual([" e NON altrimenti"]);
  });
});

describe("a section that is folded while another node's snapshot arrives", () => {
  it("[SY38] keeps what only that snapshot has", () => {
    const [anna, bruno] = [writer(), writer()];
    const words = write(bruno, typeNot);
    const section = new SectionText();
    section.beginWith(seed);
    section.add(write(anna, (text) => ((text.get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, "La ")));
    const taken = section.parts.takeToFold();
    section.add(foldUpdates([seed, words]));
    section.parts.putFolded(foldUpdates(taken));
    const reader = new Y.Doc();
    for (const update of section.missingSince(Uint8Array.of(0))) Y.applyUpdate(reader, update);
    expect(plainText(reader.getXmlFragment("default"))).toBe("La prima riga\nseconda riga e NON altrimenti");
    expect(reader.store.pendingStructs).toBeNull();
  });

  it("[SY16] is whole again when the folding fails", () => {
    const section = textOf(seed, write(writer(), typeNot));
    section.parts.takeToFold();
    section.parts.keepUnfolded();
    const reader = new Y.Doc();
    for (const update of section.missingSince(Uint8Array.of(0))) Y.applyUpdate(reader, update);
    expect(plainText(reader.getXmlFragment("default"))).toContain("NON");
  });
});

describe("[T20] a clock that no client reaches", () => {
  it("[SY19] is refused, before it stands in everybody's state vector", () => {
    const section = textOf(seed);
    const encoder = encoding.createEncoder();
    // One client with one struct at clock 0: forgotten text (GC) of a length that no text has, and no deletions.
    for (const number of [1, 1, 99, 0]) encoding.writeVarUint(encoder, number);
    encoding.writeUint8(encoder, 0);
    encoding.writeVarUint(encoder, Number.MAX_SAFE_INTEGER);
    encoding.writeVarUint(encoder, 0);
    const hostile = encoding.toUint8Array(encoder);
    expect(() => section.weigh(hostile, section.copyOfClocks())).toThrow(Closing);
  });
});
