import { isDatabaseAway } from "@upiao/db";
import { QueryFailedError } from "typeorm";
import { describe, expect, it } from "vitest";
import { describeFault } from "./describe-fault.ts";

function failed(code: string, message = "", more: object = {}): QueryFailedError {
  return new QueryFailedError(
    "SELECT $1",
    ["rita@upiao.example"],
    Object.assign(new Error(message), { code, ...more }),
  );
}

describe("[T42] what a log holds of a fault", () => {
  it("is where and of which kind it was", () => {
    expect(describeFault(new TypeError("x is not a function"))).toMatchObject({
      kind: "TypeError",
      message: "x is not a function",
      stack: expect.stringContaining("describe-fault.test.ts"),
    });
  });

  it("is not what the database quotes of the data", () => {
    const detail = "Key (email)=(rita@upiao.example) already exists.";
    const fault = failed("23505", `duplicate key value (rita@upiao.example)`, {
      detail,
      constraint: "user_account_email_key",
    });
    const described = describeFault(fault);
    expect(described).toMatchObject({
      kind: "QueryFailedError",
      code: "23505",
      constraint: "user_account_email_key",
    });
    expect(JSON.stringify(described)).not.toMatch(/rita|SELECT/);
  });

  it.each([
    `Unexpected token 's', "segreto tes"... is not valid JSON`,
    `invalid input syntax for type uuid: "segreto"`,
    "cannot send to segreto@upiao.example",
    "Expected 'segreto',\nfound `segreto`",
  ])("is not what is quoted in «%s»", (message) => {
    expect(JSON.stringify(describeFault(new Error(message)))).not.toContain("segreto");
  });

  it("is its kind alone when no error was thrown", () => {
    expect(describeFault("segreto")).toEqual({ kind: "string" });
  });
});

describe("a database that is away", () => {
  it.each(["ECONNREFUSED", "ECONNRESET", "57P01", "57P03", "08006", "53300", "25006"])(
    "is known by the code %s",
    (code) => {
      expect(isDatabaseAway(failed(code))).toBe(true);
      expect(isDatabaseAway(Object.assign(new Error("x"), { code }))).toBe(true);
    },
  );

  it("is known by the sentences of the driver", () => {
    expect(isDatabaseAway(new Error("Connection terminated unexpectedly"))).toBe(true);
    expect(isDatabaseAway(new Error("timeout exceeded when trying to connect"))).toBe(true);
  });

  it("is not what a statement that fails says", () => {
    expect(isDatabaseAway(failed("23505"))).toBe(false);
    expect(isDatabaseAway(failed("42P01"))).toBe(false);
    expect(isDatabaseAway(new TypeError("x is not a function"))).toBe(false);
    expect(isDatabaseAway("ECONNREFUSED")).toBe(false);
  });
});
