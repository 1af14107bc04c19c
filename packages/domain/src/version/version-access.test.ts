import { describe, expect, it } from "vitest";
import type { SectionFacts } from "../access/section-access.ts";
import { readableVersions } from "./version-access.ts";

const all = ["AUTOMATIC", "NAMED", "FROZEN"];
const draft: SectionFacts = {
  state: "DRAFT",
  closed: false,
  adoptedAt: null,
  owner: { kind: "BODY", bodyId: "alfa", reviewerBodyIds: ["lead"] },
};

describe("[VE1] the versions of a section", () => {
  it.each(["EDITOR", "RTD", "REVIEWER", "AUDITOR", "SECRETARY"] as const)(
    "are all read by the body's own %s",
    (role) => {
      expect(readableVersions(draft, [{ bodyId: "alfa", role }])).toEqual(all);
    },
  );

  it("are read by who reviews it from the first submission on, and only those that were handed in", () => {
    const reviewer = [{ bodyId: "lead", role: "REVIEWER" as const }];
    expect(readableVersions(draft, reviewer)).toEqual([]);
    expect(readableVersions({ ...draft, state: "SUBMITTED" }, reviewer)).toEqual(["FROZEN"]);
  });

  it("are read by who works for the body and for the one that reviews it as by one of the body", () => {
    const both = [
      { bodyId: "lead", role: "REVIEWER" as const },
      { bodyId: "alfa", role: "SECRETARY" as const },
    ];
    expect(readableVersions({ ...draft, state: "SUBMITTED" }, both)).toEqual(all);
  });

  it("are not read by an administrator, nor by anybody else", () => {
    expect(readableVersions(draft, [{ bodyId: "alfa", role: "ADMIN" }])).toEqual([]);
    expect(readableVersions({ ...draft, state: "SUBMITTED" }, [{ bodyId: "far", role: "REVIEWER" }])).toEqual(
      [],
    );
  });

  it("of a shared section are all read by its members, and the adopted ones by who was a member when it was", () => {
    const shared: SectionFacts = {
      ...draft,
      state: "ADOPTED",
      adoptedAt: "2024-01-01T00:00:00Z",
      owner: {
        kind: "OFFICE",
        leadBodyId: "lead",
        memberBodyIds: ["alfa"],
        formerMembers: [{ bodyId: "gone", leftAt: "2025-01-01T00:00:00Z" }],
      },
    };
    expect(readableVersions(shared, [{ bodyId: "alfa", role: "EDITOR" }])).toEqual(all);
    expect(readableVersions(shared, [{ bodyId: "gone", role: "EDITOR" }])).toEqual(["FROZEN"]);
  });
});
