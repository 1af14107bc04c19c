import type { Command } from "@tiptap/pm/state";
import type { Direction, Unit } from "@upiao/domain";
import { placeObjective } from "./insert-objective.ts";

/** What is taken over of an objective of another plan: what it says, and never the values, which are that body's. */
export interface ReusedObjective {
  /** The id of its record. */
  readonly origin: string;
  readonly title: string;
  readonly items: readonly string[];
  readonly indicators: readonly {
    readonly name: string;
    readonly unit: Unit;
    readonly direction: Direction;
  }[];
}

/** Writes it anew where a new objective would be written, with where it comes from. */
export function insertReused({ origin, title, items, indicators }: ReusedObjective): Command {
  return (state, dispatch) => {
    const { objective, objectiveTitle, indicator } = state.schema.nodes;
    const words = (text: string) => (text === "" ? null : state.schema.text(text));
    const attributes = { key: crypto.randomUUID(), origin, items: items.join(" ") || null };
    const made = objective!.create(attributes, [
      objectiveTitle!.create(null, words(title)),
      ...indicators.map(({ name, unit, direction }) =>
        indicator!.create({ key: crypto.randomUUID(), unit, direction }, words(name)),
      ),
    ]);
    return placeObjective(state, made, dispatch);
  };
}
