import { describe, expect, it } from "vitest";
import type { Post } from "../access/role.ts";
import type { SectionFacts } from "../access/section-access.ts";
import {
  commentPlaceOf as at,
  isAwaitingReply,
  mayBeMentioned,
  postToRaise,
  type ThreadFacts,
  whyNotChangeComment,
  whyNotComment,
  whyNotRaise,
  whyNotReply,
  whyNotSettle,
} from "./why-not-comment.ts";

const own: SectionFacts = {
  state: "DRAFT",
  closed: false,
  adoptedAt: null,
  owner: { kind: "BODY", bodyId: "alfa", reviewerBodyIds: ["lead"] },
};
const submitted: SectionFacts = { ...own, state: "SUBMITTED" };
const left: SectionFacts = {
  ...own,
  state: "ADOPTED",
  adoptedAt: "2024-01-01T00:00:00.000Z",
  owner: {
    kind: "OFFICE",
    leadBodyId: "lead",
    memberBodyIds: [],
    formerMembers: [{ bodyId: "alfa", leftAt: "2025-01-01T00:00:00.000Z" }],
  },
};

const editor: Post = { bodyId: "alfa", role: "EDITOR" };
const secretary: Post = { bodyId: "alfa", role: "SECRETARY" };
const admin: Post = { bodyId: "alfa", role: "ADMIN" };
const reviewer: Post = { bodyId: "lead", role: "REVIEWER" };
const nucleo: Post = { bodyId: "alfa", role: "AUDITOR", competence: "NUCLEO" };
const revisori: Post = { bodyId: "alfa", role: "AUDITOR", competence: "REVISORI" };
const elsewhere: Post = { bodyId: "beta", role: "AUDITOR", competence: "NUCLEO" };

const thread = (parts: Partial<ThreadFacts> = {}): ThreadFacts => ({
  kind: "OBSERVATION",
  state: "OPEN",
  byUserId: "andrea",
  bodyId: "alfa",
  role: "AUDITOR",
  competence: "NUCLEO",
  ...parts,
});

describe("[CO1] a thread is raised", () => {
  it.each<[string, Post, SectionFacts, ReturnType<typeof whyNotComment>]>([
    ["an editor of the body", editor, own, null],
    ["its secretary", secretary, own, null],
    ["its auditor", nucleo, own, null],
    ["the reviewer before anything is submitted", reviewer, own, "NOT_FOUND"],
    ["the reviewer afterwards", reviewer, submitted, null],
    ["an administrator", admin, own, "NOT_FOUND"],
    ["somebody of another body", elsewhere, own, "NOT_FOUND"],
    ["who only keeps what was adopted before they left", editor, left, "NOT_YOUR_ROLE"],
  ])("by %s", (_, post, section, why) => {
    expect(whyNotComment(at(section, [post]))).toBe(why);
    expect(whyNotRaise("QUESTION", at(section, [post]), [post])).toBe(why);
  });

  it("as a finding by auditors only, for the post that makes them one", () => {
    expect(whyNotRaise("FINDING", at(own, [nucleo]), [nucleo])).toBeNull();
    expect(whyNotRaise("FINDING", at(own, [editor]), [editor])).toBe("ONLY_AUDITORS");
    expect(whyNotRaise("FINDING", at(submitted, [reviewer]), [reviewer])).toBe("ONLY_AUDITORS");
    expect(whyNotRaise("FINDING", at(own, [elsewhere, editor]), [elsewhere, editor])).toBe("ONLY_AUDITORS");
    expect(whyNotRaise("FINDING", at(own, [elsewhere]), [elsewhere])).toBe("NOT_FOUND");
    expect(postToRaise("FINDING", own, [editor, nucleo])).toBe(nucleo);
    expect(postToRaise("QUESTION", own, [nucleo, editor])).toBe(editor);
    expect(postToRaise("QUESTION", own, [elsewhere])).toBeNull();
  });
});

