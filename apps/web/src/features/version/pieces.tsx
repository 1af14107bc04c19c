import { type Piece, safeAddress } from "@upiao/document";
import { Fragment, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Shown } from "./difference-view.tsx";

interface Props {
  readonly pieces: readonly Piece[];
  readonly shown: Shown;
  readonly names: ReadonlyMap<number, string>;
}

/** The words of a block or a cell: what came is underlined, what went is struck through, each with who wrote it. Whoever
 *  does not see that is told before the words. */
export function Pieces({ pieces, shown, names }: Props) {
  const { t } = useTranslation();
  const hidden = shown === "before" ? "INSERTED" : shown === "after" ? "REMOVED" : null;
  const all = pieces.filter(({ change }) => change !== hidden);
  return all.map((piece, index) => {
    const { change, client } = piece;
    const name = names.get(client) ?? t("version.unknown");
    const next = all[index + 1];
    // Several pieces of one person in a row carry the name once.
    const isLast = next?.change !== change || next.client !== client;
    const words = <Marked piece={piece} />;
    // biome-ignore lint/suspicious/noArrayIndexKey: what is compared does not change while it is shown
    const keyed = (element: ReactNode) => <Fragment key={index}>{element}</Fragment>;
    if (change === "KEPT") return keyed(words);
    if (change === "FORMATTED") {
      return keyed(
        <span className="piece-formatted">
          <span className="visually-hidden">{t("version.formatted")} </span>
          {words}
        </span>,
      );
    }
    const Tag = change === "INSERTED" ? "ins" : "del";
    return keyed(
      <>
        <Tag>
          <span className="visually-hidden">
            {t(change === "INSERTED" ? "version.insertedBy" : "version.removedOf", { name })}{" "}
          </span>
          {words}
        </Tag>
        {isLast && (
          <small className="piece-writer" data-change={change} aria-hidden="true">
            {name}
          </small>
        )}
      </>,
    );
  });
}

const tags = { bold: "strong", italic: "em", underline: "u" } as const;

/** The words as they look. An address is asked for again: any program may have written it. */
function Marked({ piece: { text, marks } }: { readonly piece: Piece }): ReactNode {
  const lines: ReactNode = text.split("\n").map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines of one piece
    <Fragment key={index}>
      {index > 0 && <br />}
      {line}
    </Fragment>
  ));
  let words: ReactNode = lines;
  for (const { type, attrs } of marks) {
    const Tag = Object.hasOwn(tags, type) ? tags[type as keyof typeof tags] : null;
    const href = type === "link" ? safeAddress(attrs?.href) : null;
    if (Tag) words = <Tag>{words}</Tag>;
    else if (href !== null) words = <a href={href}>{words}</a>;
  }
  return words;
}
