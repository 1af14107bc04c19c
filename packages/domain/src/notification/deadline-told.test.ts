import { expect, it } from "vitest";
import { deadlineTold } from "./deadline-told.ts";

const at = new Date("2027-01-24T05:00:00Z");

it("a reminder of measuring tells when its round ends, the others when their plan is due", () => {
  expect(deadlineTold({ kind: "MEASUREMENT_DUE", at }, "2026-01-31")).toBe("2027-01-31");
  expect(deadlineTold({ kind: "MEASUREMENT_DUE", at: new Date("2026-08-01T05:00:00Z") }, null)).toBe(
    "2026-07-31",
  );
  expect(deadlineTold({ kind: "DEADLINE", at }, "2026-01-31")).toBe("2026-01-31");
  expect(deadlineTold({ kind: "MENTION", at }, null)).toBeUndefined();
});
