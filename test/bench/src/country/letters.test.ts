import { expect, it } from "vitest";
import * as Y from "yjs";
import { additionsOf, beginParagraph, letterUpdate } from "./letters.ts";

const client = 3_439_154_872;

it("letters written without a document are the ones that Yjs would have sent", () => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, beginParagraph(client, "n").update);
  // Not before: a document takes another id when it hears its own from elsewhere.
  doc.clientID = client;
  const text = (doc.getXmlFragment("default").get(0) as Y.XmlElement).get(0) as Y.XmlText;
  for (const letter of ["o", "n", "à", " "]) {
    const clock = Y.getState(doc.store, client);
    let sent = new Uint8Array();
    doc.once("update", (update: Uint8Array) => {
      sent = new Uint8Array(update);
    });
    text.insert(text.length, letter);
    expect(letterUpdate(client, clock, letter)).toEqual(sent);
  }
});

it("they are a text to whoever receives them", () => {
  const doc = new Y.Doc();
  const { update, end } = beginParagraph(client, "n");
  Y.applyUpdate(doc, update);
  [..."on è perso nulla"].forEach((letter, index) => {
    Y.applyUpdate(doc, letterUpdate(client, end + index, letter));
  });
  expect(doc.getXmlFragment("default").toString()).toBe('<block kind="paragraph">non è perso nulla</block>');
});

it("what an update adds is told, of a letter and of what a server has joined", () => {
  const { update, end } = beginParagraph(client, "n");
  const letter = letterUpdate(client, end, "o");
  expect(additionsOf(update)).toEqual([{ client, from: 0, to: end }]);
  expect(additionsOf(letter)).toEqual([{ client, from: end, to: end + 1 }]);
  const joined = Y.mergeUpdates([update, letter, beginParagraph(7, "x").update]);
  expect(additionsOf(joined)).toEqual([
    { client, from: 0, to: end + 1 },
    { client: 7, from: 0, to: end },
  ]);
  expect(additionsOf(Uint8Array.of(0, 0))).toEqual([]);
});
