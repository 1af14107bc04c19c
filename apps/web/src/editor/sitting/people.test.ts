import { afterEach, expect, it } from "vitest";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { colorOf, othersIn } from "./people.ts";

const awareness = new Awareness(new Y.Doc());
afterEach(() => awareness.destroy());

it("the others who are here are listed once each, as the server says who they are", () => {
  const bruno = { id: "b", name: "Bruno", color: "#0055aa", role: "RTD", body: "Comune di Barga" };
  for (const [clientId, user] of [
    [1, bruno],
    [2, bruno],
    [3, { ...bruno, id: "anna", name: "Anna" }],
    [4, { id: "c", name: "Carla", color: "red; background: url(x)", role: "BOSS", body: 1 }],
    [5, "nobody"],
  ] as const) {
    awareness.states.set(clientId, { user });
  }
  expect(othersIn(awareness, "anna")).toEqual([
    bruno,
    { id: "c", name: "Carla", color: "#455b71", role: null, body: "" },
  ]);
});

it("[T27] a colour that is no colour does not reach a style", () => {
  expect(colorOf("#A3195B")).toBe("#A3195B");
  for (const color of ["red", "#fff", "#0055aa;background:url(x)", null, 7])
    expect(colorOf(color)).toBe("#455b71");
});
