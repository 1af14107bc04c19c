import * as Y from "yjs";
import { nodeSuggestions, shapeAttributes } from "../nodes/suggestion-attributes.ts";
import { isSuggestionKey, type Letters, lettersIn } from "./letters.ts";

/** What a block or a table holds, told so that two of the same say the same: by the identity of each letter and node, so
 *  that words which go and come back the same are not the same. */
export interface View {
  /** The adopted part of it: what stays when everything that is proposed is rejected. Empty where nothing does. */
  readonly adopted: string;
  /** For each suggestion, what it is here. One that is of what another proposes is named after both: it goes with either. */
  readonly suggestions: ReadonlyMap<string, string>;
}

export const nothing: View = { adopted: "", suggestions: new Map() };

export function viewOf(type: Y.XmlElement | Y.XmlText): View {
  const suggestions = new Map<string, string>();
  const note = (id: string, what: string) => suggestions.set(id, `${suggestions.get(id) ?? ""}${what};`);
  const adopted = type instanceof Y.XmlText ? viewText(type, note) : viewElement(type, null, note);
  return { adopted, suggestions };
}

type Note = (id: string, what: string) => void;

/** `around` is the suggestion in whose node this one stands. */
function viewElement(element: Y.XmlElement, around: string | null, note: Note): string {
  const attributes: Record<string, unknown> = element.getAttributes();
  const { inserted, deleted, proposed } = nodeSuggestions(attributes);
  const owner = inserted ?? around;
  const name = `${nameOf(element._item!.id)}${JSON.stringify(trueAttributes(attributes))}`;
  if (owner !== null) note(owner, `node ${name}`);
  const of = (id: string) => (owner === null || owner === id ? id : `${id} ${owner}`);
  for (const id of deleted) note(of(id), `without ${nameOf(element._item!.id)}`);
  if (proposed) note(of(proposed.id), `as ${nameOf(element._item!.id)}${JSON.stringify(proposed.shape)}`);
  const inside = element
    .toArray()
    .map((child: unknown) => {
      if (child instanceof Y.XmlText) return viewText(child, note);
      return child instanceof Y.XmlElement ? viewElement(child, owner, note) : "?";
    })
    .join("");
  // A proposed place with adopted words in it stays with them.
  const isProposed = owner !== null && inside === "";
  return isProposed ? "" : `<${element.nodeName} ${name} ${inserted}>${inside}</>`;
}

function viewText(text: Y.XmlText, note: Note): string {
  const adopted = new Ranges();
  const suggested = new Map<string, { readonly id: string; readonly ranges: Ranges }>();
  const add = (id: string, what: string, letters: Letters, look = "") => {
    const { ranges } = suggested.get(id + what) ?? { ranges: new Ranges() };
    suggested.set(id + what, { id, ranges });
    ranges.add(letters, `${what}${look}`);
  };
  for (const letters of lettersIn(text)) {
    if (letters.inserted === null) adopted.add(letters, trueMarks(letters));
    else add(letters.inserted, "+", letters, trueMarks(letters));
    const of = (id: string) => (letters.inserted === null ? id : `${id} ${letters.inserted}`);
    for (const id of letters.deleted) add(of(id), "-", letters);
    for (const { id, mark, to } of letters.formats) add(of(id), JSON.stringify([mark, to]), letters);
  }
  for (const { id, ranges } of suggested.values()) note(id, ranges.told());
  return adopted.told();
}

/** Yjs cuts what was written together into pieces as it needs: here they are whole again. */
class Ranges {
  private readonly all: {
    readonly client: number;
    readonly from: number;
    to: number;
    readonly look: string;
  }[] = [];

  add({ client, clock, text }: Letters, look: string): void {
    const last = this.all.at(-1);
    const goesOn = last?.client === client && last.to === clock && last.look === look;
    if (last && goesOn) last.to += text.length;
    else this.all.push({ client, from: clock, to: clock + text.length, look });
  }

  told(): string {
    return this.all.map(({ client, from, to, look }) => `${client}:${from}-${to}${look}`).join();
  }
}

function trueMarks({ marks }: Letters): string {
  const looks = [...marks].filter(([key]) => !isSuggestionKey(key));
  return looks.length === 0 ? "" : JSON.stringify(looks.sort(([one], [other]) => (one < other ? -1 : 1)));
}

function trueAttributes(attributes: Readonly<Record<string, unknown>>): unknown[] {
  return Object.entries(attributes)
    .filter(([key]) => !suggestionAttributes.has(key))
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

const suggestionAttributes = new Set(Object.keys(shapeAttributes));

const nameOf = ({ client, clock }: Y.ID) => `${client}:${clock}`;
