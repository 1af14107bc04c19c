import { describe, expect, it } from "vitest";
import { bodyTypes } from "../plan/plan-form.ts";
import { mayReadOffice, whyNotFoundOffice, whyNotRecordLeaving, whyNotRunOffice } from "./office-access.ts";
import { roles } from "./role.ts";

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

describe("[OF1] an associated office is founded", () => {
  const province = { id: "lead", type: "PROVINCIA" } as const;

  it("by the RTD or the administrator of the body that leads it, and by no other role", () => {
    const why = roles.map((role) => [role, whyNotFoundOffice(province, [{ bodyId: "lead", role }])]);
    expect(Object.fromEntries(why)).toEqual({
      ...{ EDITOR: "NOT_YOUR_ROLE", RTD: null, REVIEWER: "NOT_YOUR_ROLE" },
      ...{ AUDITOR: "NOT_YOUR_ROLE", SECRETARY: "NOT_YOUR_ROLE", ADMIN: null },
    });
    for (const role of roles)
      expect(whyNotFoundOffice(province, [{ bodyId: "far", role }])).toBe("NOT_FOUND");
    expect(whyNotFoundOffice(province, [])).toBe("NOT_FOUND");
  });

  it("under a Province or a metropolitan city", () => {
    const rtd = [{ bodyId: "lead", role: "RTD" }] as const;
    const why = bodyTypes.map((type) => [type, whyNotFoundOffice({ id: "lead", type }, rtd)]);
    expect(Object.fromEntries(why)).toEqual({
      ...{ COMUNE: "NOT_A_LEAD_BODY", UNIONE: "NOT_A_LEAD_BODY" },
      ...{ PROVINCIA: null, CITTA_METROPOLITANA: null },
    });
  });
});

describe("[OF2] [T01] an associated office is run", () => {
  it("by the RTD of its lead body, and by no other role there", () => {
    const run = roles.filter((role) => whyNotRunOffice(office, [{ bodyId: "lead", role }]) === null);
    expect(run).toEqual(["RTD"]);
    expect(whyNotRunOffice(office, [{ bodyId: "lead", role: "ADMIN" }])).toBe("NOT_YOUR_ROLE");
  });

  it("by nobody of a member, and is unknown to all others", () => {
    for (const role of roles) {
      expect(whyNotRunOffice(office, [{ bodyId: "comune", role }])).toBe("NOT_YOUR_ROLE");
      expect(whyNotRunOffice(office, [{ bodyId: "far", role }])).toBe("NOT_FOUND");
    }
  });
});
