import { describe, expect, it } from "vitest";
import { roles } from "../access/role.ts";
import {
  mayDecideRemarks,
  mayReadRemarks,
  type RemarkDecision,
  type RemarkFacts,
  whyNotDecideRemark,
} from "./remark-access.ts";

const fresh: RemarkFacts = { bodyId: "alfa", state: "NEW", seen: "NEW", isAnswered: false };
const online: RemarkFacts = { ...fresh, state: "PUBLISHED", seen: "PUBLISHED" };
const rtd = [{ bodyId: "alfa", role: "RTD" }] as const;

describe("remarks of citizens", () => {
  it("are read for the body, and decided by who writes its texts", () => {
    const at = (role: (typeof roles)[number]) => [{ bodyId: "alfa", role }];
    expect(roles.filter((role) => mayReadRemarks("alfa", at(role)))).toEqual(
      roles.filter((role) => ["EDITOR", "RTD", "SECRETARY", "AUDITOR"].includes(role)),
    );
    expect(roles.filter((role) => mayDecideRemarks("alfa", at(role)))).toEqual(
      roles.filter((role) => ["EDITOR", "RTD"].includes(role)),
    );
  });

  it.each([
    ["nobody's", [], "NOT_FOUND"],
    ["another body's", [{ bodyId: "beta", role: "RTD" }], "NOT_FOUND"],
    ["the administrator's", [{ bodyId: "alfa", role: "ADMIN" }], "NOT_FOUND"],
    ["the auditor's", [{ bodyId: "alfa", role: "AUDITOR" }], "NOT_YOUR_ROLE"],
    ["the secretary's", [{ bodyId: "alfa", role: "SECRETARY" }], "NOT_YOUR_ROLE"],
    ["an editor's", [{ bodyId: "alfa", role: "EDITOR" }], null],
  ] as const)("are %s to decide: %j", (_whose, posts, why) => {
    expect(whyNotDecideRemark("PUBLISH", fresh, posts)).toBe(why);
  });

  it.each<[RemarkDecision, RemarkFacts, string | null]>([
    ["PUBLISH", fresh, null],
    ["DISMISS", fresh, null],
    ["ANSWER", fresh, "NOT_IN_THIS_STATE"],
    ["PUBLISH", online, "NOT_IN_THIS_STATE"],
    ["ANSWER", online, null],
    ["DISMISS", online, null],
    ["PUBLISH", { ...fresh, state: "DISMISSED", seen: "DISMISSED" }, "NOT_IN_THIS_STATE"],
  ])("%s of %j is %s", (decision, remark, why) => {
    expect(whyNotDecideRemark(decision, remark, rtd)).toBe(why);
  });

  it("that somebody else has decided meanwhile are not decided again", () => {
    for (const decision of ["PUBLISH", "DISMISS"] as const) {
      expect(whyNotDecideRemark(decision, { ...fresh, state: "PUBLISHED" }, rtd)).toBe("REMARK_DECIDED");
    }
    expect(whyNotDecideRemark("ANSWER", { ...online, isAnswered: true }, rtd)).toBe("REMARK_DECIDED");
  });
});
