import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { isOpen, type ListedProposal } from "./suggestion.ts";
import { type Decision, SuggestionItem } from "./suggestion-item.tsx";

interface Props {
  readonly proposal: ListedProposal;
  /** Where the caret stands. */
  readonly current: readonly string[];
  readonly mayDecide: boolean;
  /** What is written goes into it; null where this person writes into none. */
  readonly isWritten: boolean | null;
  readonly onWrite: (isWritten: boolean) => void;
  readonly onShow: ((id: string) => void) | null;
  readonly onDecide: (ids: readonly string[], decision: Decision, reason: string) => void;
  readonly onClose: () => void;
  readonly discussion: ReactNode;
}

/** A proposal with its suggestions: one, a selection or all of them are decided, with a reason. */
export function ProposalCard(props: Props) {
  const { proposal, current, mayDecide, isWritten, onWrite, onShow, onDecide, onClose, discussion } = props;
  const { t } = useTranslation();
  const id = useId();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState("");
  const { suggestions, isMine, state, byName, body } = proposal;
  const open = suggestions.filter(isOpen);
  const picked = open.filter((suggestion) => chosen.has(suggestion.id));
  const decisions: Decision[] = [
    ...(mayDecide ? (["ACCEPTED", "REJECTED"] as const) : []),
    ...(isMine ? (["WITHDRAWN"] as const) : []),
  ];
  const decide = (ids: readonly string[], decision: Decision) => {
    onDecide(ids, decision, reason);
    setChosen(new Set());
    setReason("");
  };
  const choose = (suggestion: string) => (isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(suggestion);
    else next.delete(suggestion);
    setChosen(next);
  };
  const several = picked.length > 0 ? picked : open;
  return (
    <section className="proposal" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{t("proposal.title", { number: proposal.number, title: proposal.title })}</h3>
      <p className="proposal__who">
        {t(`proposal.state.${state}`)} · {byName}
        {body && `, ${body.name}`}
      </p>
      {proposal.reason && <p>{proposal.reason}</p>}
      {state === "OPEN" && isMine && isWritten !== null && (
        <button
          type="button"
          className={`btn btn-xs ${isWritten ? "btn-primary" : "btn-outline-primary"}`}
          aria-pressed={isWritten}
          onClick={() => onWrite(!isWritten)}
        >
          {t("proposal.write")}
        </button>
      )}
      {suggestions.length === 0 && <p>{t("proposal.empty")}</p>}
      <ol className="suggestions">
        {suggestions.map((suggestion) => (
          <SuggestionItem
            key={suggestion.id}
            suggestion={suggestion}
            byName={byName}
            isCurrent={current.includes(suggestion.id)}
            isChosen={chosen.has(suggestion.id)}
            onChoose={
              isOpen(suggestion) && decisions.length > 0 && open.length > 1 ? choose(suggestion.id) : null
            }
            onShow={onShow && suggestion.inText && isOpen(suggestion) ? () => onShow(suggestion.id) : null}
            decisions={isOpen(suggestion) ? decisions : []}
            onDecide={(decision) => decide([suggestion.id], decision)}
          />
        ))}
      </ol>
      {open.length > 0 && decisions.length > 0 && (
        <div className="proposal__decide">
          <label htmlFor={`${id}-reason`}>{t("proposal.reason")}</label>
          <input
            id={`${id}-reason`}
            className="form-control"
            value={reason}
            maxLength={1_000}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <div className="suggestion__actions">
            {decisions.map((decision) => (
              <button
                key={decision}
                type="button"
                className="btn btn-primary btn-xs"
                onClick={() =>
                  decide(
                    several.map((one) => one.id),
                    decision,
                  )
                }
              >
                {t(
                  picked.length > 0 ? `proposal.decideChosen.${decision}` : `proposal.decideAll.${decision}`,
                  {
                    count: several.length,
                  },
                )}
              </button>
            ))}
          </div>
        </div>
      )}
      {state === "OPEN" && (isMine || mayDecide) && open.length === 0 && suggestions.length > 0 && (
        <button type="button" className="btn btn-outline-primary btn-xs" onClick={onClose}>
          {t("proposal.close")}
        </button>
      )}
      {discussion}
    </section>
  );
}
