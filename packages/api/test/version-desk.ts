import type { Version } from "@upiao/db";
import { fragmentName } from "@upiao/document";
import { afterAll, beforeAll, beforeEach } from "vitest";
import * as Y from "yjs";
import { editSection } from "../src/coediting/edit-section.ts";
import { freezeVersion } from "../src/version/freeze-version.ts";
import { type Answer, ask } from "./ask.ts";
import type { SectionData } from "./data.ts";
import { makePerson, type TestPerson } from "./people.ts";
import { type Served, serve } from "./served.ts";
import { makeSection, makeWorld, type World } from "./world.ts";

/** A page of a section's timeline. */
export const versionTimeline = `query ($id: ID!, $first: Int, $after: String) { section(id: $id) {
  versions(first: $first, after: $after) { pageInfo { hasNextPage endCursor }
    edges { node { id number kind name byName writers changedWords openSuggestions sha256 } } } } }`;

/** For a file of tests: a section of a body in which two may write and one may not, a new one for each test. */
export function useVersionDesk(): VersionDesk {
  const desk = new VersionDesk();
  beforeAll(() => desk.open());
  beforeEach(() => desk.begin());
  afterAll(() => desk.served.close());
  return desk;
}

export class VersionDesk {
  served!: Served;
  world!: World;
  editor!: TestPerson;
  colleague!: TestPerson;
  auditor!: TestPerson;
  sectionId!: string;
  private made = 0;

  async open(): Promise<void> {
    this.served = await serve();
    const { database } = this.served;
    this.world = await makeWorld(database);
    const bodyId = this.world.bodies.alfa;
    this.editor = await makePerson(database, "Edo Alfa", [{ bodyId, role: "EDITOR" }]);
    this.colleague = await makePerson(database, "Cora Alfa", [{ bodyId, role: "EDITOR" }]);
    this.auditor = await makePerson(database, "Aldo Nucleo", [{ bodyId, role: "AUDITOR" }]);
  }

  async begin(): Promise<void> {
    const place = { planId: this.world.plans.alfa, code: `9.${++this.made}` };
    this.sectionId = await makeSection(this.served.database, "prova", place);
  }

  /** Changes the text as a person without a page. */
  edit(change: (text: Y.XmlFragment) => void, person = this.editor) {
    const asked = { sectionId: this.sectionId, userId: person.id };
    return this.served.database.transaction((tx) =>
      editSection(tx, { ...asked, change: (doc) => change(doc.getXmlFragment(fragmentName)) }),
    );
  }

  /** Makes the text say this, a block for each line. */
  write(text: string, person = this.editor) {
    return this.edit((fragment) => {
      fragment.delete(0, fragment.length);
      const blocks = text.split("\n").map((line) => {
        const block = new Y.XmlElement("block");
        block.insert(0, [new Y.XmlText(line)]);
        return block;
      });
      fragment.insert(0, blocks);
    }, person);
  }

  /** Adds words to the first line. */
  append(words: string, person = this.editor, marks: Record<string, unknown> = {}) {
    return this.edit((fragment) => {
      const text = (fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText;
      text.insert(text.length, words, marks);
    }, person);
  }

  keep(kind: "AUTOMATIC" | "FROZEN" = "FROZEN"): Promise<Version> {
    const asked = { sectionId: this.sectionId, kind, byUserId: null };
    return this.served.database.transaction((tx) => freezeVersion(tx, asked));
  }

  restore(id: string, person = this.editor): Promise<Answer> {
    const query = "mutation ($id: ID!) { restoreVersion(versionId: $id) { id kind byName } }";
    return ask(this.served, query, { token: person.token, variables: { id } });
  }

  async textNow(): Promise<string> {
    const { data } = await ask(this.served, "query ($id: ID!) { section(id: $id) { plainText } }", {
      token: this.editor.token,
      variables: { id: this.sectionId },
    });
    return data.section.plainText;
  }

  async versions(variables: Record<string, unknown> = {}): Promise<SectionData["versions"]> {
    const { data } = await ask(this.served, versionTimeline, {
      token: this.editor.token,
      variables: { id: this.sectionId, ...variables },
    });
    return data.section.versions;
  }
}
