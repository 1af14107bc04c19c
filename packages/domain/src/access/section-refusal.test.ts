import { describe, expect, it } from "vitest";
import type { State } from "../workflow/state.ts";
import type { SectionFacts } from "./section-access.ts";
import { whyNotActOnSection } from "./section-refusal.ts";

function shared(state: State): SectionFacts {
  const owner = { kind: "OFFICE", leadBodyId: "lead", memberBodyIds: ["member"], formerMembers: [] } as const;
  return { state, closed: false, adoptedAt: null, owner };
}

describe("why a section may not be opened or closed", () => {
  it("is nothing for the RTD of a body that shares it", () => {
    expect(
      whyNotActOnSection("openAndClose", shared("DRAFT"), [{ bodyId: "member", role: "RTD" }]),
    ).toBeNull();
  });

  it("is the role for who reads it in another one", () => {
    expect(whyNotActOnSection("openAndClose", shared("DRAFT"), [{ bodyId: "member", role: "EDITOR" }])).toBe(
      "NOT_YOUR_ROLE",
    );
  });

  it("is the state once it is validated", () => {
    expect(whyNotActOnSection("openAndClose", shared("VALIDATED"), [{ bodyId: "member", role: "RTD" }])).toBe(
      "NOT_IN_THIS_STATE",
    );
  });

  it("is that it does not exist, for who may not read it", () => {
    expect(whyNotActOnSection("openAndClose", shared("DRAFT"), [{ bodyId: "far", role: "RTD" }])).toBe(
      "NOT_FOUND",
    );
    expect(
      whyNotActOnSection("openAndClose", shared("VALIDATED"), [{ bodyId: "member", role: "ADMIN" }]),
    ).toBe("NOT_FOUND");
  });
});
