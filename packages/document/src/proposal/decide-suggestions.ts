import * as Y from "yjs";
import { linkTarget } from "../marks/part-reference.ts";
import { nodeSuggestions, writeDeleted } from "../nodes/suggestion-attributes.ts";
import { isProposable, isSuggestionKey, type Letters, lettersIn } from "./letters.ts";

export type Verdict = "ACCEPT" | "REJECT";

/** Makes these suggestions what the text says, or takes them out of it. Letters stay the same ones, so who proposed a word
 *  stays its author; a place goes only when nothing else is left in it. To be called in a transaction. */
export function decideSuggestions(fragment: Y.XmlFragment, ids: ReadonlySet<string>, verdict: Verdict): void {
  decideIn(fragment, { ids, verdict });
}

/** The text as it stands without anything that is proposed. */
export function rejectAll(fragment: Y.XmlFragment): void {
  decideIn(fragment, { ids: null, verdict: "REJECT" });
}

interface Decision {
  /** Null: all. */
  readonly ids: ReadonlySet<string> | null;
  readonly verdict: Verdict;
}

const concerns = ({ ids }: Decision, id: string) => ids === null || ids.has(id);

function decideIn(parent: Y.XmlFragment, decision: Decision): void {
  const children: unknown[] = parent.toArray();
  // From the end, so that what goes does not move the rest.
  for (let index = children.length - 1; index >= 0; index--) {
    const child = children[index];
    if (child instanceof Y.XmlText) decideLetters(child, decision);
    else if (child instanceof Y.XmlElement && decideElement(child, decision)) parent.delete(index);
  }
}

/** Answers whether the element goes. */
function decideElement(element: Y.XmlElement, decision: Decision): boolean {
  decideIn(element, decision);
  const isAccepted = decision.verdict === "ACCEPT";
  const { inserted, deleted, proposed } = nodeSuggestions(element.getAttributes());
  if (proposed && concerns(decision, proposed.id)) {
    if (isAccepted) setAttributes(element, { ...proposed.shape });
    element.removeAttribute("proposed");
  }
  const gone = deleted.filter((id) => concerns(decision, id));
  if (gone.length > 0) {
    if (isAccepted && leftIn(element).length === 0) return true;
    setAttributes(element, { deleted: writeDeleted(deleted.filter((id) => !gone.includes(id))) });
  }
  if (inserted && concerns(decision, inserted)) {
    const left = isAccepted ? [] : leftIn(element);
    if (!isAccepted && left.length === 0) return true;
    // With only what others propose in it, it is their proposal now.
    setAttributes(element, { inserted: left.every((id) => id !== null) ? (left[0] ?? null) : null });
  }
  return false;
}

/** What is in an element: for its words, and for places in it that others propose, by which suggestion; null for what is
 *  adopted. */
function leftIn(element: Y.XmlElement): (string | null)[] {
  const children: unknown[] = element.toArray();
  return children.flatMap((child): (string | null)[] => {
    if (child instanceof Y.XmlText) return [...lettersIn(child)].map(({ inserted }) => inserted);
    if (!(child instanceof Y.XmlElement)) return [];
    const { inserted } = nodeSuggestions(child.getAttributes());
    return inserted ? [inserted, ...leftIn(child)] : leftIn(child);
  });
}

function decideLetters(text: Y.XmlText, decision: Decision): void {
  for (const letters of [...lettersIn(text)].reverse()) {
    const { index, inserted, deleted } = letters;
    const isAccepted = decision.verdict === "ACCEPT";
    const goes = isAccepted
      ? deleted.some((id) => concerns(decision, id))
      : inserted !== null && concerns(decision, inserted);
    if (goes) text.delete(index, letters.text.length);
    else {
      const marks = marksAfter(letters, decision);
      if (Object.keys(marks).length > 0) text.format(index, letters.text.length, marks);
    }
  }
}

/** Which marks change on letters that stay. */
function marksAfter({ marks }: Letters, decision: Decision): Record<string, unknown> {
  const changes: Record<string, unknown> = {};
  for (const [key, value] of marks) {
    if (!isSuggestionKey(key)) continue;
    const { id, mark, to }: Record<string, unknown> = { ...Object(value) };
    if (decision.ids !== null && !decision.ids.has(String(id))) continue;
    changes[key] = null;
    if (decision.verdict === "REJECT" || !isProposable(mark)) continue;
    if (mark !== "link") changes[mark] = to === true ? {} : null;
    else changes.link = linkTarget(to) === null ? null : { href: linkTarget(to) };
  }
  return changes;
}

function setAttributes(
  element: Y.XmlElement,
  attributes: Readonly<Record<string, string | number | null>>,
): void {
  const untyped = element as Y.XmlElement<Record<string, string | number>>;
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null) element.removeAttribute(key);
    else untyped.setAttribute(key, value);
  }
}
