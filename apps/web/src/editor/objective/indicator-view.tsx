import { TextSelection } from "@tiptap/pm/state";
import { type ReactNodeViewProps, useReactNodeView } from "@tiptap/react";
import { fieldText, type IndicatorField, indicatorFields, measurerOf, targetFields } from "@upiao/document";
import { type KeyboardEvent, useContext } from "react";
import { useTranslation } from "react-i18next";
import { as } from "../../ui/table-role.ts";
import { FieldChoice, FieldInput, writeField } from "./field-input.tsx";
import { removeNode } from "./insert-objective.ts";
import { ObjectiveSourcesContext } from "./objective-sources.ts";
import { useFillingIn } from "./use-filling-in.ts";

/** An indicator in the text: its name is text, beside it what it should reach. */
export function IndicatorView(props: ReactNodeViewProps) {
  const mode = useFillingIn(props.editor);
  return (
    <div data-node-view-wrapper="" className="indicator">
      {mode === "FILL_IN" ? <IndicatorFields {...props} /> : <IndicatorTable {...props} />}
    </div>
  );
}

function IndicatorFields({ editor, node, extension, getPos }: ReactNodeViewProps) {
  const { t } = useTranslation();
  const { nodeViewContentRef } = useReactNodeView();
  const labelOf = useLabels(extension.options.firstYear);
  const hasMeasurer = useHasMeasurer(node);
  const name = node.textContent || t("objective.unnamed");
  const fieldProps = (field: IndicatorField) => ({
    field,
    label: labelOf(field),
    attributes: node.attrs,
    onWrite: (value: string | null) => writeField(editor, getPos(), field, value),
  });
  /** Tab goes from a name to its fields, and from the last of them to the next name. */
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const at = getPos();
    if (event.key !== "Tab" || at === undefined) return;
    const stops = [...event.currentTarget.querySelectorAll("input, select, button")];
    const isNext = !event.shiftKey && event.target === stops.at(-1);
    const isBack = event.shiftKey && event.target === stops[0];
    const next = editor.state.doc.resolve(at + node.nodeSize).nodeAfter;
    if (!isBack && !(isNext && next?.type.name === "indicator")) return;
    event.preventDefault();
    const caret = isBack ? at + 1 + node.content.size : at + node.nodeSize + 1;
    // At once, and not with the next frame: the next key may be a letter.
    editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, caret)));
    editor.view.focus();
  };

  return (
    <>
      <p className="indicator__kind" contentEditable={false}>
        {t("objective.indicator")}
      </p>
      <div ref={nodeViewContentRef} className="indicator__name" data-node-view-content="" />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would say the name twice */}
      <div
        className="objective-fields"
        role="group"
        aria-label={t("objective.measuresOf", { name })}
        contentEditable={false}
        key={String(node.attrs.key)}
        onKeyDown={onKeyDown}
      >
        <FieldChoice {...fieldProps("unit")} field="unit" />
        <FieldChoice {...fieldProps("direction")} field="direction" />
        <FieldInput {...fieldProps("baseline")} />
        {targetFields.map((field) => (
          <FieldInput key={field} {...fieldProps(field)} />
        ))}
        <FieldInput {...fieldProps("source")} />
        {hasMeasurer && (
          <FieldChoice
            {...fieldProps("measuredBy")}
            field="measuredBy"
            // Nothing said is each of them: an older text says nothing.
            onWrite={(value) => writeField(editor, getPos(), "measuredBy", value === "EACH" ? null : value)}
          />
        )}
        <button
          type="button"
          className="btn btn-outline-danger btn-xs objective-fields__remove"
          aria-label={`${t("objective.removeIndicator")}: ${name}`}
          onClick={() => removeNode(editor, getPos())}
        >
          {t("objective.removeIndicator")}
        </button>
      </div>
    </>
  );
}

function IndicatorTable({ node, extension }: ReactNodeViewProps) {
  const { t } = useTranslation();
  const { nodeViewContentRef } = useReactNodeView();
  const labelOf = useLabels(extension.options.firstYear);
  const hasMeasurer = useHasMeasurer(node);
  const columns = indicatorFields.filter((field) => field !== "measuredBy" || hasMeasurer);
  const wordsIn = (field: IndicatorField) => {
    const value = field === "measuredBy" ? measurerOf(node.attrs) : fieldText(node.attrs, field);
    const isWord = (field === "unit" || field === "direction" || field === "measuredBy") && value;
    return isWord ? t(`objective.${field}.${value}`, { defaultValue: value }) : value || "–";
  };
  return (
    <div className="section-table">
      <table {...as("table")}>
        <caption>
          <div ref={nodeViewContentRef} className="indicator__name" data-node-view-content="" />
        </caption>
        <thead {...as("rowgroup")} contentEditable={false}>
          <tr {...as("row")}>
            {columns.map((field) => (
              <th key={field} scope="col" {...as("columnheader")}>
                {labelOf(field)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...as("rowgroup")} contentEditable={false}>
          <tr {...as("row")}>
            {columns.map((field) => (
              <td key={field} {...as("cell")} data-label={labelOf(field)}>
                {wordsIn(field)}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}

/** Who measures is asked in a text that bodies share, and shown where it was said. */
function useHasMeasurer({ attrs }: ReactNodeViewProps["node"]): boolean {
  return useContext(ObjectiveSourcesContext).isShared || fieldText(attrs, "measuredBy") !== "";
}

function useLabels(firstYear: number | undefined): (field: IndicatorField) => string {
  const { t } = useTranslation();
  return (field) => {
    const at = (targetFields as readonly string[]).indexOf(field);
    if (at < 0) return t(`objective.field.${field}`);
    return t("objective.field.target", { year: firstYear === undefined ? `${at + 1}º` : firstYear + at });
  };
}
