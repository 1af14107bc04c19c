import { describe, expect, it } from "vitest";
import { isReplyAwaited } from "./finding.ts";
import type { ControlPost } from "./opinion.ts";

const finding = { byUserId: "andrea", bodyId: "comune", competence: "NUCLEO" } as const;
const auditor: ControlPost = { bodyId: "comune", role: "AUDITOR", competence: "NUCLEO" };

describe("[AU4] a finding waits for a reply", () => {
  it("while the last word is its author's, or of who has taken their place", () => {
    expect(isReplyAwaited(finding, null)).toBe(true);
    expect(isReplyAwaited(finding, { userId: "andrea", posts: [] })).toBe(true);
    expect(isReplyAwaited(finding, { userId: "erede", posts: [auditor] })).toBe(true);
  });

  it("no more once somebody else has answered, be it another control", () => {
    const others: ControlPost[] = [
      { bodyId: "comune", role: "EDITOR", competence: null },
      { ...auditor, competence: "RPCT" },
      { ...auditor, bodyId: "altro" },
    ];
    for (const post of others)
      expect(isReplyAwaited(finding, { userId: "paolo", posts: [post] })).toBe(false);
  });
});
