import type { Print } from "../print/lay-out.ts";

/** The document as it is printed, for programs: the shape is in the README of this package. */
export function writeJson(print: Print): string {
  return `${JSON.stringify({ format: "upiao-document", version: 1, ...print }, null, 2)}\n`;
}
