import type * as Y from "yjs";
import { type ContentNode, isNode, readContent } from "./content.ts";

/** Letters that one person has written; null: under a client id that nobody is known to have. */
export interface AuthoredRun<Person> {
  readonly text: string;
  readonly client: number;
  readonly author: Person | null;
}

/** Who wrote what stands in each block, each cell, each title and name of an objective in a text, in the order in which they are read; a line break is a
 *  letter. It is who wrote the letters, not who was the last to format, move or accept them: a suggestion that was taken
 *  over stays its proposer's. */
export function authorsOf<Person>(
  fragment: Y.XmlFragment,
  owners: ReadonlyMap<number, Person>,
): AuthoredRun<Person>[][] {
  return textBlocksOf(readContent(fragment)).map((block) => {
    const runs: AuthoredRun<Person>[] = [];
    for (const item of block.content) {
      const text = isNode(item) ? "\n" : item.text;
      const last = runs.at(-1);
      if (last?.client === item.client) runs[runs.length - 1] = { ...last, text: last.text + text };
      else runs.push({ text, client: item.client, author: owners.get(item.client) ?? null });
    }
    return runs;
  });
}

const holders = new Set(["table", "tableRow", "objective"]);

function textBlocksOf(nodes: readonly ContentNode[]): ContentNode[] {
  return nodes.flatMap((node) => {
    const inside = node.content.filter((child) => isNode(child));
    const holdsBlocks = holders.has(node.type);
    return holdsBlocks ? textBlocksOf(inside) : [node];
  });
}
