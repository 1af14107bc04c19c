import { Fragment, type Node, type Schema } from "@tiptap/pm/model";
import {
  cutText,
  fieldText,
  indicatorFields,
  longestField,
  longestTitle,
  objectiveFields,
} from "./objective-fields.ts";

/** What is copied of an objective beside the table as which other programs read it. */
interface CopiedObjective {
  readonly title: string;
  readonly attributes: Attributes;
  readonly indicators: readonly { readonly name: string; readonly attributes: Attributes }[];
}

type Attributes = Readonly<Record<string, string>>;

/** More than fits on a screen comes from no editor of ours. */
const mostIndicators = 100;
const longestCopy = 500_000;

export function writeCopiedObjective(objective: Node): string {
  const named = (name: string) => objective.children.filter(({ type }) => type.name === name);
  const copied: CopiedObjective = {
    title: named("objectiveTitle").map(wordsOf).join(" "),
    attributes: pick(objective.attrs, objectiveFields),
    indicators: named("indicator").map((node) => ({
      name: wordsOf(node),
      attributes: pick(node.attrs, indicatorFields),
    })),
  };
  return JSON.stringify(copied);
}

/** What was copied, or null for what our editor has not written: any page may offer it to be pasted. */
export function readCopiedObjective(written: string): CopiedObjective | null {
  if (written.length > longestCopy) return null;
  const { title, attributes, indicators } = recordOf(parse(written));
  if (typeof title !== "string" || !Array.isArray(indicators)) return null;
  return {
    title: cutText(title, longestTitle),
    attributes: pick(recordOf(attributes), objectiveFields),
    indicators: indicators.slice(0, mostIndicators).map((each: unknown) => {
      const { name, attributes } = recordOf(each);
      return {
        name: typeof name === "string" ? cutText(name, longestTitle) : "",
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
  const words = (text: string) => (text === "" ? null : schema.text(text));
  return Fragment.from([
    objectiveTitle!.create(null, words(title)),
    ...indicators.map(({ name, attributes }) => indicator!.create(attributes, words(name))),
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

function wordsOf(node: Node): string {
  return node.textBetween(0, node.content.size, " ", " ");
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function parse(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    return null;
  }
}
