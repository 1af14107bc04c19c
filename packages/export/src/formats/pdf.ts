import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import type { Print } from "../print/lay-out.ts";
import { declareStandards } from "./pdf/declare-standards.ts";
import { type Fonts, loadFonts } from "./pdf/fonts.ts";
import { pdfInput } from "./pdf/pdf-input.ts";
import { printableLetters } from "./pdf/printable-letters.ts";
import template from "./pdf/template.typ?raw";

interface Press {
  readonly fonts: Fonts;
  readonly compiler: NodeCompiler;
}

/** One for each thread: fonts are read once. */
let press: Press | null = null;

/** A PDF that is at once PDF/A-2a and PDF/UA-1. It holds up the thread until it is done. */
export function writePdf(print: Print): Uint8Array {
  press ??= makePress();
  const { fonts, compiler } = press;
  const inputs = { print: pdfInput(print, (text) => printableLetters(text, fonts.covers)) };
  try {
    const compiled = compiler.compile({ mainFileContent: template, inputs });
    const { result } = compiled;
    if (result === null) throw new Error(`no PDF: ${told(compiler, compiled)}`);
    // For what it finds wrong: it throws.
    compiler.pdf(result, { pdfStandard: "ua-1" });
    return declareStandards(compiler.pdf(result, { pdfStandard: "a-2a" }));
  } finally {
    // What it has kept of this document is of no use to the next one.
    compiler.evictCache(0);
  }
}

function makePress(): Press {
  const fonts = loadFonts();
  // Nothing is read from this place: the template is given, and what is printed can name no file.
  const compiler = NodeCompiler.create({
    workspace: "/nowhere",
    fontArgs: [{ fontBlobs: [...fonts.blobs] }],
  });
  return { fonts, compiler };
}

function told(compiler: NodeCompiler, compiled: ReturnType<NodeCompiler["compile"]>): string {
  const error = compiled.takeDiagnostics();
  return error ? JSON.stringify(compiler.fetchDiagnostics(error)) : "the compiler says nothing";
}
