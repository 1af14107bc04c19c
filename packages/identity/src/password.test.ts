import { describe, expect, it } from "vitest";
import { hashPassword, matchesPassword, refuseWeakPassword } from "./password.ts";

const good = "cavallo batteria graffetta";

describe("[T34] a password", () => {
  it("is kept as argon2id with at least 19 MiB, 2 passes and a salt of its own", async () => {
    const [one, other] = [await hashPassword(good), await hashPassword(good)];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(other).not.toBe(one);
    expect(await matchesPassword(one, good)).toBe(true);
    expect(await matchesPassword(one, "Cavallo batteria graffetta")).toBe(false);
  });

  it("counts to its last character, also the longest", async () => {
    const long = "à".repeat(255);
    const hash = await hashPassword(`${long}a`);
    expect(await matchesPassword(hash, `${long}a`)).toBe(true);
    expect(await matchesPassword(hash, `${long}b`)).toBe(false);
    expect(await matchesPassword(hash, long)).toBe(false);
  });

  it("counts to its last character, also after a zero byte", async () => {
    const hash = await hashPassword("prima\0dopo questo");
    expect(await matchesPassword(hash, "prima\0dopo quello")).toBe(false);
  });

  it("is the same from every keyboard", async () => {
    const hash = await hashPassword("perche\u0301 no, domani?");
    expect(await matchesPassword(hash, "perch\u00e9 no, domani?")).toBe(true);
  });

  it("may be any text of 10 to 256 characters", async () => {
    await expect(refuseWeakPassword(good)).resolves.toBeUndefined();
    await expect(refuseWeakPassword("🐎".repeat(256))).resolves.toBeUndefined();
    await expect(refuseWeakPassword("troppo br")).rejects.toMatchObject({ code: "PASSWORD_TOO_SHORT" });
    await expect(refuseWeakPassword("x".repeat(257))).rejects.toMatchObject({ code: "PASSWORD_TOO_LONG" });
  });

  it.each(["1234567890", "qwertyuiop", "QwertyUiop", "password123"])(
    "is refused when it is «%s», like many",
    async (common) => {
      await expect(refuseWeakPassword(common)).rejects.toMatchObject({ code: "PASSWORD_COMMON" });
    },
  );
});
