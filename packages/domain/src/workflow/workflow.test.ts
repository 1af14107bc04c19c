import { describe, expect, it } from "vitest";
import { type Post, type Role, roles } from "../access/role.ts";
import { type BodyOwner, type OfficeOwner, type SectionFacts } from "../access/section-access.ts";
import { gapsOf } from "./completeness.ts";
import { obstacleTo } from "./obstacles.ts";
import { missingSignOffs, whyNotSignOff } from "./sign-off.ts";
import { type State, states } from "./state.ts";
import { type Action, actions, steps } from "./step.ts";
import { postForStep, stepsFrom, takersOf, whyNotStep } from "./why-not-step.ts";

const reviewed: BodyOwner = { kind: "BODY", bodyId: "comune", reviewerBodyIds: ["provincia"] };
const unreviewed: BodyOwner = { kind: "BODY", bodyId: "comune", reviewerBodyIds: [] };
const office: OfficeOwner = {
  kind: "OFFICE",
  leadBodyId: "provincia",
  memberBodyIds: ["comune", "altro"],
  formerMembers: [],
};
const section = (owner: SectionFacts["owner"], state: State): SectionFacts => ({
  state,
  closed: false,
  adoptedAt: null,
  owner,
});
const post = (bodyId: string, role: Role): Post => ({ bodyId, role });

describe("the workflow", () => {
  it("[WF1] leads from a draft to its publication, and back only for changes or for a wrong act", () => {
    const ways = states.map((state) => [
      state,
      stepsFrom({ state }).map((action) => [action, steps[action].to]),
    ]);
    expect(ways).toEqual([
      ["DRAFT", [["SUBMIT", "SUBMITTED"]]],
      [
        "SUBMITTED",
        [
          ["REQUEST_CHANGES", "CHANGES_REQUESTED"],
          ["VALIDATE", "VALIDATED"],
        ],
      ],
      ["CHANGES_REQUESTED", [["SUBMIT", "SUBMITTED"]]],
      ["VALIDATED", [["ADOPT", "ADOPTED"]]],
      [
        "ADOPTED",
        [
          ["PUBLISH", "PUBLISHED"],
          ["ANNUL", "VALIDATED"],
        ],
      ],
      ["PUBLISHED", [["AMEND", "DRAFT"]]],
    ]);
    expect(actions.filter((action) => steps[action].opensBeside)).toEqual(["AMEND"]);
  });

  /** Who takes each step, beside those named nobody: by owner, as «role at body». */
  const takers: Record<string, Record<Action, readonly string[]>> = {
    reviewed: {
      SUBMIT: ["EDITOR at comune", "RTD at comune"],
      REQUEST_CHANGES: ["REVIEWER at comune", "REVIEWER at provincia"],
      VALIDATE: ["REVIEWER at comune", "REVIEWER at provincia"],
      ADOPT: ["SECRETARY at comune"],
      PUBLISH: ["SECRETARY at comune"],
      AMEND: ["EDITOR at comune", "RTD at comune"],
      ANNUL: ["SECRETARY at comune"],
    },
    unreviewed: {
      SUBMIT: ["EDITOR at comune", "RTD at comune"],
      REQUEST_CHANGES: ["REVIEWER at comune", "RTD at comune"],
      VALIDATE: ["REVIEWER at comune", "RTD at comune"],
      ADOPT: ["SECRETARY at comune"],
      PUBLISH: ["SECRETARY at comune"],
      AMEND: ["EDITOR at comune", "RTD at comune"],
      ANNUL: ["SECRETARY at comune"],
    },
    office: {
      SUBMIT: ["EDITOR at comune", "EDITOR at provincia", "RTD at comune", "RTD at provincia"],
      REQUEST_CHANGES: ["REVIEWER at comune", "REVIEWER at provincia"],
      VALIDATE: ["REVIEWER at comune", "REVIEWER at provincia"],
      ADOPT: ["SECRETARY at comune", "SECRETARY at provincia"],
      PUBLISH: ["SECRETARY at comune", "SECRETARY at provincia"],
      AMEND: ["EDITOR at comune", "EDITOR at provincia", "RTD at comune", "RTD at provincia"],
      ANNUL: ["SECRETARY at comune", "SECRETARY at provincia"],
    },
  };
  const owners = { reviewed, unreviewed, office };
  const trials = Object.entries(owners).flatMap(([name, owner]) =>
    actions.flatMap((action) => states.map((state) => ({ name, owner, action, state }))),
  );

  it.each(trials)("[WF2] $action of a $name section that is $state is for whom the table names", (trial) => {
    const { name, owner, action, state } = trial;
    const facts = section(owner, state);
    for (const bodyId of ["comune", "provincia", "lontano"]) {
      for (const role of roles) {
        const posts = [post(bodyId, role)];
        const isTaker = takers[name]![action].includes(`${role} at ${bodyId}`);
        const sees =
          role !== "ADMIN" &&
          (bodyId === "comune" || (bodyId === "provincia" && seesFrom(owner, role, state)));
        const expected = !sees
          ? "NOT_FOUND"
          : !isTaker
            ? "NOT_YOUR_ROLE"
            : steps[action].from.includes(state)
              ? null
              : "NOT_IN_THIS_STATE";
        expect([bodyId, role, whyNotStep(action, facts, posts)]).toEqual([bodyId, role, expected]);
        expect(postForStep(action, facts, posts) !== null).toBe(isTaker && (owner.kind === "OFFICE" || sees));
      }
    }
  });

  const seesFrom = (owner: SectionFacts["owner"], role: Role, state: State) =>
    owner.kind === "OFFICE" || (owner.reviewerBodyIds.length > 0 && role === "REVIEWER" && state !== "DRAFT");

  it("[WF3] names whose turn it is", () => {
    expect(takersOf("VALIDATE", section(reviewed, "SUBMITTED"))).toEqual([
      { role: "REVIEWER", bodyIds: ["comune", "provincia"] },
    ]);
    expect(takersOf("VALIDATE", section(unreviewed, "SUBMITTED"))).toEqual([
      { role: "REVIEWER", bodyIds: ["comune"] },
      { role: "RTD", bodyIds: ["comune"] },
    ]);
    expect(takersOf("SUBMIT", section(office, "DRAFT"))).toEqual([
      { role: "EDITOR", bodyIds: ["provincia", "comune", "altro"] },
      { role: "RTD", bodyIds: ["provincia", "comune", "altro"] },
    ]);
  });
});

