import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { clocksOf, holdsMore, snapshotOf } from "./acknowledged.ts";

function write(): { doc: Y.Doc; text: Y.Text; acknowledged: Uint8Array } {
  const doc = new Y.Doc();
  const text = doc.getText("t");
  text.insert(0, "salvato");
  return { doc, text, acknowledged: snapshotOf(doc) };
}

describe("whether a device has more than the server has acknowledged", () => {
  it("is no for an empty text and for what was acknowledged", () => {
    expect(holdsMore(new Y.Doc(), null)).toBe(false);
    const { doc, acknowledged } = write();
    expect(holdsMore(doc, acknowledged)).toBe(false);
  });

  it("is yes for a text of which nothing was ever acknowledged", () => {
    expect(holdsMore(write().doc, null)).toBe(true);
  });

  it("is yes after one more letter", () => {
    const { doc, text, acknowledged } = write();
    text.insert(7, "!");
    expect(holdsMore(doc, acknowledged)).toBe(true);
  });

  it("is yes after a mere deletion", () => {
    const { doc, text, acknowledged } = write();
    text.delete(2, 1);
    expect(holdsMore(doc, acknowledged)).toBe(true);
    text.delete(1, 1);
    expect(holdsMore(doc, snapshotOf(doc))).toBe(false);
  });

  it("is judged by what is there, so a page that closed before it noted anything is judged rightly", () => {
    const { doc, acknowledged } = write();
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    other.getText("t").insert(0, "in un'altra scheda ");
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    expect(holdsMore(doc, acknowledged)).toBe(true);
  });

  it("keeps up to where each client's text was acknowledged", () => {
    const { doc, acknowledged } = write();
    expect(clocksOf(acknowledged)).toEqual(new Map([[doc.clientID, 7]]));
    expect(clocksOf(null)).toEqual(new Map());
  });
});
