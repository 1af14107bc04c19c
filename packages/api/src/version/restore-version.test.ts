import { type Growth, openPostgresBus } from "@upiao/bus";
import { decideSuggestions, suggestionsIn } from "@upiao/document";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { useVersionDesk } from "../../test/version-desk.ts";
import { editSection } from "../coediting/edit-section.ts";
import { fragmentOf, openText } from "../coediting/open-text.ts";
import { readLog } from "../coediting/read-log.ts";

const desk = useVersionDesk();

describe("a restoration", () => {
  it("is an edit of who asks for it, after what stood before was kept; to restore that undoes it", async () => {
    await desk.write("Il Comune adotta tre azioni.\nResta.");
    const { id } = await desk.keep();
    await desk.write("Il Comune adotta nove misure.\nResta.\nNuovo.", desk.colleague);
    const answer = await desk.restore(id);
    expect(answer.data.restoreVersion).toMatchObject({ kind: "AUTOMATIC", byName: "Edo Alfa" });
    expect(await desk.textNow()).toBe("Il Comune adotta tre azioni.\nResta.");
    await desk.restore(answer.data.restoreVersion.id, desk.colleague);
    expect(await desk.textNow()).toBe("Il Comune adotta nove misure.\nResta.\nNuovo.");
  });

  it("brings nothing new where nothing differs, and says no more than it did", async () => {
    await desk.write("testo");
    const { id } = await desk.keep();
    const { reading } = await readLog(desk.served.database, desk.sectionId);
    await desk.restore(id);
    expect((await readLog(desk.served.database, desk.sectionId)).reading!.seq).toBe(reading!.seq);
  });

  it("is told to rooms that have the section open, wherever they are", async () => {
    await desk.write("testo");
    const { id } = await desk.keep();
    await desk.write("altro");
    const node = await openPostgresBus(desk.served.databaseUrl, () => {});
    const grown: number[] = [];
    const listener = { grown: ({ seq }: Growth) => void grown.push(seq), heard: () => {}, asked: () => {} };
    const room = desk.served.bus.openSection(desk.sectionId, listener);
    await desk.restore(id);
    expect(grown).toEqual([3]);
    room.close();
    await node.close();
  });

  it("does not propose again what was decided since, and leaves what is still open as it is", async () => {
    const [decided, open] = ["p.1.1", "p.1.2"];
    await desk.write("Testo.");
    const suggest = (words: string, id: string) =>
      desk.served.database.transaction((tx) =>
        editSection(tx, {
          sectionId: desk.sectionId,
          userId: desk.editor.id,
          change: (doc) => {
            const text = (fragmentOf(doc).get(0) as Y.XmlElement).get(0) as Y.XmlText;
            text.insert(text.length, words, { [`insertion--${id.slice(-1).repeat(8)}`]: { id } });
          },
        }),
      );
    await suggest(" Deciso.", decided);
    await suggest(" Aperto.", open);
    const { id, openSuggestions } = await desk.keep();
    expect(openSuggestions).toBe(2);
    await desk.served.database.transaction((tx) =>
      editSection(tx, {
        sectionId: desk.sectionId,
        userId: desk.editor.id,
        change: (doc) => decideSuggestions(fragmentOf(doc), new Set([decided]), "REJECT"),
      }),
    );
    await desk.restore(id);
    // Proposed words are no words of the text yet.
    expect(await desk.textNow()).toBe("Testo.");
    const { reading } = await readLog(desk.served.database, desk.sectionId);
    const text = fragmentOf(openText(reading));
    expect(suggestionsIn(text).map(({ id, excerpt }) => [id, excerpt.added])).toEqual([[open, " Aperto."]]);
  });

  it("is refused to who may not edit, and once the section is handed in", async () => {
    await desk.write("testo");
    const { id } = await desk.keep();
    expect((await desk.restore(id, desk.auditor)).codes).toEqual(["NOT_YOUR_ROLE"]);
    await desk.served.database.query("UPDATE section SET state = 'VALIDATED' WHERE id = $1", [
      desk.sectionId,
    ]);
    expect((await desk.restore(id)).codes).toEqual(["NOT_IN_THIS_STATE"]);
    expect((await desk.versions()).edges).toHaveLength(1);
  });
});
