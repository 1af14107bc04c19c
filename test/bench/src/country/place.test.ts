import { expect, it } from "vitest";
import * as Y from "yjs";
import { Place } from "./place.ts";
import { Tally } from "./tally.ts";
import { Writer } from "./writer.ts";

const reader = 1;
const client = 2;

function placeOf(letters: number): { place: Place; writer: Writer; updates: Uint8Array[] } {
  const place = new Place("section", { tally: new Tally(), askedAgain: 0, holes: 0, onClosed: () => {} });
  const writer = place.addWriter(new Writer(client, 2));
  return { place, writer, updates: Array.from({ length: letters }, () => writer.write("a", 1)) };
}

function textOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}

it("a letter that had arrived at somebody and is gone is lost; one that nobody had received is not", () => {
  const { place, updates } = placeOf(5);
  for (const update of updates.slice(0, 4)) place.hear(update, reader, 3);
  expect(place.compareWith(textOf(updates.slice(0, 4)))).toEqual({ letters: 4, lost: 0 });
  expect(place.compareWith(textOf(updates.slice(0, 3)))).toEqual({ letters: 4, lost: 1 });
  expect(place.compareWith(textOf([]))).toEqual({ letters: 4, lost: 4 });
});

it("so is one that was acknowledged to its writer, counted by the messages that were sent", () => {
  const { place, writer, updates } = placeOf(5);
  // The first message was the answer to the server's question.
  expect(writer.acknowledge(4, 3)).toEqual([2, 2, 2]);
  expect(place.compareWith(textOf(updates.slice(0, 3)))).toEqual({ letters: 3, lost: 0 });
  expect(place.compareWith(textOf(updates.slice(0, 2)))).toEqual({ letters: 3, lost: 1 });
});

it("what arrives before what it rests on is noticed, and the way of each letter to another is timed once", () => {
  const { place, updates } = placeOf(3);
  place.hear(updates[0]!, reader, 3);
  place.hear(updates[2]!, reader, 5);
  place.hear(updates[2]!, client, 5);
  expect(place.share.holes).toBe(1);
  expect(place.share.tally.fanOut.count).toBe(2);
});
