import * as Y from "yjs";
import { holdsMore } from "./acknowledged.ts";
import { LocalCopy } from "./local-copy.ts";

/** Takes the copies of a person's texts off this device, which may be somebody else's next. What the server has not
 *  acknowledged stays for its writer's return. */
export async function forgetCopies(userId: string): Promise<void> {
  for (const sectionId of await LocalCopy.sectionsOf(userId)) await forgetCopy(userId, sectionId);
}

async function forgetCopy(userId: string, sectionId: string): Promise<void> {
  const copy = await LocalCopy.open(userId, sectionId, () => {});
  const { updates, acknowledged } = await copy.read();
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  if (holdsMore(doc, acknowledged)) copy.close();
  else await copy.remove();
  doc.destroy();
}
