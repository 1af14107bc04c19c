import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { coverageOf } from "./font-coverage.ts";
import { renameFamily } from "./rename-family.ts";

interface Face {
  readonly family: string;
  /** What the template calls it. */
  readonly as: string;
  readonly files: readonly string[];
}

const titillium = (style: string) => `@expo-google-fonts/titillium-web/${style}/TitilliumWeb_${style}.ttf`;

const faces: readonly Face[] = [
  // That of the public administration.
  {
    family: "Titillium Web",
    as: "UPIAO Words 1",
    files: ["400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"].map(titillium),
  },
  // For what it does not have: letters of many scripts and signs, and emoji in outlines. Of one style each: the compiler looks for
  // a letter in the style that was asked for, and the bold and the slanted ones have fewer.
  { family: "DejaVu Sans", as: "UPIAO Signs", files: ["dejavu-fonts-ttf/ttf/DejaVuSans.ttf"] },
  {
    family: "Noto Emoji",
    as: "UPIAOEmoji",
    files: ["@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf"],
  },
];

export interface Fonts {
  readonly blobs: readonly Buffer[];
  readonly covers: (codePoint: number) => boolean;
}

/** The compiler prefers the fonts of its machine to what it is given, and cannot be told otherwise: the same document would look
 *  otherwise elsewhere. So ours go by names that no machine has; the PDF calls them by their own. */
export function loadFonts(): Fonts {
  const { resolve } = createRequire(import.meta.url);
  const read = faces.map(({ family, as, files }) =>
    files.map((file) => renameFamily(readFileSync(resolve(file)), family, as)),
  );
  const covers = read.map((blobs) => blobs.map(coverageOf));
  return {
    blobs: read.flat(),
    covers: (codePoint) => covers.some((styles) => styles.every((has) => has(codePoint))),
  };
}
