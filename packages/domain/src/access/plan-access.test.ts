import { describe, expect, it } from "vitest";
import type { State } from "../workflow/state.ts";
import { mayReadPlan, mayStartPlan, standsInPlanOf, whyNotStartPlan } from "./plan-access.ts";
import { roles } from "./role.ts";
import type { SectionFacts } from "./section-access.ts";

const plan = { bodyId: "comune" };

function own(state: State): SectionFacts {
  return {
    state,
    closed: false,
    adoptedAt: null,
    owner: { kind: "BODY", bodyId: "comune", reviewerBodyIds: ["lead"] },
  };
}

const shared: SectionFacts = {
  state: "DRAFT",
  closed: false,
  adoptedAt: null,
  owner: {
    kind: "OFFICE",
    leadBodyId: "lead",
    memberBodyIds: ["comune"],
    formerMembers: [{ bodyId: "former", leftAt: "2025-06-01T00:00:00.000Z" }],
  },
};

describe("a plan", () => {
  it("is seen by who works for its body, in any role", () => {
    expect(mayReadPlan(plan, [], [{ bodyId: "comune", role: "ADMIN" }])).toBe(true);
    expect(mayReadPlan(plan, [], [{ bodyId: "other", role: "RTD" }])).toBe(false);
  });

  it("is seen by the reviewer once a section of it is handed in", () => {
    const reviewer = [{ bodyId: "lead", role: "REVIEWER" }] as const;
    expect(mayReadPlan(plan, [own("DRAFT")], reviewer)).toBe(false);
    expect(mayReadPlan(plan, [own("DRAFT"), own("SUBMITTED")], reviewer)).toBe(true);
  });

  it("is not seen because of a section that its body shares", () => {
    expect(mayReadPlan(plan, [shared], [{ bodyId: "lead", role: "EDITOR" }])).toBe(false);
  });
});

describe("a section stands in the plan", () => {
  it("of its body, and of no other", () => {
    expect(standsInPlanOf("comune", own("DRAFT"))).toBe(true);
    expect(standsInPlanOf("lead", own("SUBMITTED"))).toBe(false);
  });

  it("of each body that shares it, and of one that has left only when it was adopted before", () => {
    expect(standsInPlanOf("lead", shared)).toBe(true);
    expect(standsInPlanOf("comune", shared)).toBe(true);
    expect(standsInPlanOf("other", shared)).toBe(false);
    expect(standsInPlanOf("former", shared)).toBe(false);
    const adopted: SectionFacts = { ...shared, state: "ADOPTED", adoptedAt: "2025-01-01T00:00:00.000Z" };
    expect(standsInPlanOf("former", adopted)).toBe(true);
    expect(standsInPlanOf("former", { ...adopted, adoptedAt: "2025-07-01T00:00:00.000Z" })).toBe(false);
  });
});

describe("a plan is begun", () => {
  it("by the editors and the RTD of its body, and by nobody else there", () => {
    const starters = roles.filter((role) => mayStartPlan("comune", [{ bodyId: "comune", role }]));
    expect(starters).toEqual(["EDITOR", "RTD"]);
    expect(whyNotStartPlan("comune", [{ bodyId: "comune", role: "RTD" }])).toBeNull();
    expect(whyNotStartPlan("comune", [{ bodyId: "comune", role: "SECRETARY" }])).toBe("NOT_YOUR_ROLE");
  });

  it("by no other body, for which it does not exist", () => {
    expect(roles.filter((role) => mayStartPlan("comune", [{ bodyId: "lead", role }]))).toEqual([]);
    expect(whyNotStartPlan("comune", [{ bodyId: "lead", role: "RTD" }])).toBe("NOT_FOUND");
    expect(whyNotStartPlan("comune", [])).toBe("NOT_FOUND");
  });
});
