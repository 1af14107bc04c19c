import { expect, it } from "vitest";
import { readEvidence } from "./read-evidence.ts";

it("[T27] evidence is an address of the web and nothing that runs", () => {
  expect(readEvidence(" https://www.comune.esempio.it/atti?n=1 ")).toBe(
    "https://www.comune.esempio.it/atti?n=1",
  );
  expect(readEvidence("http://esempio.it")).toBe("http://esempio.it/");
  for (const text of [
    "javascript:alert(1)",
    "data:text/html,x",
    "ftp://esempio.it",
    "esempio.it",
    "",
    "https://",
  ])
    expect(readEvidence(text)).toBeNull();
});
