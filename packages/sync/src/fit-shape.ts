import { inOrder, TextShape } from "@upiao/document";
import type * as Y from "yjs";
import { Closing } from "./closing.ts";
import type { Clocks } from "./section-text.ts";

type Struct = Y.Item | Y.GC | Y.Skip;

/** The shape of a text with what is new of an update, to be taken into the text's own once the update is. Throws a
 *  `Closing` for what no editor of this schema could hold. */
export function fitShape(shape: TextShape, structs: readonly Struct[], clocks: Clocks): TextShape {
  const order = inOrder(structs);
  if (!order) throw new Closing("malformed", "pieces that rest on each other");
  const fitted = new TextShape(shape);
  for (const struct of order) {
    const { client, clock } = struct.id;
    if (clock + struct.length <= (clocks.get(client) ?? 0)) continue;
    // Without saying what: its names are its writer's, and the reason of a close is short.
    if (fitted.add(struct) !== null) throw new Closing("malformed", "not of this text's schema");
  }
  return fitted;
}

/** Notes what the log has, whatever it is. */
export function noteShape(shape: TextShape, structs: readonly Struct[]): void {
  for (const struct of inOrder(structs) ?? structs) shape.add(struct);
}
