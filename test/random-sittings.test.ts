import { type OpenSection, Program, startServer, type TestServer, until } from "@upiao/test";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import type * as Y from "yjs";

const people = ["redattore.lucca", "redattore.capannori", "redattore.barga"] as const;

let server: TestServer;
let programs: Program[];
let section: string;
let wordCount = 0;

beforeAll(async () => {
  server = await startServer();
  programs = await Promise.all(people.map((address) => Program.login(server.url, address)));
  section = await programs[0]!.sharedSection();
});

afterAll(() => server?.stop());

const who = fc.integer({ min: 0, max: people.length - 1 });
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ what: fc.constant("type" as const), who, where: fc.nat(1_000) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant("leave" as const), who }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant("return" as const), who }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant("kill" as const) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant("breathe" as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** Puts a new word at the beginning or the end of a paragraph, so that no other is cut in two by it. */
function typeWord({ doc }: OpenSection, where: number): string {
  const blocks = doc.getXmlFragment("default").toArray() as Y.XmlElement[];
  const texts = blocks.flatMap((block) => (block.nodeName === "block" ? [block.get(0) as Y.XmlText] : []));
  const text = texts[where % texts.length]!;
  const word = `w${wordCount++};`;
  text.insert(where % 2 === 0 ? 0 : text.length, word);
  return word;
}

async function takeStep(step: Step, open: readonly OpenSection[]): Promise<string | null> {
  switch (step.what) {
    case "type":
      return typeWord(open[step.who]!, step.where);
    case "leave":
      open[step.who]!.provider.disconnect();
      return null;
    case "return":
      open[step.who]!.provider.connect();
      return null;
    case "kill":
      await server.kill("SIGKILL");
      await server.restart();
      return null;
    case "breathe":
      await new Promise((resolve) => setTimeout(resolve, 30));
      return null;
  }
}

it("whoever writes, leaves, comes back and however often the server dies, all end with one text that has each word once", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
      const open = await Promise.all(programs.map((program) => program.open(section)));
      const typed: string[] = [];
      try {
        for (const each of steps) {
          const word = await takeStep(each, open);
          if (word) typed.push(word);
        }
        for (const { provider } of open) provider.connect();
        const text = () => open[0]!.text;
        await until(() => open.every((one) => one.text === text() && one.provider.synced));
        await until(
          () => typed.every((word) => text().includes(word)) && open.every((one) => one.text === text()),
        );
        await until(async () => {
          const stored = await programs[0]!.plainText(section);
          return typed.every((word) => stored.includes(word));
        });
        const stored = await programs[0]!.plainText(section);
        expect(typed.filter((word) => stored.split(word).length !== 2)).toEqual([]);
        expect(stored.match(/conferenza dei sindaci/gi)).toHaveLength(1);
      } finally {
        for (const one of open) one.close();
      }
    }),
    { numRuns: 6, endOnFailure: true },
  );
});
