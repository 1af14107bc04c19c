import * as Y from "yjs";

/** The text that these clients have written into the section and that a state (the clock each client had
 *  reached) does not hold yet: what would be lost with this copy. A line for each block. */
export function textSince(
  fragment: Y.XmlFragment,
  state: ReadonlyMap<number, number>,
  isMine: (client: number) => boolean,
): string {
  const lines: string[] = [];
  const visit = (type: Y.XmlFragment | Y.XmlText) => {
    if (type instanceof Y.XmlText) {
      const line = newTextIn(type, state, isMine);
      if (line.trim() !== "") lines.push(line);
      return;
    }
    for (const child of type.toArray()) {
      if (child instanceof Y.XmlElement || child instanceof Y.XmlText) visit(child);
    }
  };
  visit(fragment);
  return lines.join("\n");
}

function newTextIn(
  text: Y.XmlText,
  state: ReadonlyMap<number, number>,
  isMine: (client: number) => boolean,
): string {
  let line = "";
  for (let item = text._start; item; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString) || !isMine(item.id.client)) continue;
    const known = (state.get(item.id.client) ?? 0) - item.id.clock;
    line += item.content.str.slice(Math.max(0, known));
  }
  return line;
}
