import { describe, expect, it } from "vitest";
import { competences } from "../access/competence.ts";
import { type Post, type Role, roles } from "../access/role.ts";
import type { SectionFacts } from "../access/section-access.ts";
import { type State, states } from "../workflow/state.ts";
import { isReasoned, standingOpinions, whyNotGiveOpinion } from "./opinion.ts";

const own = (state: State = "SUBMITTED"): SectionFacts => ({
  state,
  closed: false,
  adoptedAt: null,
  owner: { kind: "BODY", bodyId: "comune", reviewerBodyIds: ["provincia"] },
});
const shared: SectionFacts = {
  state: "DRAFT",
  closed: false,
  adoptedAt: "2024-01-01T00:00:00.000Z",
  owner: {
    kind: "OFFICE",
    leadBodyId: "provincia",
    memberBodyIds: ["comune"],
    formerMembers: [{ bodyId: "uscito", leftAt: "2025-01-01T00:00:00.000Z" }],
  },
};
const nucleo = (bodyId: string): Post => ({ bodyId, role: "AUDITOR", competence: "NUCLEO" });
const post = (bodyId: string, role: Role): Post => ({ bodyId, role });
const on = (facts: SectionFacts, code = "2.2") => ({ facts, code, versionKind: "FROZEN" }) as const;

describe("[AU2] an opinion", () => {
  it.each(states)("is given by the auditor of the body on a frozen version, also of one %s", (state) => {
    expect(whyNotGiveOpinion(on(own(state)), "comune", [nucleo("comune")])).toBeNull();
  });

  it("is given on a shared section by the auditor of each body that shares it", () => {
    for (const bodyId of ["provincia", "comune"]) {
      expect(whyNotGiveOpinion(on(shared, "STRATEGIA"), bodyId, [nucleo(bodyId)])).toBeNull();
    }
    // Who has left reads what was adopted before, and judges it no more.
    expect(whyNotGiveOpinion(on(shared, "STRATEGIA"), "uscito", [nucleo("uscito")])).toBe("NOT_YOUR_ROLE");
  });

  it("is given by nobody else", () => {
    for (const role of roles.filter((role) => role !== "AUDITOR")) {
      const why = whyNotGiveOpinion(on(own()), "comune", [post("comune", role)]);
      expect([role, why]).toEqual([role, role === "ADMIN" ? "NOT_FOUND" : "NOT_YOUR_ROLE"]);
    }
    expect(whyNotGiveOpinion(on(own()), "comune", [nucleo("provincia")])).toBe("NOT_FOUND");
    expect(whyNotGiveOpinion(on(own()), "comune", [post("provincia", "REVIEWER")])).toBe("NOT_YOUR_ROLE");
    expect(whyNotGiveOpinion(on(own()), "provincia", [nucleo("comune"), nucleo("provincia")])).toBe(
      "NOT_YOUR_ROLE",
    );
  });

  it("is given by an auditor of whom one knows that they are competent", () => {
    const codes = { NUCLEO: "2.2", REVISORI: "3.3", RPCT: "2.3" } as const;
    for (const competence of competences) {
      for (const code of Object.values(codes)) {
        const why = whyNotGiveOpinion(on(own(), code), "comune", [{ ...nucleo("comune"), competence }]);
        expect(why).toBe(code === codes[competence] ? null : "NOT_YOUR_COMPETENCE");
      }
    }
    expect(whyNotGiveOpinion(on(own()), "comune", [post("comune", "AUDITOR")])).toBe("NOT_YOUR_COMPETENCE");
  });

  it("is given on what nobody can change any more", () => {
    const subject = { facts: own(), code: "2.2" };
    for (const versionKind of ["AUTOMATIC", "NAMED", null] as const) {
      const why = whyNotGiveOpinion({ ...subject, versionKind }, "comune", [nucleo("comune")]);
      expect(why).toBe("VERSION_NOT_FROZEN");
    }
    // What the body has kept and not handed in does not exist for its reviewer.
    const kept = { ...subject, versionKind: "NAMED" } as const;
    expect(whyNotGiveOpinion(kept, "comune", [post("provincia", "REVIEWER")])).toBe("NOT_FOUND");
  });

  it("says why, where somebody must act on it", () => {
    expect(isReasoned("FAVOURABLE", "Favorevole.")).toBe(true);
    expect(isReasoned("FAVOURABLE", " ")).toBe(false);
    for (const verdict of ["WITH_CONDITIONS", "UNFAVOURABLE"] as const) {
      expect(isReasoned(verdict, "No.")).toBe(false);
      expect(isReasoned(verdict, "Mancano gli indicatori.")).toBe(true);
    }
  });
});

it("[AU3] of several opinions of one control the last one counts", () => {
  const opinion = (id: string, bodyId: string, competence: "NUCLEO" | "RPCT", day: string) => ({
    id,
    bodyId,
    competence,
    at: new Date(`2026-01-${day}`),
  });
  const standing = standingOpinions([
    opinion("second", "comune", "NUCLEO", "20"),
    opinion("first", "comune", "NUCLEO", "10"),
    opinion("other control", "comune", "RPCT", "11"),
    opinion("other body", "provincia", "NUCLEO", "12"),
  ]);
  expect(standing.map(({ id }) => id)).toEqual(["second", "other control", "other body"]);
});
