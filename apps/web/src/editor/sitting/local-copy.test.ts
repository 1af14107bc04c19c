import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { LocalCopy } from "./local-copy.ts";

beforeEach(() => {
  vi.stubGlobal("indexedDB", new IDBFactory());
});

const open = (userId = "anna", sectionId = "s1", onFailure = () => {}) =>
  LocalCopy.open(userId, sectionId, onFailure);

async function textOf(copy: LocalCopy): Promise<string> {
  const doc = new Y.Doc();
  for (const update of (await copy.read()).updates) Y.applyUpdate(doc, update);
  return doc.getText("t").toString();
}

function typist(copy: LocalCopy) {
  const doc = new Y.Doc();
  doc.on("update", (update: Uint8Array) => copy.keep(update));
  return doc.getText("t");
}

describe("the copy of a section on a device", () => {
  it("has every letter when the section is opened again, also when the page closed right after the last", async () => {
    const copy = await open();
    const text = typist(copy);
    for (const letter of "parola") text.insert(text.length, letter);
    copy.close();
    expect(await textOf(await open())).toBe("parola");
  });

  it("belongs to one person and one section", async () => {
    typist(await open("anna", "s1")).insert(0, "di Anna");
    expect(await textOf(await open("bruno", "s1"))).toBe("");
    expect(await textOf(await open("anna", "s2"))).toBe("");
    expect(await textOf(await open("anna", "s1"))).toBe("di Anna");
  });

  it("is shared by two tabs, each of which keeps what the other writes", async () => {
    const [one, two] = [await open(), await open()];
    typist(one).insert(0, "uno ");
    typist(two).insert(0, "due ");
    one.fold();
    const text = await textOf(await open());
    expect(text).toContain("uno");
    expect(text).toContain("due");
  });

  it("is folded when it has grown, without losing anything", async () => {
    const copy = await open();
    const text = typist(copy);
    for (let index = 0; index < 700; index++) text.insert(text.length, "x");
    const { updates } = await copy.read();
    expect(updates.length).toBeLessThan(350);
    expect(await textOf(copy)).toBe("x".repeat(700));
  });

  it("remembers under which client ids its person wrote, and what the server acknowledged", async () => {
    const copy = await open();
    expect(await copy.read()).toEqual({ updates: [], clientIds: [], acknowledged: null });
    copy.keepClient(4_294_967_295);
    copy.keepClient(12);
    copy.keepAcknowledged(Uint8Array.of(1, 2));
    const kept = await (await open()).read();
    expect(kept.clientIds.toSorted((one, other) => one - other)).toEqual([12, 4_294_967_295]);
    expect(kept.acknowledged).toEqual(Uint8Array.of(1, 2));
  });

  it("is gone after it was removed, also for a tab that had it open, which is told", async () => {
    const told = vi.fn();
    const copy = await open();
    const other = await open("anna", "s1", told);
    typist(copy).insert(0, "da dimenticare");
    await copy.remove();
    await expect.poll(() => told).toHaveBeenCalledOnce();
    expect(other.isKeeping).toBe(false);
    typist(other).insert(0, "ancora");
    expect(await textOf(await open())).toBe("");
  });

  it("says when the device refuses to keep the text", async () => {
    const told = vi.fn();
    const copy = await open("anna", "s1", told);
    expect(copy.isKeeping).toBe(true);
    copy.close();
    copy.keep(Uint8Array.of(0, 0));
    await expect.poll(() => told).toHaveBeenCalledOnce();
    expect(copy.isKeeping).toBe(false);
  });
});
