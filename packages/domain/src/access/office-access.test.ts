import { describe, expect, it } from "vitest";
import { mayReadOffice, whyNotRecordLeaving } from "./office-access.ts";

const office = { leadBodyId: "lead", memberBodyIds: ["comune", "other"] };

describe("an associated office", () => {
  it("is seen by who works for a body that takes part in it", () => {
    expect(mayReadOffice(office, [{ bodyId: "lead", role: "EDITOR" }])).toBe(true);
    expect(mayReadOffice(office, [{ bodyId: "comune", role: "ADMIN" }])).toBe(true);
    expect(mayReadOffice(office, [{ bodyId: "former", role: "RTD" }])).toBe(false);
  });
});

describe("[T09] that a body leaves is recorded", () => {
  it("by its administrator or the lead body's", () => {
    expect(whyNotRecordLeaving(office, "comune", [{ bodyId: "comune", role: "ADMIN" }])).toBeNull();
    expect(whyNotRecordLeaving(office, "comune", [{ bodyId: "lead", role: "ADMIN" }])).toBeNull();
  });

  it("by nobody else", () => {
    expect(whyNotRecordLeaving(office, "comune", [{ bodyId: "other", role: "ADMIN" }])).toBe("NOT_YOUR_ROLE");
    expect(whyNotRecordLeaving(office, "comune", [{ bodyId: "comune", role: "RTD" }])).toBe("NOT_YOUR_ROLE");
    expect(whyNotRecordLeaving(office, "comune", [{ bodyId: "far", role: "ADMIN" }])).toBe("NOT_FOUND");
  });

  it("only of a body that takes part", () => {
    expect(whyNotRecordLeaving(office, "far", [{ bodyId: "far", role: "ADMIN" }])).toBe("NOT_FOUND");
    expect(whyNotRecordLeaving(office, "lead", [{ bodyId: "lead", role: "ADMIN" }])).toBe("NOT_FOUND");
  });
});
