import * as Y from "yjs";
import { type ContentNode, isNode, type Run } from "../version/content.ts";
import {
  type IndicatorField,
  indicatorFields,
  type ObjectiveField,
  objectiveFields,
} from "./objective-fields.ts";
import { fieldName, fieldNames, fieldWords } from "./objective-words.ts";

/** A cell of the table as which an objective is read by who has no editor: exports, copies, comparisons. */
export interface TableCells<Content> {
  readonly isHeader: boolean;
  readonly colspan: number;
  /** Words, or the text that stands in the block. */
  readonly content: string | Content;
  /** The field that it shows. */
  readonly field?: ObjectiveField | IndicatorField;
}

/** An objective as an ordinary table: its title, a row for each field that is filled in, and the indicators below their
 *  headers. The triennium stands beside the text, not in it. */
export function objectiveCells<Block>(objective: {
  readonly title: Block | null;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly indicators: readonly {
    readonly name: Block;
    readonly attributes: Readonly<Record<string, unknown>>;
  }[];
  readonly firstYear?: number | undefined;
}): TableCells<Block>[][] {
  const { title, attributes, indicators, firstYear } = objective;
  const header = (content: string): TableCells<Block> => ({ isHeader: true, colspan: 1, content });
  // A column that hardly any objective needs is not in each of them.
  const columns = indicatorFields.filter(
    (field) => field !== "measuredBy" || indicators.some((one) => fieldWords(one.attributes, field) !== ""),
  );
  const width = columns.length + 1;
  const filled = objectiveFields.filter((field) => fieldWords(attributes, field) !== "");
  return [
    [header(fieldNames.objective), { isHeader: false, colspan: width - 1, content: title ?? "" }],
    ...filled.map((field) => [
      header(fieldNames[field]),
      { isHeader: false, colspan: width - 1, content: fieldWords(attributes, field), field },
    ]),
    ...(indicators.length > 0
      ? [[header(fieldNames.indicator), ...columns.map((field) => header(fieldName(field, firstYear)))]]
      : []),
    ...indicators.map(({ name, attributes }) => [
      { isHeader: false, colspan: 1, content: name },
      ...columns.map((field) => ({
        isHeader: false,
        colspan: 1,
        content: fieldWords(attributes, field),
        field,
      })),
    ]),
  ];
}

/** These nodes, with tables in the place of the objectives among them. */
export function objectiveTables(nodes: readonly ContentNode[]): ContentNode[] {
  return nodes.map((node) => (node.type === "objective" ? tableOf(node) : node));
}

interface Block {
  readonly node: ContentNode;
}

function tableOf(objective: ContentNode): ContentNode {
  const inside = objective.content.filter((child) => isNode(child));
  const title = inside.find(({ type }) => type === "objectiveTitle");
  const indicators = inside.filter(({ type }) => type === "indicator");
  const rows = objectiveCells<Block>({
    title: title ? { node: title } : null,
    attributes: objective.attributes,
    indicators: indicators.map((node) => ({ name: { node }, attributes: node.attributes })),
  });
  // Whose field a row shows, to say who has filled it in.
  const first = rows.length - indicators.length;
  return {
    ...objective,
    type: "table",
    attributes: {},
    content: rows.map((cells, row) => {
      const owner = row < first ? objective : indicators[row - first]!;
      return {
        ...owner,
        type: "tableRow",
        attributes: {},
        content: cells.map((cell) => cellOf(cell, owner)),
      };
    }),
  };
}

function cellOf({ isHeader, colspan, content, field }: TableCells<Block>, owner: ContentNode): ContentNode {
  const type = isHeader ? "tableHeader" : "tableCell";
  const attributes = colspan > 1 ? { colspan } : {};
  if (typeof content !== "string") return { ...content.node, type, attributes };
  const client = field ? writerOf(owner.element, field) : owner.client;
  const runs: Run[] = content === "" ? [] : [{ text: content, marks: {}, client }];
  return { ...owner, type, attributes, content: runs };
}

function writerOf(element: Y.XmlElement, field: string): number {
  return element._map.get(field)?.id.client ?? element._item?.id.client ?? 0;
}
