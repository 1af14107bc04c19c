import { describe, expect, it } from "vitest";
import { cookieOf, deviceCookie, isForeignOrigin, tokenOf } from "./credentials.ts";

const host = "upiao.provincia.example";

function from(origin: string | undefined, allowed: readonly string[] = []): boolean {
  return isForeignOrigin({ headers: { host, origin } }, allowed);
}

describe("[T12] the origin of a connection", () => {
  it("is the server's own, an allowed one, or, for a program, none", () => {
    expect(from(`https://${host}`)).toBe(false);
    expect(from(undefined)).toBe(false);
    expect(from("https://intranet.example", ["https://intranet.example"])).toBe(false);
  });

  it.each([
    "https://evil.example",
    `https://${host}.evil.example`,
    `https://evil.example/${host}`,
    `https://${host}:444`,
    "null",
    "",
    "not an address",
  ])("is foreign when it is «%s»", (origin) => {
    expect(from(origin)).toBe(true);
    expect(from(origin, ["https://intranet.example"])).toBe(true);
  });
});

describe("the token of a request", () => {
  it("is a program's bearer token before a browser's cookie", () => {
    expect(tokenOf({ headers: { authorization: "Bearer abc-1_2", cookie: "upiao_session=xyz" } })).toBe(
      "abc-1_2",
    );
    expect(tokenOf({ headers: { cookie: "a=b; upiao_session=xyz" } })).toBe("xyz");
  });

  it("is none when there is neither", () => {
    expect(tokenOf({ headers: {} })).toBeNull();
    expect(tokenOf({ headers: { authorization: "Basic dTpw", cookie: "upiao_device=xyz" } })).toBeNull();
    expect(cookieOf({ headers: { cookie: "__proto__=x" } }, deviceCookie)).toBeNull();
  });
});
