import { type Difference, ListNumbers } from "@upiao/document";
import { useTranslation } from "react-i18next";
import { BlockDifferenceView } from "./block-difference-view.tsx";
import { TableDifferenceView } from "./table-difference-view.tsx";
import "./version.css";

/** Which of the two texts is shown: both in one, or one of them. */
export type Shown = "both" | "before" | "after";

interface Props {
  readonly difference: Difference;
  readonly names: ReadonlyMap<number, string>;
  readonly layout: "inline" | "side";
}

/** What differs, in the order in which it is read. Side by side each block stands beside what it was. */
export function DifferenceView({ difference, names, layout }: Props) {
  const { t } = useTranslation();
  const numbers = new ListNumbers();
  const parts = difference.parts.map((part) => {
    const shape = part.type === "block" ? (part.after ?? part.before) : null;
    if (!shape) numbers.end();
    return { part, number: shape ? numbers.next(shape) : null };
  });
  const sides: readonly Shown[] = layout === "inline" ? ["both"] : ["before", "after"];
  return (
    <div className="comparison" data-layout={layout} lang="it">
      {layout === "side" && (
        <div className="comparison-row comparison-heads" aria-hidden="true">
          <p>{t("version.before")}</p>
          <p>{t("version.after")}</p>
        </div>
      )}
      {parts.map(({ part, number }, index) => (
        <div
          // What is compared does not change while it is shown.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          key={index}
          className="comparison-row"
          data-change={part.change}
          tabIndex={part.change === "UNCHANGED" ? undefined : -1}
        >
          {sides.map((shown) =>
            part.type === "block" ? (
              <BlockDifferenceView key={shown} block={part} {...{ shown, number, names }} />
            ) : (
              <TableDifferenceView key={shown} table={part} {...{ shown, names }} />
            ),
          )}
        </div>
      ))}
    </div>
  );
}
