import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { Suggestion } from "./suggestion.ts";

export type Decision = "ACCEPTED" | "REJECTED" | "WITHDRAWN";

interface Props {
  readonly suggestion: Suggestion;
  readonly byName: string;
  /** The caret stands in it. */
  readonly isCurrent: boolean;
  readonly isChosen: boolean;
  readonly onChoose: ((isChosen: boolean) => void) | null;
  readonly onShow: (() => void) | null;
  readonly decisions: readonly Decision[];
  readonly onDecide: (decision: Decision) => void;
}

/** One suggestion: what it changes, before and after, and what may be done with it. */
export function SuggestionItem(props: Props) {
  const { suggestion, byName, isCurrent, isChosen, onChoose, onShow, decisions, onDecide } = props;
  const { t } = useTranslation();
  const id = useId();
  const { kind, state, excerpt, inText, reason, decidedByName } = suggestion;
  const isOpen = state === "OPEN";
  return (
    <li className="suggestion" data-state={state} aria-current={isCurrent || undefined}>
      <div id={id} className="suggestion__words">
        {onChoose && (
          <input
            type="checkbox"
            aria-labelledby={id}
            checked={isChosen}
            onChange={({ currentTarget }) => onChoose(currentTarget.checked)}
          />
        )}
        <p>
          <span className="suggestion__kind">{t(`proposal.kind.${kind}`)}</span>{" "}
          <span className="suggestion__context">{excerpt.before}</span>
          {excerpt.removed !== "" && kind !== "FORMAT" && (
            <del>
              <span className="visually-hidden">{t("proposal.removed")} </span>
              {excerpt.removed}
            </del>
          )}
          {excerpt.added !== "" && (
            <ins>
              {kind !== "FORMAT" && <span className="visually-hidden">{t("proposal.added")} </span>}
              {excerpt.added}
            </ins>
          )}
          <span className="suggestion__context">{excerpt.after}</span>
        </p>
      </div>
      <Extras excerpt={excerpt} />
      <p className="suggestion__who">
        {isOpen ? byName : t(`proposal.decided.${state}`, { name: decidedByName ?? "" })}
        {reason && ` — ${reason}`}
      </p>
      {isOpen && !inText && <p className="suggestion__gone">{t("proposal.gone")}</p>}
      {(onShow || decisions.length > 0) && (
        <div className="suggestion__actions">
          {onShow && (
            <button
              type="button"
              className="btn btn-outline-primary btn-xs"
              aria-describedby={id}
              onClick={onShow}
            >
              {t("proposal.show")}
            </button>
          )}
          {decisions.map((decision) => (
            <button
              key={decision}
              type="button"
              className="btn btn-outline-primary btn-xs"
              aria-describedby={id}
              onClick={() => onDecide(decision)}
            >
              {t(`proposal.decide.${decision}`)}
            </button>
          ))}
        </div>
      )}
    </li>
  );
}

function Extras({ excerpt: { formats, address, nodes, shape } }: Pick<Suggestion, "excerpt">) {
  const { t } = useTranslation();
  const words = [
    ...formats.map((format) => t(`proposal.format.${format.replace("-", "_")}`)),
    ...(address === null ? [] : [address]),
    ...new Set(nodes.map((node) => t(`proposal.node.${node}`))),
    ...(shape ? [t("proposal.becomes", { shape: t(`proposal.shape.${shape}`) })] : []),
  ];
  return words.length > 0 ? <p className="suggestion__more">{words.join(" · ")}</p> : null;
}
