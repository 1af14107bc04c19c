import { fragmentName } from "@upiao/document";
import type { DataSource } from "typeorm";
import * as Y from "yjs";
import { editSection } from "../src/coediting/edit-section.ts";

/** Adds an objective with an indicator and a target to a section's text. */
export async function writeObjective(
  database: DataSource,
  sectionId: string,
  userId: string,
  title: string,
): Promise<void> {
  const element = (
    type: string,
    attributes: Record<string, string>,
    content: (Y.XmlElement | Y.XmlText)[],
  ) => {
    const made = new Y.XmlElement(type);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.insert(0, content);
    return made;
  };
  const indicator = element(
    "indicator",
    { key: crypto.randomUUID(), unit: "NUMBER", direction: "UP", baseline: "1", target1: "2", source: title },
    [new Y.XmlText(title)],
  );
  const key = crypto.randomUUID();
  const objective = element("objective", { key, responsible: title, items: "OB1.1" }, [
    element("objectiveTitle", {}, [new Y.XmlText(title)]),
    indicator,
  ]);
  const change = (doc: Y.Doc) => {
    const text = doc.getXmlFragment(fragmentName);
    text.insert(text.length, [objective]);
  };
  await database.transaction((tx) => editSection(tx, { sectionId, userId, change }));
}
