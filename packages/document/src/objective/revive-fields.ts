import * as Y from "yjs";

/** Undoing a deletion makes a new block, with all that was in the old one; but a field in which somebody else had written
 *  meanwhile, in the block that was gone, Yjs takes for a conflict and leaves empty. It gets the value back that it went with: what the
 *  other wrote is handed back to them, as words are. */
export function reviveFields(undoManager: Y.UndoManager): () => void {
  const revive = ({ stackItem }: { readonly stackItem: Pick<Undone, "deletions"> }) => {
    undoManager.doc.transact((transaction) => {
      Y.iterateDeletedStructs(transaction, stackItem.deletions, (struct) => {
        if (!(struct instanceof Y.Item)) return;
        const [old, revived] = [elementOf(struct), revivedAs(transaction.doc, struct)];
        if (old && revived && isRecord(old)) giveBack(old, revived, stackItem.deletions);
      });
    }, reviveFields);
  };
  undoManager.on("stack-item-popped", revive);
  return () => undoManager.off("stack-item-popped", revive);
}

type Undone = Y.UndoManager["undoStack"][number];

const isRecord = ({ nodeName }: Y.XmlElement) => nodeName === "objective" || nodeName === "indicator";

function revivedAs(doc: Y.Doc, { redone }: Y.Item): Y.XmlElement | null {
  const item = redone && Y.getItem(doc.store, redone);
  return item instanceof Y.Item && !item.deleted ? elementOf(item) : null;
}

function elementOf({ content }: Y.Item): Y.XmlElement | null {
  return content instanceof Y.ContentType && content.type instanceof Y.XmlElement ? content.type : null;
}

function giveBack(old: Y.XmlElement, revived: Y.XmlElement, deletions: Undone["deletions"]): void {
  for (const [name, last] of old._map) {
    if (revived.hasAttribute(name)) continue;
    let item: Y.Item | null = last;
    while (item && !Y.isDeleted(deletions, item.id)) item = item.left;
    if (item?.content instanceof Y.ContentAny) revived.setAttribute(name, item.content.arr[0]);
  }
}
