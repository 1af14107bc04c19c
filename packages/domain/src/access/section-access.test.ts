import { describe, expect, it } from "vitest";
import { states } from "../workflow/state.ts";
import { type Access, reaches } from "./access.ts";
import { type Role, roles } from "./role.ts";
import {
  accessTo,
  mayActOnSection,
  postIn,
  type Relation,
  relations,
  relationTo,
  type SectionFacts,
  sectionActions,
  whyReadOnly,
} from "./section-access.ts";

const adopted = { state: "ADOPTED", closed: false, adoptedAt: "2026-02-01T00:00:00.000Z" } as const;
const office = {
  kind: "OFFICE",
  leadBodyId: "lucca",
  memberBodyIds: ["capannori"],
  formerMembers: [{ bodyId: "viareggio", leftAt: "2026-03-01T00:00:00.000Z" }],
} as const;
const own = { kind: "BODY", bodyId: "capannori", reviewerBodyIds: ["lucca"] } as const;

/** A section and a body that stand in this relation, in a state in which the text is open where it can be. */
const standing: Record<Relation, { section: SectionFacts; bodyId: string }> = {
  OWN: { section: { state: "DRAFT", closed: false, adoptedAt: null, owner: own }, bodyId: "capannori" },
  OFFICE: { section: { state: "DRAFT", closed: false, adoptedAt: null, owner: office }, bodyId: "capannori" },
  REVIEWING: { section: { state: "SUBMITTED", closed: false, adoptedAt: null, owner: own }, bodyId: "lucca" },
  FORMER: { section: { ...adopted, owner: office }, bodyId: "viareggio" },
  NONE: { section: { state: "DRAFT", closed: false, adoptedAt: null, owner: own }, bodyId: "pisa" },
};

/** DESIGN's table of roles, written down a second time on purpose: the rules are held against it. */
const expected: Record<Role, Record<Relation, Access>> = {
  EDITOR: { OWN: "EDIT", OFFICE: "EDIT", REVIEWING: "NONE", FORMER: "READ", NONE: "NONE" },
  RTD: { OWN: "EDIT", OFFICE: "EDIT", REVIEWING: "NONE", FORMER: "READ", NONE: "NONE" },
  REVIEWER: { OWN: "EDIT", OFFICE: "EDIT", REVIEWING: "PROPOSE", FORMER: "READ", NONE: "NONE" },
  AUDITOR: { OWN: "COMMENT", OFFICE: "COMMENT", REVIEWING: "NONE", FORMER: "READ", NONE: "NONE" },
  SECRETARY: { OWN: "COMMENT", OFFICE: "COMMENT", REVIEWING: "NONE", FORMER: "READ", NONE: "NONE" },
  ADMIN: { OWN: "NONE", OFFICE: "NONE", REVIEWING: "NONE", FORMER: "NONE", NONE: "NONE" },
};

const cases = roles.flatMap((role) => relations.map((relation) => ({ role, relation })));

describe.each(cases)("$role whose body stands as $relation", ({ role, relation }) => {
  const { section, bodyId } = standing[relation];
  const access = expected[role][relation];

  it("stands so", () => expect(relationTo(section, bodyId)).toBe(relation));

  it.each(sectionActions)("may or may not %s, as the table says", (action) => {
    const allowed =
      action === "openAndClose"
        ? role === "RTD" && relation === "OFFICE"
        : reaches(
            access,
            ({ read: "READ", comment: "COMMENT", propose: "PROPOSE", edit: "EDIT" } as const)[action],
          );
    expect(mayActOnSection(action, section, [{ bodyId, role }])).toBe(allowed);
  });
});

describe("a text that is no longer open", () => {
  it.each(states)("in %s is written by its editor only before the validation", (state) => {
    const section = { ...standing.OWN.section, state };
    const access = accessTo(section, [{ bodyId: "capannori", role: "EDITOR" }]);
    const open = ["DRAFT", "SUBMITTED", "CHANGES_REQUESTED"].includes(state);
    expect(access).toBe(open ? "EDIT" : "COMMENT");
    expect(whyReadOnly(section, access)).toBe(open ? null : "NO_LONGER_OPEN");
  });

  it("is read and discussed while the RTD has closed it", () => {
    const section = { ...standing.OFFICE.section, closed: true };
    expect(accessTo(section, [{ bodyId: "capannori", role: "EDITOR" }])).toBe("COMMENT");
    expect(whyReadOnly(section, "COMMENT")).toBe("CLOSED");
  });
});

it("a draft is invisible to the Province until it is submitted, and proposals answer a submission", () => {
  const posts = [{ bodyId: "lucca", role: "REVIEWER" }] as const;
  const inState = (state: SectionFacts["state"]) => accessTo({ ...standing.OWN.section, state }, posts);
  expect(inState("DRAFT")).toBe("NONE");
  expect(inState("SUBMITTED")).toBe("PROPOSE");
  expect(inState("CHANGES_REQUESTED")).toBe("COMMENT");
});

it("[T09] who has left an office keeps what was adopted before, and nothing later", () => {
  const posts = [{ bodyId: "viareggio", role: "EDITOR" }] as const;
  expect(accessTo({ ...adopted, owner: office }, posts)).toBe("READ");
  expect(accessTo({ ...adopted, adoptedAt: "2026-04-01T00:00:00.000Z", owner: office }, posts)).toBe("NONE");
  expect(accessTo({ ...standing.OFFICE.section }, posts)).toBe("NONE");
});

it("of several posts the one that allows most counts", () => {
  const posts = [
    { bodyId: "capannori", role: "AUDITOR" },
    { bodyId: "capannori", role: "EDITOR" },
  ] as const;
  expect(accessTo(standing.OWN.section, posts)).toBe("EDIT");
});

describe("the post for which a person is there", () => {
  const post = (role: Role, bodyId: string) => ({ role, bodyId });
  const draft = standing.OWN.section;
  const shared = standing.OFFICE.section;

  it("is the one that lets them do most", () => {
    const [reader, writer] = [post("SECRETARY", "capannori"), post("EDITOR", "capannori")];
    expect(postIn(draft, [reader, writer])).toBe(writer);
    expect(postIn(draft, [writer, reader])).toBe(writer);
  });

  it("is of equal ones that of the body which the section is of, or which leads its office", () => {
    const auditor = ["pisa", "capannori", "lucca"].map((body) => post("AUDITOR", body));
    expect(postIn(draft, auditor)?.bodyId).toBe("capannori");
    expect(postIn(shared, auditor)?.bodyId).toBe("lucca");
    expect(postIn(shared, [...auditor].reverse())?.bodyId).toBe("lucca");
  });

  it("is none where none lets them in", () => {
    expect(postIn(draft, [post("EDITOR", "pisa"), post("ADMIN", "capannori")])).toBeNull();
    expect(postIn(draft, [])).toBeNull();
  });
});

it("[T09] who leaves an office a second time keeps what was adopted until then", () => {
  const formerMembers = [
    { bodyId: "viareggio", leftAt: "2025-03-01T00:00:00.000Z" },
    { bodyId: "viareggio", leftAt: "2026-03-01T00:00:00.000Z" },
  ];
  const section = { ...adopted, owner: { ...office, formerMembers } };
  expect(relationTo(section, "viareggio")).toBe("FORMER");
  expect(relationTo({ ...section, adoptedAt: "2026-04-01T00:00:00.000Z" }, "viareggio")).toBe("NONE");
});
