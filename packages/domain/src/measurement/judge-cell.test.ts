import { describe, expect, it } from "vitest";
import { isDoubtfulPercentage, judgeCell, type StandingCell, type WantedCell } from "./judge-cell.ts";

const standing: StandingCell = { value: 40, note: "Stima", evidence: "https://esempio.it/", at: 1_000 };
const judge = (wanted: Partial<WantedCell>, there: StandingCell | null = standing) =>
  judgeCell(
    { text: null, note: null, evidence: null, basedOn: there?.at ?? null, ...wanted },
    "NUMBER",
    there,
    10,
  );

describe("[ME7] a cell", () => {
  it("takes the value and keeps what was not said", () => {
    expect(judge({ text: "45,5" })).toEqual({ ...standing, kind: "WRITE", value: 45.5, at: undefined });
    expect(judge({ text: "n.d." })).toMatchObject({ kind: "WRITE", value: null, note: "Stima" });
    expect(judge({ note: "Rilevata" })).toMatchObject({ kind: "WRITE", value: 40, note: "Rilevata" });
    expect(judge({ note: " ", evidence: "" })).toMatchObject({ kind: "WRITE", note: null, evidence: null });
    expect(judge({ text: "7" }, null)).toMatchObject({ kind: "WRITE", value: 7, note: null });
  });

  it("that would stay as it is is not written, whoever wrote it", () => {
    expect(judge({ text: "40" })).toEqual({ kind: "SAME" });
    expect(judge({ text: "40,0", basedOn: null })).toEqual({ kind: "SAME" });
  });

  it("that somebody has changed since it was seen is not overwritten", () => {
    expect(judge({ text: "45", basedOn: 999 })).toEqual({ kind: "FAULT", fault: "CHANGED" });
    expect(judge({ text: "45", basedOn: null })).toEqual({ kind: "FAULT", fault: "CHANGED" });
    expect(judge({ text: "45", basedOn: 1_000 }, null)).toEqual({ kind: "FAULT", fault: "CHANGED" });
  });

  it.each([
    [{ text: "molti" }, "NOT_A_NUMBER"],
    [{ text: "" }, "NOTHING"],
    [{ note: "più di dieci caratteri" }, "NOTE_TOO_LONG"],
    [{ note: "a\u202Eb" }, "CONTROL_CHARACTERS"],
    [{ evidence: "javascript:alert(1)" }, "EVIDENCE"],
  ] as const)("with %j is refused: %s", (wanted, fault) => {
    expect(judge(wanted)).toEqual({ kind: "FAULT", fault });
  });

  it("has no note without a value", () => {
    expect(judge({ note: "Perché" }, null)).toEqual({ kind: "FAULT", fault: "NOTHING" });
  });
});

it("a percentage that may be a fraction is asked about", () => {
  expect(isDoubtfulPercentage("0.125", "PERCENT")).toBe(true);
  expect(isDoubtfulPercentage("1", "PERCENT")).toBe(true);
  for (const text of ["0,5 %", "12,5", "0", "n.d.", "x"])
    expect(isDoubtfulPercentage(text, "PERCENT")).toBe(false);
  expect(isDoubtfulPercentage("0.125", "NUMBER")).toBe(false);
});
