import {
  fieldNames,
  fieldText,
  fieldWords,
  type IndicatorField,
  indicatorFields,
  isKey,
  ListNumbers,
  type NodeJson,
  objectiveFields,
  safeAddress,
  shapeOf,
  type TextJson,
} from "@upiao/document";
import { createElement, Fragment, type ReactNode } from "react";
import { usePage } from "../layout/page-context.ts";

interface Props {
  readonly content: TextJson;
  /** Of the heading above it: those in the text stand below. */
  readonly level: number;
  readonly firstYear: number;
  /** On the page of its plan, where the identifiers of open data lead to. */
  readonly isAnchored?: boolean;
}

/** A text of a plan. The one place where the portal turns the document's JSON into elements. Whatever the page speaks, all of it is
 *  Italian. */
export function TextBody({ content, level, firstYear, isAnchored = false }: Props): ReactNode {
  const { words } = usePage();
  const nodes = content.content ?? [];
  if (nodes.length === 0) return <p>{words.planPage.nothingWritten}</p>;
  const context: Context = { level, firstYear, isAnchored, numbers: new ListNumbers(), tables: 0 };
  return <div lang="it">{runsOfLists(nodes).map((run, index) => renderRun(run, index, context))}</div>;
}

interface Context {
  readonly level: number;
  readonly firstYear: number;
  readonly isAnchored: boolean;
  readonly numbers: ListNumbers;
  tables: number;
}

/** Neighbouring list items together, everything else alone. */
function runsOfLists(nodes: readonly NodeJson[]): NodeJson[][] {
  const runs: NodeJson[][] = [];
  for (const node of nodes) {
    const last = runs.at(-1);
    if (isItem(node) && last && isItem(last[0]!)) last.push(node);
    else runs.push([node]);
  }
  return runs;
}

function isItem({ type, attrs }: NodeJson): boolean {
  return type === "block" && ["bullet", "ordered"].includes(shapeOf(attrs ?? {}).kind);
}

function renderRun(run: readonly NodeJson[], key: number, context: Context): ReactNode {
  const [node] = run as [NodeJson];
  if (isItem(node)) return <ItemList key={key} items={itemsOf(run, context.numbers)} />;
  if (node.type === "block" || node.type === "paragraph") {
    context.numbers.next(shapeOf(node.attrs ?? {}));
    return <TextBlock key={key} node={node} level={context.level} />;
  }
  context.numbers.end();
  if (node.type === "table") {
    context.tables += 1;
    return <TextTable key={key} node={node} number={context.tables} />;
  }
  if (node.type === "objective") return <Objective key={key} node={node} {...context} />;
  return <p key={key}>{inline(node.content)}</p>;
}

function TextBlock({ node, level }: { readonly node: NodeJson; readonly level: number }): ReactNode {
  const shape = shapeOf(node.attrs ?? {});
  const content = inline(node.content);
  if (shape.kind === "heading") return heading(level + shape.level, content);
  if (shape.kind === "quote") return <blockquote>{content}</blockquote>;
  return <p>{content}</p>;
}

function heading(level: number, content: ReactNode): ReactNode {
  return createElement(`h${Math.min(6, level)}`, null, content);
}

interface Item {
  readonly indent: number;
  /** Null: a bullet. */
  readonly number: number | null;
  readonly content: ReactNode;
}

function itemsOf(run: readonly NodeJson[], numbers: ListNumbers): Item[] {
  return run.map((node) => {
    const shape = shapeOf(node.attrs ?? {});
    return { indent: shape.indent, number: numbers.next(shape), content: inline(node.content) };
  });
}

/** Items that stand deeper than the first belong to the item before them. */
function ItemList({ items }: { readonly items: readonly Item[] }): ReactNode {
  const lists: { item: Item; below: Item[] }[][] = [];
  const indent = Math.min(...items.map((item) => item.indent));
  for (const item of items) {
    const list = lists.at(-1);
    const before = list?.at(-1);
    if (before && item.indent > indent) before.below.push(item);
    else if (list && before && (before.item.number === null) === (item.number === null))
      list.push({ item, below: [] });
    else lists.push([{ item, below: [] }]);
  }
  return lists.map((list, index) => {
    const entries = list.map(({ item, below }, place) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: rendered once
      <li key={place} value={item.number ?? undefined}>
        {item.content}
        {below.length > 0 && <ItemList items={below} />}
      </li>
    ));
    // biome-ignore lint/suspicious/noArrayIndexKey: rendered once
    return list[0]!.item.number === null ? <ul key={index}>{entries}</ul> : <ol key={index}>{entries}</ol>;
  });
}

