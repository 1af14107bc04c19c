import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bodiesOfItaly } from "./body/bodies-of-italy.ts";
import { BadDataFile } from "./data-file.ts";
import { demoText } from "./demo/demo-text.ts";
import { planTemplate } from "./plan/plan-template.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "catalog-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(file: string, content: unknown): void {
  writeFileSync(join(folder, file), typeof content === "string" ? content : JSON.stringify(content));
}

const province = {
  province: [
    {
      istatCode: "046",
      officialName: "Provincia di Lucca",
      type: "PROVINCIA",
      isPublicBody: true,
      sigla: "LU",
    },
  ],
};

describe("a reference file that is not what it should be is named", () => {
  it("when it is missing", () => {
    expect(() => bodiesOfItaly(folder)).toThrow(
      new BadDataFile("the reference data lack the file province.json"),
    );
    expect(() => demoText("capannori/9", folder)).toThrow(
      "the reference data lack the file demo/capannori/9.md",
    );
  });

  it("when it is not JSON, or has no list", () => {
    write("province.json", province);
    write("comuni.json", '{"comuni":');
    expect(() => bodiesOfItaly(folder)).toThrow("the reference file comuni.json is not JSON");
    write("comuni.json", [1]);
    expect(() => bodiesOfItaly(folder)).toThrow("the reference file comuni.json needs an object at «»");
    write("comuni.json", { comuni: 1 });
    expect(() => bodiesOfItaly(folder)).toThrow("the reference file comuni.json needs a list at «comuni»");
  });

  it("with the field that is wrong", () => {
    write("province.json", province);
    write("comuni.json", { comuni: [{ name: "Barga", istatCode: 46003 }] });
    expect(() => bodiesOfItaly(folder)).toThrow(
      "the reference file comuni.json needs a text at «comuni[0].istatCode»",
    );
    write("province.json", { province: [{ ...province.province[0], type: "CONTEA" }] });
    expect(() => bodiesOfItaly(folder)).toThrow(/province\.json needs one of .* at «province\[0\]\.type»/);
  });

  it("when a way of placing the strategy is missing", () => {
    write("piao-sections.json", { sections: [] });
    write("placements.json", { placements: [{ id: "LUCCA", section: "2", title: "Strategia" }] });
    expect(() => planTemplate(folder)).toThrow(
      "the reference file placements.json lacks TERNI, ROMA_CAPITALE",
    );
  });
});
