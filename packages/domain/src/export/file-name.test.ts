import { describe, expect, it } from "vitest";
import { fileNameOf } from "./file-name.ts";

describe("the name of an exported file", () => {
  it("says what is in it", () => {
    expect(fileNameOf(["piao", "Capannori", 2026, 2028, "bozza"], "pdf")).toBe(
      "piao-capannori-2026-2028-bozza.pdf",
    );
    expect(fileNameOf(["Performance e qualità", null, "Forlì-Cesena"], "odt")).toBe(
      "performance-e-qualita-forli-cesena.odt",
    );
  });

  it("[T27] is never a path, a header or another kind of file, whatever a title is", () => {
    expect(fileNameOf(["../../etc/passwd"], "pdf")).toBe("etc-passwd.pdf");
    expect(fileNameOf(['"\r\nSet-Cookie: a=b', "<script>", "x.exe"], "html")).toBe(
      "set-cookie-a-b-script-x-exe.html",
    );
    expect(fileNameOf(["عربي", "🙂"], "md")).toBe("documento.md");
    expect(fileNameOf(["a".repeat(500)], "pdf")).toHaveLength(104);
  });
});
