import { type ReactNodeViewProps, useReactNodeView } from "@tiptap/react";
import { codesIn, fieldText, isKey, objectiveFields } from "@upiao/document";
import { useTranslation } from "react-i18next";
import { as } from "../../ui/table-role.ts";
import { FieldInput, writeField } from "./field-input.tsx";
import { insertIndicator, removeNode } from "./insert-objective.ts";
import { ItemsInput } from "./items-input.tsx";
import { LinkInput } from "./link-input.tsx";
import { NamedLinks } from "./named-links.tsx";
import "./objective.css";
import { OriginNote } from "./origin-note.tsx";
import { useFillingIn } from "./use-filling-in.ts";

/** An objective in the text: its title and its indicators are text, its links are fields below. */
export function ObjectiveView(props: ReactNodeViewProps) {
  const { t } = useTranslation();
  const { nodeViewContentRef } = useReactNodeView();
  const mode = useFillingIn(props.editor);
  return (
    <div data-node-view-wrapper="" className="objective">
      <div contentEditable={false}>
        <p className="objective__kind">{t("objective.name")}</p>
        {isKey(props.node.attrs.origin) && <OriginNote id={props.node.attrs.origin} />}
      </div>
      <div ref={nodeViewContentRef} className="objective__content" data-node-view-content="" />
      <div contentEditable={false}>
        {mode === "FILL_IN" ? <ObjectiveLinks {...props} /> : <LinksTable {...props} />}
        {mode === "PROPOSE" && <p className="objective__note">{t("objective.notProposable")}</p>}
      </div>
    </div>
  );
}

function ObjectiveLinks({ editor, node, getPos }: ReactNodeViewProps) {
  const { t } = useTranslation();
  const name = titleOf(node) || t("objective.unnamed");
  const addIndicator = () => {
    const at = getPos();
    if (at === undefined) return;
    editor.view.dispatch(insertIndicator(editor.state, at + node.nodeSize - 1));
    editor.view.focus();
  };
  const changeItems = (change: (codes: readonly string[]) => readonly string[]) => {
    const at = getPos();
    const now = at === undefined || editor.isDestroyed ? null : editor.state.doc.nodeAt(at);
    if (now) writeField(editor, at, "items", change(codesIn(now.attrs, "items")).join(" ") || null);
  };
  return (
    <>
      <button type="button" className="btn btn-outline-primary btn-xs" onClick={addIndicator}>
        {t("objective.addIndicator")}
      </button>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would say the title twice */}
      <div
        className="objective-fields"
        role="group"
        aria-label={t("objective.fieldsOf", { name })}
        key={String(node.attrs.key)}
      >
        {objectiveFields.map((field) => {
          const label = t(`objective.field.${field}`);
          if (field === "items")
            return <ItemsInput key={field} label={label} attributes={node.attrs} onChange={changeItems} />;
          const parts = {
            label,
            attributes: node.attrs,
            onWrite: (value: string | null) => writeField(editor, getPos(), field, value),
          };
          return field === "service" || field === "call" ? (
            <LinkInput key={field} field={field} {...parts} />
          ) : (
            <FieldInput key={field} field={field} {...parts} />
          );
        })}
        <button
          type="button"
          className="btn btn-outline-danger btn-xs objective-fields__remove"
          aria-label={`${t("objective.remove")}: ${name}`}
          onClick={() => removeNode(editor, getPos())}
        >
          {t("objective.remove")}
        </button>
      </div>
    </>
  );
}

function LinksTable({ node }: ReactNodeViewProps) {
  const { t } = useTranslation();
  const filled = objectiveFields.filter((field) => fieldText(node.attrs, field) !== "");
  if (filled.length === 0) return null;
  return (
    <div className="section-table objective-links">
      <table {...as("table")}>
        <caption className="visually-hidden">
          {t("objective.fieldsOf", { name: titleOf(node) || t("objective.unnamed") })}
        </caption>
        <tbody {...as("rowgroup")}>
          {filled.map((field) => (
            <tr key={field} {...as("row")}>
              <th scope="row" {...as("rowheader")}>
                {t(`objective.field.${field}`)}
              </th>
              <td {...as("cell")}>
                {field === "items" || field === "service" || field === "call" ? (
                  <NamedLinks field={field} attributes={node.attrs} />
                ) : (
                  fieldText(node.attrs, field)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function titleOf({ children }: ReactNodeViewProps["node"]): string {
  return children.find(({ type }) => type.name === "objectiveTitle")?.textContent ?? "";
}
