import { markdownToUpdate } from "@upiao/document";

const vocabulary =
  "il la di che per con una del della ente comune provincia ufficio digitale transizione piano azione servizio cittadino dato obiettivo indicatore risultato atteso anno responsabile misura interoperabilità piattaforma accesso pagamento identità procedura tempo costo personale formazione competenza rischio controllo monitoraggio valore pubblico sicurezza cloud sito portale istanza sportello pratica edilizia gara contratto fondo avviso scadenza rendiconto convenzione adesione ambito supporto rete infrastruttura".split(
    " ",
  );

/** A text of so many words with headings, lists and tables, and the same after some weeks of work: words changed in a third of
 *  its paragraphs, some written anew, some new, gone or moved, and figures of its tables. The same ones each time. */
export function twoVersions(words: number): { before: Uint8Array; after: Uint8Array } {
  const random = randomFrom(7);
  const before: string[][] = [];
  for (let written = 0; written < words; ) {
    const block = blockAt(before.length, random);
    before.push(block);
    written += block.join(" ").split(/\s+/).length;
  }
  const after = edit(before, random);
  const text = (blocks: readonly string[][]) => blocks.map((lines) => lines.join("\n")).join("\n\n");
  return { before: markdownToUpdate(text(before), 1), after: markdownToUpdate(text(after), 2) };
}

type Random = (below: number) => number;

function blockAt(place: number, random: Random): string[] {
  if (place % 14 === 0) return [`## ${sentence(4, random)}`];
  if (place % 14 === 7) return [`### ${sentence(5, random)}`];
  if (place % 28 === 10) {
    const row = (first: string) => `| ${first} | ${random(900)} | ${random(900)} | ${random(900)} |`;
    return ["| Ente | 2025 | 2026 | 2027 |", "|---|---|---|---|", ...many(8, () => row(sentence(2, random)))];
  }
  if (place % 9 === 4) return many(5, () => `- ${sentence(12, random)}`);
  return [many(3 + random(4), () => `${sentence(14 + random(12), random)}.`).join(" ")];
}

function edit(blocks: readonly string[][], random: Random): string[][] {
  const edited = blocks.flatMap((lines): string[][] => {
    const dice = random(100);
    if (dice < 3) return [];
    if (dice < 6) return [lines, [sentence(60, random)]];
    if (dice < 10) return [[sentence(50, random)]];
    return dice < 40 ? [lines.map((line) => (random(2) ? changeWords(line, random) : line))] : [lines];
  });
  const moved = edited.splice(Math.floor(edited.length / 3), 2);
  edited.splice(Math.floor(edited.length / 2), 0, ...moved);
  return edited;
}

function changeWords(line: string, random: Random): string {
  if (/^\|[-|]+$/.test(line)) return line;
  return line.replaceAll(/\p{L}{3,}|\b\d+\b/gu, (word) => {
    const dice = random(40);
    if (dice === 0) return vocabulary[random(vocabulary.length)]!;
    return dice === 1 ? `${word} ${vocabulary[random(vocabulary.length)]}` : word;
  });
}

function sentence(length: number, random: Random): string {
  const words = many(length, () => vocabulary[random(vocabulary.length)]!).join(" ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function many<Item>(count: number, make: () => Item): Item[] {
  return Array.from({ length: count }, make);
}

function randomFrom(seed: number): Random {
  let state = seed;
  return (below) => {
    // Numerical Recipes' generator: the same numbers on every machine.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
