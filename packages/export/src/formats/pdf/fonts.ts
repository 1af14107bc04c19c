import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { coverageOf } from "./font-coverage.ts";

const titillium = (style: string) => `@expo-google-fonts/titillium-web/${style}/TitilliumWeb_${style}.ttf`;

/** The face of the public administration, and for what it does not have: letters of many scripts and signs, and emoji in
 *  outlines. All may be embedded (OFL, and the licence of Bitstream Vera). */
const files = [
  ...["400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"].map(titillium),
  "dejavu-fonts-ttf/ttf/DejaVuSans.ttf",
  "dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf",
  "dejavu-fonts-ttf/ttf/DejaVuSans-Oblique.ttf",
  "@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf",
];

export interface Fonts {
  readonly blobs: readonly Buffer[];
  readonly covers: (codePoint: number) => boolean;
}

export function loadFonts(): Fonts {
  const { resolve } = createRequire(import.meta.url);
  const blobs = files.map((file) => readFileSync(resolve(file)));
  // What is there upright is there in every style, or taken from the upright one.
  const upright = [blobs[0]!, blobs[4]!, blobs[7]!].map(coverageOf);
  return { blobs, covers: (codePoint) => upright.some((covers) => covers(codePoint)) };
}