describe("what beside role and state decides", () => {
  const ready = { isEmpty: false, openSuggestions: 0, missingSignOffs: 0 };

  it("[WF4] an empty section is not submitted", () => {
    expect(obstacleTo("SUBMIT", ready)).toBeNull();
    expect(obstacleTo("SUBMIT", { ...ready, isEmpty: true })).toBe("NOTHING_WRITTEN");
  });

  it("[WF5] what is validated is one text: no suggestion is open in it, which a submission may have", () => {
    expect(obstacleTo("VALIDATE", ready)).toBeNull();
    expect(obstacleTo("VALIDATE", { ...ready, openSuggestions: 2 })).toBe("OPEN_SUGGESTIONS");
    expect(obstacleTo("SUBMIT", { ...ready, openSuggestions: 2 })).toBeNull();
  });

  it("[WF6] a shared section is validated once the RTD of each body has signed it off", () => {
    const shared = section(office, "SUBMITTED");
    expect(missingSignOffs(shared, [])).toEqual(["provincia", "comune", "altro"]);
    expect(missingSignOffs(shared, ["comune", "provincia"])).toEqual(["altro"]);
    expect(missingSignOffs(section(reviewed, "SUBMITTED"), [])).toEqual([]);
    expect(obstacleTo("VALIDATE", { ...ready, missingSignOffs: 1 })).toBe("SIGN_OFFS_MISSING");
  });

  it("[WF7] signs off: the RTD, for their own body, what has been submitted", () => {
    const rtd = [post("comune", "RTD")];
    expect(whyNotSignOff(section(office, "SUBMITTED"), "comune", rtd)).toBeNull();
    expect(whyNotSignOff(section(office, "SUBMITTED"), "altro", rtd)).toBe("NOT_YOUR_ROLE");
    expect(whyNotSignOff(section(office, "SUBMITTED"), "comune", [post("comune", "EDITOR")])).toBe(
      "NOT_YOUR_ROLE",
    );
    expect(whyNotSignOff(section(office, "DRAFT"), "comune", rtd)).toBe("NOT_IN_THIS_STATE");
    expect(whyNotSignOff(section(reviewed, "SUBMITTED"), "comune", rtd)).toBe("NOT_YOUR_ROLE");
    expect(whyNotSignOff(section(office, "SUBMITTED"), "lontano", [post("lontano", "RTD")])).toBe(
      "NOT_FOUND",
    );
  });
});

describe("the completeness of a plan", () => {
  const line = (number: string, required: boolean, ...isEmpty: boolean[]) => ({
    number,
    title: `Parte ${number}`,
    depth: 0,
    required,
    requiredVerified: true,
    codes: [number],
    sections: isEmpty.map((empty) => ({ code: number, title: "", state: "DRAFT" as const, isEmpty: empty })),
  });

  it("[WF8] names what is required and not there, and what stands there without a word", () => {
    const gaps = gapsOf([
      line("1", true, false),
      line("2", true),
      line("2.1", true),
      line("2.2", false),
      line("2.3", true, true),
      line("3", true),
      line("4", false, true, true),
    ]);
    expect(gaps.map(({ number, what, required }) => [number, what, required])).toEqual([
      ["2.1", "MISSING", true],
      ["2.3", "EMPTY", true],
      ["3", "MISSING", true],
      ["4", "EMPTY", false],
    ]);
  });
});
