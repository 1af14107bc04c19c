import { type Access, ownMessages } from "@upiao/domain";
import * as encoding from "lib0/encoding";

/** Messages of y-websocket, and of y-protocols/sync inside the first. */
export const Message = { sync: 0, awareness: 1, auth: 2, queryAwareness: 3 } as const;
export const Step = { stateVector: 0, missing: 1, update: 2 } as const;

function frame(...parts: (number | string | Uint8Array)[]): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const part of parts) {
    if (typeof part === "number") encoding.writeVarUint(encoder, part);
    else if (typeof part === "string") encoding.writeVarString(encoder, part);
    else encoding.writeVarUint8Array(encoder, part);
  }
  return encoding.toUint8Array(encoder);
}

export const askFrame = (stateVector: Uint8Array) => frame(Message.sync, Step.stateVector, stateVector);
export const missingFrame = (update: Uint8Array) => frame(Message.sync, Step.missing, update);
export const updateFrame = (update: Uint8Array) => frame(Message.sync, Step.update, update);
export const awarenessFrame = (message: Uint8Array) => frame(Message.awareness, message);
/** y-protocols/auth: 0 is «permission denied». */
export const deniedFrame = (reason: string) => frame(Message.auth, 0, reason);
export const durableFrame = (count: number) => frame(ownMessages.durable, count);
export const unsavedFrame = (isAway: boolean) => frame(ownMessages.storage, isAway ? 1 : 0);
export const accessFrame = (access: Access, reason: string) => frame(ownMessages.access, access, reason);

/** Says nothing, to a client that takes a silent connection for a dead one: nobody's awareness. */
export const beatFrame = awarenessFrame(Uint8Array.of(0));
