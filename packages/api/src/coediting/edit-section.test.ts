import { UpdateLog } from "@upiao/db";
import { markdownToUpdate } from "@upiao/document";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { useVersionDesk } from "../../test/version-desk.ts";
import { editSection } from "../coediting/edit-section.ts";
import { fragmentOf, openText } from "../coediting/open-text.ts";
import { readLog } from "../coediting/read-log.ts";

const desk = useVersionDesk();

describe("an edit of the server", () => {
  it("and another at the same moment are both in the text, each at its place of the log", async () => {
    await desk.write("testo");
    await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        desk.append(` ${index}`, index % 2 ? desk.editor : desk.colleague),
      ),
    );
    const { reading } = await readLog(desk.served.database, desk.sectionId);
    expect(reading!.seq).toBe(7);
    const doc = openText(reading);
    const words = fragmentOf(doc).toString();
    for (let index = 0; index < 6; index++) expect(words).toContain(` ${index}`);
  });

  it("is made under a client id of the person, of which nobody else's letters can be", async () => {
    await desk.write("testo", desk.colleague);
    const owners = await new UpdateLog(desk.served.database).readOwners(desk.sectionId);
    expect([...owners.values()]).toEqual([desk.colleague.id]);
  });

  it("that only takes away tells who took it", async () => {
    await desk.write("testo");
    const change = (doc: Y.Doc) => fragmentOf(doc).delete(0, 1);
    await desk.served.database.transaction((tx) =>
      editSection(tx, { sectionId: desk.sectionId, userId: desk.colleague.id, change }),
    );
    const { reading } = await readLog(desk.served.database, desk.sectionId);
    expect(reading!.batches.at(-1)!.updates.map(({ authorId }) => authorId)).toEqual([desk.colleague.id]);
    expect((await desk.keep()).writerIds.sort()).toEqual([desk.colleague.id, desk.editor.id].sort());
  });

  it("names only what it saw go: words that nobody had seen are not called removed by it", async () => {
    const bytes = markdownToUpdate("Primo.\n\nSecondo.", 1);
    const log = new UpdateLog(desk.served.database);
    await log.begin([{ sectionId: desk.sectionId, bytes, clientId: 1, authorId: desk.editor.id }]);
    // Somebody takes the first paragraph away while somebody else types in it.
    const [one, other] = [new Y.Doc(), new Y.Doc()];
    for (const doc of [one, other]) Y.applyUpdate(doc, bytes);
    const sent: Uint8Array[] = [];
    for (const doc of [one, other]) doc.on("update", (update: Uint8Array) => void sent.push(update));
    fragmentOf(one).delete(0, 1);
    ((fragmentOf(other).get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, "non vista ");
    const place = {
      sectionId: desk.sectionId,
      log: (await readLog(desk.served.database, desk.sectionId)).log,
    };
    await log.append([
      {
        ...place,
        seq: 2,
        updates: sent.map((update) => ({ bytes: update, authorId: desk.editor.id })),
        claims: new Map(),
      },
    ]);
    await desk.append(" fine", desk.colleague);
    const { reading } = await readLog(desk.served.database, desk.sectionId);
    const { ds } = Y.decodeUpdate(reading!.batches.at(-1)!.updates[0]!.bytes);
    expect([...ds.clients]).toEqual([]);
    await log.close();
  });

  it("of a section that does not exist is a fault", async () => {
    const edit = {
      sectionId: "00000000-0000-0000-0000-000000000000",
      userId: desk.editor.id,
      change: () => {},
    };
    await expect(desk.served.database.transaction((tx) => editSection(tx, edit))).rejects.toThrow(
      "no such section",
    );
  });
});
