import { describe, expect, it } from "vitest";
import { bodyTypes } from "../plan/plan-form.ts";
import { citeAct } from "./act.ts";
import { actFileName, actFileType } from "./act-file.ts";
import { actKindsOf } from "./act-kind.ts";
import { publicPlanPath, readAmendmentKey } from "./public-path.ts";

describe("the act of an adoption", () => {
  it("is cited as acts are", () => {
    const act = { kind: "DELIBERAZIONE_GIUNTA", number: "4", day: "2026-01-28" } as const;
    expect(citeAct(act)).toBe("Deliberazione della Giunta n. 4 del 28 gennaio 2026");
    expect(citeAct(act, "en")).toBe("Resolution of the Giunta no. 4, January 28, 2026");
  });

  it("is the Giunta's in Comuni, the President's in Provinces, which have none", () => {
    expect(bodyTypes.map((type) => actKindsOf(type)[0])).toEqual([
      "DELIBERAZIONE_GIUNTA",
      "DECRETO_PRESIDENTE",
      "DECRETO_SINDACO_METROPOLITANO",
      "DELIBERAZIONE_GIUNTA",
    ]);
  });
});

describe("the address of what is published", () => {
  const barga = { id: "b", istatCode: "046003" };

  it("is the body's, the year's, and that of one adoption", () => {
    expect(publicPlanPath(barga, 2026)).toBe("/pubblico/enti/046003/2026");
    expect(publicPlanPath(barga, 2026, 0)).toBe("/pubblico/enti/046003/2026/originale");
    expect(publicPlanPath({ id: "u", istatCode: null }, 2026, 2)).toBe(
      "/pubblico/enti/u/2026/aggiornamento-2",
    );
  });

  it("is read back, and nothing else is", () => {
    expect(["originale", "aggiornamento-12"].map(readAmendmentKey)).toEqual([0, 12]);
    expect(["", "aggiornamento-0", "aggiornamento-01", "aggiornamento-", "0"].map(readAmendmentKey)).toEqual(
      Array(5).fill(null),
    );
  });
});

describe("the file of an act", () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const signed = Uint8Array.from([
    ...[0x30, 0x82, 0x10, 0x00],
    ...[0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02, 0xa0],
  ]);

  it("[T31] is known by what is in it, and is a PDF or a signed envelope", () => {
    expect(actFileType(bytes("%PDF-1.7 …"))).toBe("application/pdf");
    expect(actFileType(signed)).toBe("application/pkcs7-mime");
    for (const other of ["", "<html><script>", "PK\u0003\u0004", "GIF89a", "MZ"]) {
      expect(actFileType(bytes(other))).toBeNull();
    }
    expect(actFileType(signed.subarray(4))).toBeNull();
  });

  it("[T31] is given out under its own name, and never a path or another kind of file", () => {
    const name = (written: string) => actFileName(written, "application/pdf");
    expect(name("Delibera n. 4 – città.pdf")).toBe("Delibera n. 4 – città.pdf");
    expect(name("../../etc/passwd")).toBe("passwd.pdf");
    expect(name("C:\\atti\\x.exe")).toBe("x.exe.pdf");
    expect(name('"\r\nSet-Cookie: a"')).toBe("Set-Cookie a.pdf");
    expect(name("/")).toBe("atto.pdf");
    expect(actFileName("delibera.pdf.p7m", "application/pkcs7-mime")).toBe("delibera.pdf.p7m");
  });
});
