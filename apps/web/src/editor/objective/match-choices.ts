import { searchName } from "@upiao/domain";
import type { LinkChoice } from "./objective-sources.ts";

/** As many as can be looked through; who sees more goes on typing. */
export const mostMatches = 12;

/** The choices that have all these words, or their beginnings, in their code or title: first those whose code begins with what is
 *  typed. */
export function matchChoices(
  choices: Iterable<LinkChoice>,
  typed: string,
  isTaken: (code: string) => boolean,
): LinkChoice[] {
  const words = searchName(typed).split(" ").filter(Boolean);
  const code = typed.trim().toLowerCase();
  const found = [...choices].filter((choice) => {
    const text = ` ${searchName(`${choice.code} ${choice.title}`)}`;
    return choice.isOffered && !isTaken(choice.code) && words.every((word) => text.includes(` ${word}`));
  });
  const begins = (choice: LinkChoice) => choice.code.toLowerCase().startsWith(code);
  return [...found.filter(begins), ...found.filter((choice) => !begins(choice))].slice(0, mostMatches);
}
