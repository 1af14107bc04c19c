import type { BlockDifference, Difference, Piece, TableDifference } from "@upiao/document";
import { Fragment, type ReactNode } from "react";
import { usePage } from "../layout/page-context.ts";

type Part = Difference["parts"][number];

/** So many unchanged blocks stand around what has changed; of the others only their number is shown. */
const around = 1;

/** Two texts as one: what came is inserted, what went deleted. */
export function DifferenceView({ difference: { parts } }: { readonly difference: Difference }): ReactNode {
  const { words } = usePage();
  return (
    <div lang="it">
      {withGaps(parts).map((item, index) =>
        typeof item === "number" ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: rendered once
          <p key={index} className="size" lang={words.locale.slice(0, 2)}>
            […] {words.changesPage.unchanged(item)}
          </p>
        ) : item.type === "table" ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: rendered once
          <ChangedTable key={index} table={item} />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: rendered once
          <ChangedBlock key={index} block={item} />
        ),
      )}
    </div>
  );
}

/** The parts to show, with the number of those left out in their place. */
function withGaps(parts: readonly Part[]): (Part | number)[] {
  const items: (Part | number)[] = [];
  for (const [index, part] of parts.entries()) {
    const near = parts.slice(Math.max(0, index - around), index + around + 1);
    if (near.some(({ change }) => change !== "UNCHANGED")) items.push(part);
    else if (typeof items.at(-1) === "number") items.push((items.pop() as number) + 1);
    else items.push(1);
  }
  return items;
}

function ChangedBlock({ block }: { readonly block: BlockDifference }): ReactNode {
  const { kind } = (block.after ?? block.before)!;
  const pieces = <Pieces of={block.pieces} />;
  if (kind === "heading") {
    return (
      <p>
        <strong>{pieces}</strong>
      </p>
    );
  }
  if (kind === "quote") return <blockquote>{pieces}</blockquote>;
  return kind === "paragraph" ? <p>{pieces}</p> : <p>• {pieces}</p>;
}

function ChangedTable({ table }: { readonly table: TableDifference }): ReactNode {
  const { words } = usePage();
  const caption = words.changesPage.title;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
    <figure className="scrolls" aria-label={caption} tabIndex={0}>
      <table>
        <caption className="hidden">{caption}</caption>
        <tbody>
          {table.rows.map((row, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rendered once
            <tr key={place}>
              {row.cells.map((cell, index) => {
                const spans = {
                  colSpan: cell.colspan > 1 ? cell.colspan : undefined,
                  rowSpan: cell.rowspan > 1 ? cell.rowspan : undefined,
                };
                return cell.isHeader ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: rendered once
                  <th key={index} scope={place === 0 && index > 0 ? "col" : "row"} {...spans}>
                    <Pieces of={cell.pieces} />
                  </th>
                ) : (
                  // biome-ignore lint/suspicious/noArrayIndexKey: rendered once
                  <td key={index} {...spans}>
                    <Pieces of={cell.pieces} />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

/** Said in words as well: a screen reader need not tell insertions and deletions. */
function Pieces({ of }: { readonly of: readonly Piece[] }): ReactNode {
  const { words } = usePage();
  const { insertion, deletion, end } = words.changesPage;
  const said = (sentence: string) => <span className="hidden">{sentence}</span>;
  return of.map((piece, index) => {
    if (piece.change === "INSERTED") {
      return (
        // biome-ignore lint/suspicious/noArrayIndexKey: rendered once
        <ins key={index}>
          {said(insertion)}
          {piece.text}
          {said(end)}
        </ins>
      );
    }
    if (piece.change === "REMOVED") {
      return (
        // biome-ignore lint/suspicious/noArrayIndexKey: rendered once
        <del key={index}>
          {said(deletion)}
          {piece.text}
          {said(end)}
        </del>
      );
    }
    // biome-ignore lint/suspicious/noArrayIndexKey: rendered once
    return <Fragment key={index}>{piece.text}</Fragment>;
  });
}
