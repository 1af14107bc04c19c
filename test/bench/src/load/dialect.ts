import * as encoding from "lib0/encoding";

/** How a server wants to be spoken to: y-websocket's protocol, or hocuspocus' with the document's name before each
 *  message and a word of greeting. */
export interface Dialect {
  /** Sent first. */
  greeting(room: string): Uint8Array | null;
  frame(room: string, ...parts: (number | Uint8Array)[]): Uint8Array;
  /** Where the message begins in what comes. */
  begin(message: Uint8Array): number;
}

export const yWebsocket: Dialect = {
  greeting: () => null,
  frame: (_room, ...parts) => written(null, parts),
  begin: () => 0,
};

export const hocuspocus: Dialect = {
  greeting: (room) => {
    const encoder = encoding.createEncoder();
    encoding.writeVarString(encoder, room);
    encoding.writeVarUint(encoder, 2);
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarString(encoder, "");
    return encoding.toUint8Array(encoder);
  },
  frame: (room, ...parts) => written(room, parts),
  // Names of rooms are short.
  begin: (message) => message[0]! + 1,
};

function written(room: string | null, parts: readonly (number | Uint8Array)[]): Uint8Array {
  const encoder = encoding.createEncoder();
  if (room !== null) encoding.writeVarString(encoder, room);
  for (const part of parts) {
    if (typeof part === "number") encoding.writeVarUint(encoder, part);
    else encoding.writeVarUint8Array(encoder, part);
  }
  return encoding.toUint8Array(encoder);
}
