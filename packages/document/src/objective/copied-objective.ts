import { Fragment, type Node, type Schema } from "@tiptap/pm/model";
import { type CopiedWords, nodesOfWords, readWords, recordOf, writeWords } from "./copied-words.ts";
import { cutText, fieldText, indicatorFields, longestField, objectiveFields } from "./objective-fields.ts";

/** What is copied of an objective beside the table as which other programs read it. */
interface CopiedObjective {
  readonly title: CopiedWords;
  readonly attributes: Attributes;
  readonly indicators: readonly { readonly name: CopiedWords; readonly attributes: Attributes }[];
}

type Attributes = Readonly<Record<string, string>>;

/** More than fits on a screen comes from no editor of ours. */
const mostIndicators = 100;
const longestCopy = 500_000;

export function writeCopiedObjective(objective: Node): string {
  const named = (name: string) => objective.children.filter(({ type }) => type.name === name);
  const copied: CopiedObjective = {
    title: writeWords(named("objectiveTitle")),
    attributes: pick(objective.attrs, ["origin", ...objectiveFields]),
    indicators: named("indicator").map((node) => ({
      name: writeWords([node]),
      attributes: pick(node.attrs, indicatorFields),
    })),
  };
  return JSON.stringify(copied);
}

/** What was copied, or null for what our editor has not written: any page may offer it to be pasted. */
export function readCopiedObjective(written: string): CopiedObjective | null {
  if (written.length > longestCopy) return null;
  const { title, attributes, indicators } = recordOf(parse(written));
  const titleWords = readWords(title);
  if (titleWords === null || !Array.isArray(indicators)) return null;
  return {
    title: titleWords,
    attributes: pick(recordOf(attributes), ["origin", ...objectiveFields]),
    indicators: indicators.slice(0, mostIndicators).map((each: unknown) => {
      const { name, attributes } = recordOf(each);
      return {
        name: readWords(name) ?? "",
        attributes: pick(recordOf(attributes), indicatorFields),
      };
    }),
  };
}

export function attributesOfCopy({ attributes }: CopiedObjective): Attributes {
  return attributes;
}

export function contentOfCopy({ title, indicators }: CopiedObjective, schema: Schema): Fragment {
  const { objectiveTitle, indicator } = schema.nodes;
  return Fragment.from([
    objectiveTitle!.create(null, nodesOfWords(title, schema)),
    ...indicators.map(({ name, attributes }) => indicator!.create(attributes, nodesOfWords(name, schema))),
  ]);
}

/** With its key: whoever cuts and pastes moves an objective, and one that stands twice gets another key. */
function pick(attributes: Readonly<Record<string, unknown>>, fields: readonly string[]): Attributes {
  return Object.fromEntries(
    ["key", ...fields].flatMap((field) => {
      const text = cutText(fieldText(attributes, field), longestField);
      return text === "" ? [] : [[field, text]];
    }),
  );
}

function parse(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    return null;
  }
}
