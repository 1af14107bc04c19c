import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { Closing } from "./closing.ts";
import { largestAwarenessBytes, mostAwarenessEntries } from "./limits.ts";

/** What everybody sees of a person; stamped from the session, whatever the client says of itself. */
export interface Stamp {
  readonly id: string;
  readonly name: string;
  readonly color: string;
  readonly role: string;
  readonly body: string;
}

export interface AwarenessEntry {
  readonly clientId: number;
  readonly clock: number;
  /** JSON of the state; «null» when the client has gone. */
  readonly state: string;
}

/** Entries of an awareness update (y-protocols/awareness). A client repeats those of others, of which only
 *  its own count. Throws a `Closing` for too many, and whatever a parser throws. */
export function readAwareness(message: Uint8Array): AwarenessEntry[] {
  const decoder = decoding.createDecoder(message);
  const count = decoding.readVarUint(decoder);
  if (count > mostAwarenessEntries) throw new Closing("tooLarge", "too many awareness states");
  const entries: AwarenessEntry[] = [];
  for (let index = 0; index < count; index++) {
    const clientId = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    entries.push({ clientId, clock, state: decoding.readVarString(decoder) });
  }
  return entries;
}

export function writeAwareness(entries: readonly AwarenessEntry[]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, entries.length);
  for (const { clientId, clock, state } of entries) {
    encoding.writeVarUint(encoder, clientId);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, state);
  }
  return encoding.toUint8Array(encoder);
}

/** The state as others receive it. Throws a `Closing` for what is no state. */
export function stampState(state: string, user: Stamp): string {
  if (state.length > largestAwarenessBytes) throw new Closing("tooLarge", "awareness state too large");
  let parsed: unknown;
  try {
    parsed = JSON.parse(state);
  } catch {
    throw new Closing("malformed", "awareness state is not JSON");
  }
  if (parsed === null) return "null";
  if (typeof parsed !== "object" || Array.isArray(parsed))
    throw new Closing("malformed", "awareness state is no object");
  return JSON.stringify({ ...parsed, user });
}
