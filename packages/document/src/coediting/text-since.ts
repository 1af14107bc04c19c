import * as Y from "yjs";
import { fieldWritten, isField } from "../objective/field-written.ts";

/** The text that these clients have written into the section and that a state (the clock each client had
 *  reached) does not hold yet: what would be lost with this copy. A line for each block. */
export function textSince(
  fragment: Y.XmlFragment,
  state: ReadonlyMap<number, number>,
  isMine: (client: number) => boolean,
): string {
  const lines: string[] = [];
  // No recursion: a hostile document may be nested until the stack ends.
  const waiting: unknown[] = [fragment];
  while (waiting.length > 0) {
    const type = waiting.pop();
    if (type instanceof Y.XmlText) {
      const line = newTextIn(type, state, isMine);
      if (line.trim() !== "") lines.push(line);
    } else if (type instanceof Y.XmlFragment) {
      if (type instanceof Y.XmlElement) lines.push(...newFieldsIn(type, state, isMine));
      waiting.push(...type.toArray().reverse());
    }
  }
  return lines.join("\n");
}

function newFieldsIn(
  element: Y.XmlElement,
  state: ReadonlyMap<number, number>,
  isMine: (client: number) => boolean,
): string[] {
  return [...element._map.values()].flatMap((item) => {
    const { client, clock } = item.id;
    const isNew = !item.deleted && isMine(client) && clock >= (state.get(client) ?? 0);
    const written = isNew && isField(item) ? fieldWritten(item) : "";
    return written === "" ? [] : [written];
  });
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
