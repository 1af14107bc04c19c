import { describe, expect, it } from "vitest";
import { notificationKinds } from "../notification/notification-kind.ts";
import { isPlaceless, tell } from "./notification.ts";

const placed = notificationKinds.filter((kind) => !isPlaceless(kind));

describe.each(["it", "en"] as const)("in %s", (language) => {
  it.each(placed)("%s says where, and leaves no gap", (kind) => {
    const said = tell({ kind, by: "Elena Bassi", place: "Strategia, Lucca", deadline: "31" }, language);
    expect(said).toContain("Strategia, Lucca");
    expect(said).not.toMatch(/[{}]/);
  });

  it("[T04] of what may not be known any more nothing is said but that", () => {
    const said = placed.map((kind) => tell({ kind, by: "Elena Bassi", place: null }, language));
    expect(new Set(said).size).toBe(1);
    expect(said[0]).not.toContain("Elena");
  });
});

it("what is near in a calendar is told of no place, and of nobody", () => {
  expect(tell({ kind: "TERM", by: null, place: null })).toBe("Nel tuo calendario si avvicina una scadenza.");
});

it("a name that looks like a gap stays as it is", () => {
  expect(tell({ kind: "MENTION", by: "{place}", place: "$& {by}" })).toBe(
    "{place} ti ha menzionato in «$& {by}».",
  );
});