function TextTable({ node, number }: { readonly node: NodeJson; readonly number: number }): ReactNode {
  const caption = `Tabella ${number}`;
  const rows = node.content ?? [];
  if (rows.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
    <figure className="scrolls" aria-label={caption} tabIndex={0}>
      <table>
        <caption className="hidden">{caption}</caption>
        <tbody>
          {rows.map((row, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rendered once
            <tr key={place}>
              {(row.content ?? []).map((cell, index) => renderCell(cell, index, place === 0))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

function renderCell({ type, attrs, content }: NodeJson, key: number, isFirstRow: boolean): ReactNode {
  const spans = { colSpan: spanOf(attrs?.colspan), rowSpan: spanOf(attrs?.rowspan) };
  if (type !== "tableHeader") {
    return (
      <td key={key} {...spans}>
        {inline(content)}
      </td>
    );
  }
  return (
    <th key={key} scope={isFirstRow ? "col" : "row"} {...spans}>
      {inline(content)}
    </th>
  );
}

/** Any program may have written any number there. */
function spanOf(value: unknown): number | undefined {
  return typeof value === "number" && Number.isInteger(value) && value > 1 && value <= 50 ? value : undefined;
}

interface ObjectiveProps {
  readonly node: NodeJson;
  readonly level: number;
  readonly firstYear: number;
  readonly isAnchored: boolean;
}

function Objective({ node, level, firstYear, isAnchored }: ObjectiveProps): ReactNode {
  const attributes = node.attrs ?? {};
  const inside = node.content ?? [];
  const title = inside.find(({ type }) => type === "objectiveTitle");
  const indicators = inside.filter(({ type }) => type === "indicator");
  const filled = objectiveFields.filter((field) => fieldWords(attributes, field) !== "");
  const caption = `Indicatori dell'obiettivo «${plain(title?.content)}»`;
  return (
    <section
      className="objective"
      id={isAnchored && isKey(attributes.key) ? `obiettivo-${attributes.key}` : undefined}
    >
      {heading(
        level + 1,
        <>
          <span className="kind">{fieldNames.objective}</span> {inline(title?.content)}
        </>,
      )}
      {filled.length > 0 && (
        <dl className="fields">
          {filled.map((field) => (
            <div key={field}>
              <dt>{fieldNames[field]}</dt>
              <dd>{fieldWords(attributes, field)}</dd>
            </div>
          ))}
        </dl>
      )}
      {indicators.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
        <figure className="scrolls" aria-label={caption} tabIndex={0}>
          <table>
            <caption className="hidden">{caption}</caption>
            <thead>
              <tr>
                <th scope="col">{fieldNames.indicator}</th>
                {indicatorFields.map((field) => (
                  <th key={field} scope="col">
                    {nameOfField(field, firstYear)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {indicators.map((indicator, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rendered once
                <tr key={place}>
                  <th
                    scope="row"
                    id={
                      isAnchored && isKey(indicator.attrs?.key)
                        ? `indicatore-${indicator.attrs.key}`
                        : undefined
                    }
                  >
                    {inline(indicator.content)}
                  </th>
                  {indicatorFields.map((field) => (
                    <td key={field}>{fieldWords(indicator.attrs ?? {}, field)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </figure>
      )}
    </section>
  );
}

function nameOfField(field: IndicatorField, firstYear: number): string {
  const year = /^target(\d)$/.exec(field)?.[1];
  return year === undefined ? fieldNames[field] : `Atteso ${firstYear + Number(year) - 1}`;
}

function inline(nodes: readonly NodeJson[] = []): ReactNode {
  return nodes.map((node, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: rendered once
    if (node.type === "hardBreak") return <br key={index} />;
    const text = node.type === "text" ? (node.text ?? "") : plain(node.content);
    // biome-ignore lint/suspicious/noArrayIndexKey: rendered once
    return <Fragment key={index}>{(node.marks ?? []).reduce<ReactNode>(wrap, text)}</Fragment>;
  });
}

type MarkJson = NonNullable<NodeJson["marks"]>[number];

function wrap(content: ReactNode, { type, attrs }: MarkJson): ReactNode {
  if (type === "bold") return <strong>{content}</strong>;
  if (type === "italic") return <em>{content}</em>;
  if (type === "underline") return <u>{content}</u>;
  const address = type === "link" ? safeAddress(attrs?.href) : null;
  return address === null ? content : <a href={address}>{content}</a>;
}

/** The words of a line. */
export function plain(nodes: readonly NodeJson[] = []): string {
  return fieldText(
    {
      words: nodes
        .map((node) => node.text ?? (node.type === "hardBreak" ? " " : plain(node.content)))
        .join(""),
    },
    "words",
  );
}
