import type { Attrs, Node } from "@tiptap/pm/model";
import { schema } from "../../schema.ts";

const words = (text: string) => (text === "" ? null : schema.text(text));

export function indicatorNode(key: string, attributes: Attrs = {}, name = ""): Node {
  return schema.nodes.indicator!.create({ key, unit: "NUMBER", direction: "UP", ...attributes }, words(name));
}

/** An objective with so many indicators that have no name. */
export function objectiveNode(
  key: string,
  title = "",
  indicators: number | Node[] = 0,
  attributes: Attrs = {},
): Node {
  const made =
    typeof indicators === "number"
      ? Array.from({ length: indicators }, (_, index) => indicatorNode(`${key}/${index}`))
      : indicators;
  return schema.nodes.objective!.create({ key, ...attributes }, [
    schema.nodes.objectiveTitle!.create(null, words(title)),
    ...made,
  ]);
}