describe("[CO2] a finding", () => {
  const finding = thread({ kind: "FINDING" });
  it.each<[string, string, Post[], ReturnType<typeof whyNotSettle>]>([
    ["its author", "andrea", [nucleo], null],
    ["its author, whose competence was entered later", "andrea", [revisori], null],
    ["its author, who works for the body now", "andrea", [editor], "FINDING_OF_OTHERS"],
    ["the successor of its author", "bruno", [nucleo], null],
    ["an auditor of another competence", "bruno", [revisori], "FINDING_OF_OTHERS"],
    ["the auditor of another body", "bruno", [elsewhere], "NOT_FOUND"],
    ["the auditor of another body who works for this one", "bruno", [elsewhere, editor], "FINDING_OF_OTHERS"],
    ["the body that it concerns", "elena", [editor, secretary], "FINDING_OF_OTHERS"],
  ])("is closed by %s", (_, userId, posts, why) => {
    expect(whyNotSettle(finding, at(own, posts), { userId, posts })).toBe(why);
    expect(whyNotSettle({ ...finding, state: "RESOLVED" }, at(own, posts), { userId, posts })).toBe(why);
  });

  it("is more than a question, which everybody who comments resolves", () => {
    expect(
      whyNotSettle(thread({ kind: "QUESTION" }), at(own, [editor]), { userId: "elena", posts: [editor] }),
    ).toBeNull();
    expect(whyNotSettle(thread(), at(own, [elsewhere]), { userId: "x", posts: [elsewhere] })).toBe(
      "NOT_FOUND",
    );
  });
});

describe("[CO3] a comment", () => {
  const mine = { byUserId: "elena", isDeleted: false };
  const elena = { userId: "elena", posts: [editor] };
  it.each([
    ["its author", mine, thread(), elena, null],
    ["somebody else", { ...mine, byUserId: "andrea" }, thread(), elena, "NOT_YOUR_COMMENT"],
    ["its author, who may not comment any more", mine, thread(), { userId: "elena", posts: [] }, "NOT_FOUND"],
    ["its author once it is deleted", { ...mine, isDeleted: true }, thread(), elena, "NOT_IN_THIS_STATE"],
    ["its author once it is resolved", mine, thread({ state: "RESOLVED" }), elena, "THREAD_RESOLVED"],
  ])("is changed by %s", (_, comment, of, who, why) => {
    expect(whyNotChangeComment(comment, of, at(own, who.posts), who.userId)).toBe(why);
  });
});

it("[CO4] a resolved thread is answered once it is reopened", () => {
  expect(whyNotReply(thread(), at(own, [editor]))).toBeNull();
  expect(whyNotReply(thread({ state: "RESOLVED" }), at(own, [editor]))).toBe("THREAD_RESOLVED");
  expect(whyNotReply(thread({ state: "RESOLVED" }), at(own, [elsewhere]))).toBe("NOT_FOUND");
});

describe("[CO5] a reply is awaited", () => {
  const byAuditor = { role: "AUDITOR", bodyId: "alfa", isDeleted: false } as const;
  const byEditor = { role: "EDITOR", bodyId: "alfa", isDeleted: false } as const;
  const finding = thread({ kind: "FINDING" });
  it.each([
    ["of a finding that nobody has answered", finding, [byAuditor], true],
    ["of one that was answered", finding, [byAuditor, byEditor], false],
    ["of one whose answer was deleted", finding, [byAuditor, { ...byEditor, isDeleted: true }], true],
    ["of one asked again", finding, [byAuditor, byEditor, byAuditor], true],
    ["of a question", thread({ kind: "QUESTION" }), [byAuditor], true],
    ["of an observation", thread(), [byAuditor], false],
    ["of what is resolved", { ...finding, state: "RESOLVED" as const }, [byAuditor], false],
  ])("%s", (_, of, comments, awaited) => {
    expect(isAwaitingReply(of, comments)).toBe(awaited);
  });
});

it("[CO6] only who may read a section is mentioned in it", () => {
  expect(mayBeMentioned(own, [editor])).toBe(true);
  expect(mayBeMentioned(left, [editor])).toBe(true);
  expect(mayBeMentioned(own, [reviewer, elsewhere, admin])).toBe(false);
});
