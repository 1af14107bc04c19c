import { describe, expect, it } from "vitest";
import { whyNotDisable } from "./person-access.ts";
import type { Post } from "./role.ts";

const admin: Post[] = [{ bodyId: "comune", role: "ADMIN" }];

function disabling(theirPosts: readonly Post[], userId = "them") {
  return { bodyId: "comune", userId, theirPosts, byUserId: "me" };
}

describe("[T08] a person is disabled", () => {
  it("by the administrator of the body that they work for", () => {
    expect(whyNotDisable(disabling([{ bodyId: "comune", role: "EDITOR" }]), admin)).toBeNull();
  });

  it("by who administers all the bodies that they work for", () => {
    const both: Post[] = [...admin, { bodyId: "other", role: "ADMIN" }];
    const theirs: Post[] = [
      { bodyId: "comune", role: "EDITOR" },
      { bodyId: "other", role: "RTD" },
    ];
    expect(whyNotDisable(disabling(theirs), both)).toBeNull();
    expect(whyNotDisable(disabling(theirs), admin)).toBe("WORKS_ELSEWHERE");
  });

  it("not by who has another role, or is administrator elsewhere", () => {
    const theirs: Post[] = [{ bodyId: "comune", role: "EDITOR" }];
    expect(whyNotDisable(disabling(theirs), [{ bodyId: "comune", role: "RTD" }])).toBe("NOT_FOUND");
    expect(whyNotDisable(disabling(theirs), [{ bodyId: "other", role: "ADMIN" }])).toBe("NOT_FOUND");
  });

  it("not when they do not work for the body", () => {
    expect(whyNotDisable(disabling([{ bodyId: "other", role: "EDITOR" }]), admin)).toBe("NOT_FOUND");
    expect(whyNotDisable(disabling([]), admin)).toBe("NOT_FOUND");
  });

  it("not by themselves", () => {
    expect(whyNotDisable(disabling(admin, "me"), admin)).toBe("NOT_YOUR_OWN_ROLE");
  });
});
