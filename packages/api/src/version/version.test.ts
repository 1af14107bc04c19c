import { createHash } from "node:crypto";
import { canonicalText, fragmentName } from "@upiao/document";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { ask } from "../../test/ask.ts";
import { connect, listen } from "../../test/live.ts";
import type { TestPerson } from "../../test/people.ts";
import { useVersionDesk, versionTimeline } from "../../test/version-desk.ts";
import { editSection } from "../coediting/edit-section.ts";
import { fragmentOf } from "../coediting/open-text.ts";

const desk = useVersionDesk();

describe("a version", () => {
  it("holds the text as the log has it, who has written since the one before, and how many words that is", async () => {
    await desk.write("Il Comune adotta tre azioni.");
    await desk.keep();
    await desk.append(" E una quarta.", desk.colleague);
    await desk.keep();
    const { edges } = await desk.versions();
    expect(edges.map(({ node }) => [node.number, node.kind, node.writers, node.changedWords])).toEqual([
      [2, "FROZEN", ["Cora Alfa"], 3],
      [1, "FROZEN", ["Edo Alfa"], null],
    ]);
  });

  it("counts its words since the last frozen one, not since the last that was kept", async () => {
    await desk.write("uno");
    await desk.keep();
    await desk.append(" due", desk.editor);
    await desk.keep("AUTOMATIC");
    await desk.append(" tre", desk.editor);
    expect(await desk.keep("AUTOMATIC")).toMatchObject({ changedWords: 2 });
  });

  it("counts the suggested changes that are open in it, each once", async () => {
    await desk.served.database.transaction((tx) =>
      editSection(tx, {
        sectionId: desk.sectionId,
        userId: desk.editor.id,
        change: (doc) => {
          const [block, text] = [new Y.XmlElement("block"), new Y.XmlText()];
          block.setAttribute("proposed", { id: "p.1.2", kind: "heading" } as unknown as string);
          block.insert(0, [text]);
          fragmentOf(doc).insert(0, [block]);
          text.insert(0, "nuovo ", { insertion: { id: "p.1.1" } });
          text.insert(6, "testo", { insertion: { id: "p.1.1" }, bold: {} });
        },
      }),
    );
    expect(await desk.keep()).toMatchObject({ openSuggestions: 2 });
  });

  it("[T41] has the hash of what its bytes say, recomputed by anybody who reads them", async () => {
    await desk.write("Perché è così\ne basta");
    const { id } = await desk.keep();
    const { data } = await ask(
      desk.served,
      "query ($id: ID!) { version(id: $id) { sha256 text { bytes } } }",
      {
        token: desk.auditor.token,
        variables: { id },
      },
    );
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Buffer.from(data.version.text.bytes, "base64"));
    const spelled = canonicalText(doc.getXmlFragment(fragmentName));
    expect(spelled).toContain("Perché è così");
    expect(data.version.sha256).toBe(createHash("sha256").update(spelled).digest("hex"));
  });

  it("tells who wrote what stands in it, and does not hold what was deleted", async () => {
    await desk.write("parola cancellata");
    await desk.write("testo");
    await desk.append(" di due", desk.colleague);
    const { id } = await desk.keep();
    const query = `query ($id: ID!, $section: ID!) {
      version(id: $id) { text { bytes writers { clientId name } } }
      section(id: $section) { text { bytes writers { clientId name } } } }`;
    const { data } = await ask(desk.served, query, {
      token: desk.editor.token,
      variables: { id, section: desk.sectionId },
    });
    for (const { text } of [data.version, data.section]) {
      expect(text.writers.map(({ name }) => name)).toEqual(["Edo Alfa", "Cora Alfa"]);
      expect(new Set(text.writers.map(({ clientId }) => clientId)).size).toBe(2);
      expect(Buffer.from(text.bytes, "base64").toString("latin1")).not.toContain("cancellata");
    }
  });

  it("of a section in which nobody has written is an empty text", async () => {
    expect(await desk.keep()).toMatchObject({ number: 1, seq: 0, changedWords: null, openSuggestions: 0 });
  });

  it("is kept under a name by who may edit, and by nobody else", async () => {
    await desk.write("testo");
    const name = (person: TestPerson, words: string) =>
      ask(
        desk.served,
        "mutation ($id: ID!, $name: String!) { nameVersion(sectionId: $id, name: $name) { name kind byName } }",
        {
          token: person.token,
          variables: { id: desk.sectionId, name: words },
        },
      );
    expect((await name(desk.editor, " Bozza per la Giunta ")).data.nameVersion).toEqual({
      name: "Bozza per la Giunta",
      kind: "NAMED",
      byName: "Edo Alfa",
    });
    expect((await name(desk.auditor, "Bozza")).codes).toEqual(["NOT_YOUR_ROLE"]);
    expect((await name(desk.editor, " ")).codes).toEqual(["BAD_INPUT"]);
  });

  it("is one for all steps on one text", async () => {
    await desk.write("testo");
    const first = await desk.keep();
    expect(await desk.keep()).toMatchObject({ id: first.id, number: 1 });
    await desk.append(" cambiato", desk.editor);
    expect(await desk.keep()).toMatchObject({ number: 2 });
  });

  it("gets the next number when two are kept at once", async () => {
    await desk.write("testo");
    const versions = await Promise.all([desk.keep(), desk.keep("AUTOMATIC"), desk.keep("AUTOMATIC")]);
    expect(versions.map(({ number }) => number).sort()).toEqual([1, 2, 3]);
  });

  it("stands in pages of the timeline, the newest first", async () => {
    await desk.write("testo");
    for (let count = 0; count < 5; count++) await desk.keep("AUTOMATIC");
    const numbers = async (after?: string) => {
      const { edges, pageInfo } = await desk.versions({ first: 2, after });
      return { numbers: edges.map(({ node }) => node.number), ...pageInfo };
    };
    expect(await numbers()).toEqual({ numbers: [5, 4], hasNextPage: true, endCursor: "4" });
    expect(await numbers("2")).toEqual({ numbers: [1], hasNextPage: false, endCursor: "1" });
    const broken = await ask(desk.served, versionTimeline, {
      token: desk.editor.token,
      variables: { id: desk.sectionId, after: "'; DROP TABLE version" },
    });
    expect(broken.codes).toEqual(["BAD_INPUT"]);
  });

  it("is told to who follows the section, when it is kept", async () => {
    await desk.write("testo");
    const client = connect(desk.served, desk.auditor.token);
    const following = listen(
      client,
      "subscription ($id: ID!) { versionsChanged(sectionId: $id) { versions { edges { node { name } } } } }",
      { id: desk.sectionId },
    );
    const named = () =>
      ask(desk.served, `mutation ($id: ID!) { nameVersion(sectionId: $id, name: "Bozza") { id } }`, {
        token: desk.editor.token,
        variables: { id: desk.sectionId },
      });
    const first = following.next();
    // It is heard from the moment on at which the subscription stands.
    let stands = false;
    void first.then(() => {
      stands = true;
    });
    while (!stands) await named();
    const { versions } = (await first).data.versionsChanged;
    expect(versions.edges[0]!.node.name).toBe("Bozza");
    await client.dispose();
  });
});
