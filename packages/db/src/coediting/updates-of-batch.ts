import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { parse, stringify } from "uuid";

/** One Yjs update (V1) and who made it; null: whose client ids it adds text under. */
export interface LoggedUpdate {
  readonly bytes: Uint8Array;
  readonly authorId: string | null;
}

/** The updates of one commit as its row keeps them: for each a flag, the author where it is told, and the bytes with
 *  their length before them. */
export function encodeUpdates(updates: readonly LoggedUpdate[]): Buffer {
  const encoder = encoding.createEncoder();
  for (const { bytes, authorId } of updates) {
    encoding.writeUint8(encoder, authorId === null ? 0 : 1);
    if (authorId !== null) encoding.writeUint8Array(encoder, parse(authorId));
    encoding.writeVarUint8Array(encoder, bytes);
  }
  const { buffer, byteOffset, byteLength } = encoding.toUint8Array(encoder);
  return Buffer.from(buffer, byteOffset, byteLength);
}

/** Throws when the bytes are no such row. */
export function decodeUpdates(row: Uint8Array): LoggedUpdate[] {
  const decoder = decoding.createDecoder(row);
  const updates: LoggedUpdate[] = [];
  while (decoding.hasContent(decoder)) {
    const isTold = decoding.readUint8(decoder) === 1;
    const authorId = isTold ? stringify(decoding.readUint8Array(decoder, 16)) : null;
    updates.push({ authorId, bytes: decoding.readVarUint8Array(decoder) });
  }
  return updates;
}
