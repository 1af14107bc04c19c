import { describe, expect, it } from "vitest";
import { schema } from "../schema.ts";
import { safeAddress } from "./safe-address.ts";

const dangerous = [
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java\tscript:alert(1)",
  " \u0001javascript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:msgbox(1)",
  "file:///etc/passwd",
  "//esempio.it",
  "relativo/indirizzo",
  "",
  `https://esempio.it/${"a".repeat(2_000)}`,
  null,
  { toString: () => "javascript:alert(1)" },
];

describe("[T27] the address of a link", () => {
  it.each([
    ["https://www.agid.gov.it/it", "https://www.agid.gov.it/it"],
    ["http://esempio.it", "http://esempio.it/"],
    ["mailto:protocollo@comune.esempio.it", "mailto:protocollo@comune.esempio.it"],
    ["tel:+390583000000", "tel:+390583000000"],
    ["  https://esempio.it  ", "https://esempio.it/"],
  ])("may be %s", (given, kept) => {
    expect(safeAddress(given)).toBe(kept);
  });

  it.each(dangerous)("may not be %s", (given) => {
    expect(safeAddress(given)).toBeNull();
  });

  it.each(dangerous)("is not shown when it came into the document as %s", (href) => {
    const mark = schema.mark("link", { href });
    expect(schema.marks.link!.spec.toDOM!(mark, true)).toEqual(["span", 0]);
  });

  it("opens away from the section, which tells the other page nothing", () => {
    const mark = schema.mark("link", { href: "https://esempio.it/" });
    expect(schema.marks.link!.spec.toDOM!(mark, true)).toEqual([
      "a",
      { href: "https://esempio.it/", target: "_blank", rel: "noopener noreferrer" },
      0,
    ]);
  });
});
