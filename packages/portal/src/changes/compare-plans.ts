import {
  type AdoptedPlan,
  type AdoptedText,
  compareTexts,
  type Difference,
  fragmentOf,
  type TextJson,
} from "@upiao/document";

/** A text that is not the same in two adoptions of a plan. */
export interface ChangedText {
  readonly section: string;
  readonly number: string;
  readonly title: string;
  readonly change: "CHANGED" | "INSERTED" | "REMOVED";
  readonly difference: Difference;
}

interface Placed {
  readonly number: string;
  readonly text: AdoptedText;
}

const nothing: TextJson = { type: "doc" };

/** What has changed from one adoption to another, in the order of the plan; a text is known by its section. */
export function comparePlans(before: AdoptedPlan, after: AdoptedPlan): ChangedText[] {
  const [old, now] = [textsOf(before), textsOf(after)];
  const gone = [...old.values()].filter(({ text }) => !now.has(text.section));
  return [...now.values(), ...gone].flatMap((placed): ChangedText[] => {
    const { section, title } = placed.text;
    const [one, other] = [old.get(section)?.text, now.get(section)?.text];
    if (one && other && JSON.stringify(one.content) === JSON.stringify(other.content)) return [];
    const difference = compareTexts(
      fragmentOf(one?.content ?? nothing),
      fragmentOf(other?.content ?? nothing),
    );
    const change = one ? (other ? "CHANGED" : "REMOVED") : "INSERTED";
    return [{ ...{ section, number: placed.number, title, change }, difference }];
  });
}

function textsOf({ parts }: AdoptedPlan): Map<string, Placed> {
  return new Map(
    parts.flatMap(({ number, texts }) => texts.map((text) => [text.section, { number, text }] as const)),
  );
}
