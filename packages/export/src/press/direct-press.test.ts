import { exportFormats, fileExtensions } from "@upiao/domain";
import { expect, it } from "vitest";
import { formatNames, formats } from "../formats/index.ts";

it("every format that people may ask for is written, under the ending that it has everywhere", () => {
  for (const format of exportFormats) {
    const name = formatNames.find((one) => one === format.toLowerCase());
    expect([format, name && formats[name].extension]).toEqual([format, fileExtensions[format]]);
  }
});
