import type { BlockDifference } from "@upiao/document";
import { useTranslation } from "react-i18next";
import type { Shown } from "./difference-view.tsx";
import { Pieces } from "./pieces.tsx";

interface Props {
  readonly block: BlockDifference;
  readonly shown: Shown;
  /** Of an item of a numbered list. */
  readonly number: number | null;
  readonly names: ReadonlyMap<number, string>;
}

export function BlockDifferenceView({ block, shown, number, names }: Props) {
  const { t } = useTranslation();
  const { before, after, pieces } = block;
  const shape = shown === "before" ? before : shown === "after" ? after : (after ?? before);
  if (!shape) return <div className="comparison-nothing" />;
  const Tag =
    shape.kind === "heading" ? (`h${shape.level + 1}` as "h2") : shape.kind === "quote" ? "blockquote" : "p";
  const isOther =
    before &&
    after &&
    (before.kind !== after.kind || before.level !== after.level || before.indent !== after.indent);
  const words = (of: typeof shape) => t(`version.shape.${of.kind}`, { level: of.level });
  return (
    <div className="comparison-block" data-kind={shape.kind} data-indent={shape.indent}>
      {isOther && shown !== "before" && (
        <p className="comparison-note">
          {before.kind === after.kind && before.level === after.level
            ? t("version.indented")
            : t("version.reshaped", { before: words(before), after: words(after) })}
        </p>
      )}
      <Tag>
        {shape.kind === "bullet" && <span className="comparison-marker">• </span>}
        {number !== null && <span className="comparison-marker">{number}. </span>}
        <Pieces pieces={pieces} shown={shown} names={names} />
      </Tag>
    </div>
  );
}
