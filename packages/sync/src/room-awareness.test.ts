import { describe, expect, it } from "vitest";
import { readAwareness, type Stamp, writeAwareness } from "./awareness.ts";
import { Closing } from "./closing.ts";
import { awarenessMs, largestAwarenessBytes } from "./limits.ts";
import { RoomAwareness } from "./room-awareness.ts";

const stamp = (id: string): Stamp => ({
  id,
  name: `Signora ${id}`,
  color: "#0055aa",
  role: "EDITOR",
  body: "Barga",
});
const says = (clientId: number, state: unknown, clock = 1) =>
  writeAwareness([{ clientId, clock, state: typeof state === "string" ? state : JSON.stringify(state) }]);
const heard = (message: Uint8Array | null | undefined) =>
  message && readAwareness(message).map(({ clientId, state }) => [clientId, JSON.parse(state)]);
/** What everybody is told at the end of the window. */
const told = (room: RoomAwareness) => room.takeChanges()?.all;

describe("who is there", () => {
  it("[SY24] [T16] is who the session says, whatever the client says of itself", () => {
    const room = new RoomAwareness();
    room.hear(says(7, { user: { name: "Il Presidente" }, cursor: 3 }), {}, stamp("anna"));
    expect(heard(told(room))).toEqual([[7, { user: stamp("anna"), cursor: 3 }]]);
  });

  it("[SY25] [T16] speaks under one client id, and under nobody else's", () => {
    const room = new RoomAwareness();
    const [anna, bruno] = [{}, {}];
    room.hear(says(7, {}), anna, stamp("anna"));
    expect(room.hear(says(7, { cursor: 1 }, 9), bruno, stamp("bruno"))).toBe(false);
    expect(room.hear(says(8, {}), anna, stamp("anna"))).toBe(false);
    expect(heard(room.everything())).toEqual([[7, { user: stamp("anna") }]]);
  });

  it("[SY27] is gone for all when the connection is, and back at once under the same id", () => {
    const room = new RoomAwareness();
    const [first, second] = [{}, {}];
    room.hear(says(7, {}, 5), first, stamp("anna"));
    expect(room.forget(first)).toBe(true);
    expect(heard(told(room))).toEqual([[7, null]]);
    expect(room.everything()).toBeNull();
    // The clock of who comes back begins anew: it has to count as later all the same.
    room.hear(says(7, { cursor: 2 }, 1), second, stamp("anna"));
    const back = readAwareness(told(room)!);
    expect(back[0]!.clock).toBeGreaterThan(6);
  });

  it("[SY25] under an id that has gone is not somebody else", () => {
    const room = new RoomAwareness();
    const anna = {};
    room.hear(says(7, {}), anna, stamp("anna"));
    room.forget(anna);
    expect(room.hear(says(7, {}), {}, stamp("bruno"))).toBe(false);
  });

  it("[SY25] [T20] with a clock that no client reaches is refused, before others are made to count on from it", () => {
    const room = new RoomAwareness();
    expect(() => room.hear(says(7, {}, Number.MAX_SAFE_INTEGER), {}, stamp("anna"))).toThrow(Closing);
    expect(room.everything()).toBeNull();
  });

  it("[SY27] on another node is gone when that node is silent for too long", () => {
    const room = new RoomAwareness();
    room.hearFromNode(says(7, { user: stamp("anna") }), "node b");
    expect(room.forgetSilent(Date.now() + awarenessMs - 1_000)).toBe(false);
    told(room);
    expect(room.forgetSilent(Date.now() + awarenessMs + 1_000)).toBe(true);
    expect(heard(told(room))).toEqual([[7, null]]);
  });

  it("[SY28] is told once in a window, as they are by then, in the same words to everybody", () => {
    const room = new RoomAwareness();
    const [anna, bruno] = [{}, {}];
    for (const cursor of [1, 2, 3]) room.hear(says(7, { cursor }, cursor), anna, stamp("anna"));
    room.hear(says(8, { cursor: 9 }), bruno, stamp("bruno"));
    const changes = room.takeChanges()!;
    expect(heard(changes.all)).toEqual([
      [7, { cursor: 3, user: stamp("anna") }],
      [8, { cursor: 9, user: stamp("bruno") }],
    ]);
    expect(changes.apart.size).toBe(0);
    expect(room.takeChanges()).toBeNull();
  });

  it("is not told of themselves with a clock beyond their own, by which a client would go back to it", () => {
    const room = new RoomAwareness();
    const [before, anna, bruno] = [{}, {}, {}];
    room.hear(says(7, { cursor: 1 }, 5), before, stamp("anna"));
    room.forget(before);
    room.hear(says(7, { cursor: 2 }, 1), anna, stamp("anna"));
    room.hear(says(8, { cursor: 9 }), bruno, stamp("bruno"));
    const { all, apart } = room.takeChanges()!;
    expect(readAwareness(all).map(({ clientId }) => clientId)).toEqual([7, 8]);
    expect(heard(apart.get(anna))).toEqual([[8, { cursor: 9, user: stamp("bruno") }]]);
    expect(apart.has(bruno)).toBe(false);
  });

  it("on other nodes is told what is said here, and not what they said", () => {
    const room = new RoomAwareness();
    room.hear(says(7, {}), {}, stamp("anna"));
    room.hearFromNode(says(8, { user: stamp("bruno") }), "node b");
    expect(heard(room.takeChanges()!.own)).toEqual([[7, { user: stamp("anna") }]]);
    expect(heard(room.own())).toEqual([[7, { user: stamp("anna") }]]);
  });

  it.each([
    ["that is not JSON", "{", 4400],
    ["that is no object", "[1]", 4400],
    ["that is a number", "3", 4400],
    ["that is too large", JSON.stringify({ much: "x".repeat(largestAwarenessBytes) }), 4413],
  ])("[SY26] is told no state %s", (_what, state, code) => {
    const room = new RoomAwareness();
    let closing: unknown;
    try {
      room.hear(says(7, state), {}, stamp("anna"));
    } catch (error) {
      closing = error;
    }
    expect(closing).toBeInstanceOf(Closing);
    expect((closing as Closing).code).toBe(code);
    expect(room.everything()).toBeNull();
  });
});
