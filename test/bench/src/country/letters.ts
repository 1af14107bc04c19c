import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";

/** Of Yjs' first encoding: a string (4) that stands right of another item (0x80). */
const stringAfterItem = 0x84;

/** A paragraph of one's own with its first letter, and the clock at which it ends. */
export function beginParagraph(client: number, letter: string): { update: Uint8Array; end: number } {
  const doc = new Y.Doc();
  doc.clientID = client;
  doc.transact(() => {
    const block = new Y.XmlElement("block");
    const text = new Y.XmlText();
    doc.getXmlFragment("default").insert(0, [block]);
    block.setAttribute("kind", "paragraph");
    block.insert(0, [text]);
    text.insert(0, letter);
  });
  const begun = { update: Y.encodeStateAsUpdate(doc), end: Y.getState(doc.store, client) };
  doc.destroy();
  return begun;
}

/** A letter behind the one before it, as Yjs writes it: a document for each of tens of thousands would cost more than what is
 *  measured. */
export function letterUpdate(client: number, clock: number, letter: string): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const number of [1, 1, client, clock]) encoding.writeVarUint(encoder, number);
  encoding.writeUint8(encoder, stringAfterItem);
  for (const number of [client, clock - 1]) encoding.writeVarUint(encoder, number);
  encoding.writeVarString(encoder, letter);
  encoding.writeVarUint(encoder, 0);
  return encoding.toUint8Array(encoder);
}

/** What a client has added: from the first clock to before the second. */
export interface Addition {
  readonly client: number;
  readonly from: number;
  readonly to: number;
}

/** What an update adds. A server may join what several have written. */
export function additionsOf(update: Uint8Array): readonly Addition[] {
  const decoder = decoding.createDecoder(update);
  const clients = decoding.readVarUint(decoder);
  if (clients === 0) return [];
  const structs = decoding.readVarUint(decoder);
  const client = decoding.readVarUint(decoder);
  const from = decoding.readVarUint(decoder);
  if (clients === 1 && structs === 1 && decoding.readUint8(decoder) === stringAfterItem) {
    for (let left = 2; left > 0; left--) decoding.readVarUint(decoder);
    return [{ client, from, to: from + decoding.readVarString(decoder).length }];
  }
  const meta = Y.parseUpdateMeta(update);
  return [...meta.to].map(([client, to]) => ({ client, from: meta.from.get(client)!, to }));
}
