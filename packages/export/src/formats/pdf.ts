import { type CompileDocArgs, NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
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
  // By what it is made from, twice, and not by the document that was made: that is freed when its handle is collected, of whose
  // megabytes the engine knows nothing. The second time finds the pages of the first.
  const compile = { mainFileContent: template, inputs };
  try {
    // For what it finds wrong: it throws.
    compiler.pdf(compile, { pdfStandard: "ua-1" });
    return declareStandards(compiler.pdf(compile, { pdfStandard: "a-2a" }));
  } catch (error) {
    throw new Error(`no PDF: ${told(compiler, compile)}`, { cause: error });
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

/** It throws without a word. */
function told(compiler: NodeCompiler, compile: CompileDocArgs): string {
  const diagnostics = compiler.compile(compile).takeDiagnostics();
  return diagnostics ? JSON.stringify(compiler.fetchDiagnostics(diagnostics)) : "the compiler says nothing";
}
