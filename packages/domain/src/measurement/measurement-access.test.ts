import { describe, expect, it } from "vitest";
import { type Role, roles } from "../access/role.ts";
import type { SectionFacts } from "../access/section-access.ts";
import { mayMeasure, mayReadMeasurements, whyNotMeasure } from "./measurement-access.ts";

const own: SectionFacts = {
  state: "ADOPTED",
  closed: false,
  adoptedAt: "2026-01-31T00:00:00.000Z",
  owner: { kind: "BODY", bodyId: "alfa", reviewerBodyIds: ["lead"] },
};
const shared: SectionFacts = {
  ...own,
  owner: {
    kind: "OFFICE",
    leadBodyId: "lead",
    memberBodyIds: ["alfa", "beta"],
    formerMembers: [{ bodyId: "gone", leftAt: "2026-06-01T00:00:00.000Z" }],
  },
};
const draft: SectionFacts = { ...own, state: "DRAFT", adoptedAt: null };
const of = (bodyId: string, role: Role) => [{ bodyId, role }];

describe("[ME1] a body is measured by its editors and its RTD", () => {
  it.each(roles)("in what is its own and in what its office shares: %s", (role) => {
    const does = role === "EDITOR" || role === "RTD";
    for (const section of [own, shared, draft])
      expect(mayMeasure(section, "alfa", of("alfa", role))).toBe(does);
  });

  it("and by nobody of another body, also of the one that leads the office", () => {
    for (const role of roles) {
      for (const body of ["lead", "beta", "far"]) {
        expect(mayMeasure(own, "alfa", of(body, role))).toBe(false);
        expect(mayMeasure(shared, "alfa", of(body, role))).toBe(false);
      }
    }
  });

  it("who leads the office measures itself; who has left it does no more", () => {
    expect(mayMeasure(shared, "lead", of("lead", "EDITOR"))).toBe(true);
    expect(mayMeasure(shared, "gone", of("gone", "EDITOR"))).toBe(false);
    expect(mayReadMeasurements(shared, "gone", of("gone", "EDITOR"))).toBe(true);
  });
});

describe("[ME2] what was measured is read as its section", () => {
  it.each(["EDITOR", "RTD", "REVIEWER", "AUDITOR", "SECRETARY"] as const)("by its own %s", (role) => {
    expect(mayReadMeasurements(own, "alfa", of("alfa", role))).toBe(true);
    expect(mayReadMeasurements(shared, "alfa", of("alfa", role))).toBe(true);
  });

  it("not by who manages people, nor by strangers", () => {
    for (const section of [own, shared]) {
      expect(mayReadMeasurements(section, "alfa", of("alfa", "ADMIN"))).toBe(false);
      expect(mayReadMeasurements(section, "alfa", of("far", "EDITOR"))).toBe(false);
    }
  });

  it("by the Province's reviewer once it was handed in, and not before", () => {
    expect(mayReadMeasurements(own, "alfa", of("lead", "REVIEWER"))).toBe(true);
    expect(mayReadMeasurements(draft, "alfa", of("lead", "REVIEWER"))).toBe(false);
  });

  it("of a shared section also by who leads the office, and not by the other members", () => {
    expect(mayReadMeasurements(shared, "alfa", of("lead", "EDITOR"))).toBe(true);
    expect(mayReadMeasurements(shared, "alfa", of("beta", "EDITOR"))).toBe(false);
    expect(mayReadMeasurements(shared, "far", of("lead", "EDITOR"))).toBe(false);
  });
});

it("[ME3] who may not even read gets NOT_FOUND", () => {
  expect(whyNotMeasure([own, shared], "alfa", of("alfa", "EDITOR"))).toBeNull();
  expect(whyNotMeasure([own, shared], "alfa", of("alfa", "AUDITOR"))).toBe("NOT_YOUR_ROLE");
  expect(whyNotMeasure([own, shared], "alfa", of("lead", "REVIEWER"))).toBe("NOT_YOUR_ROLE");
  expect(whyNotMeasure([own, shared], "alfa", of("beta", "EDITOR"))).toBe("NOT_FOUND");
  // A year without objectives is an empty grid to who works there.
  expect(whyNotMeasure([], "alfa", of("alfa", "SECRETARY"))).toBe("NOT_YOUR_ROLE");
  expect(whyNotMeasure([], "alfa", of("alfa", "EDITOR"))).toBeNull();
  expect(whyNotMeasure([], "alfa", of("lead", "REVIEWER"))).toBe("NOT_FOUND");
  expect(whyNotMeasure([], "alfa", of("alfa", "ADMIN"))).toBe("NOT_FOUND");
});
