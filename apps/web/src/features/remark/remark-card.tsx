import type { RemarkDecision } from "@upiao/domain";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { RemarkLineFragment } from "../../generated/graphql.ts";
import { Moment } from "../../ui/moment.tsx";
import { namedOf } from "./decide-dialog.tsx";

interface Props {
  readonly remark: RemarkLineFragment;
  readonly onDecide: (decision: RemarkDecision) => void;
}

/** What the state of a remark leaves to be decided. */
function decisionsOn({ state, answer }: RemarkLineFragment): readonly RemarkDecision[] {
  if (state === "NEW") return ["PUBLISH", "DISMISS"];
  if (state === "DISMISSED") return [];
  return answer === null ? ["ANSWER", "DISMISS"] : ["DISMISS"];
}

/** What a citizen has written, what became of it, and what can be done with it. */
export function RemarkCard({ remark, onDecide }: Props) {
  const { t } = useTranslation();
  const title = useId();
  const { authorName, at, firstYear, part, amendment, text, answer, reason, state, publicPath } = remark;
  return (
    <article className="remark-card" aria-labelledby={title}>
      <h3 id={title}>{authorName ?? t("remark.unnamed")}</h3>
      <p className="remark-facts">
        <Moment iso={at} /> · {t("remark.onPlan", { years: `${firstYear}-${firstYear + 2}` })} ·{" "}
        {part === null ? t("remark.whole") : t("remark.onPart", { part })} ·{" "}
        {amendment === 0 ? t("remark.firstAdoption") : t("remark.amendment", { number: amendment })}
      </p>
      <blockquote lang="it" className="remark-words">
        {text}
      </blockquote>
      {answer !== null && (
        <>
          <h4>{t("remark.answerOf", { name: remark.answeredByName ?? "" })}</h4>
          <p lang="it" className="remark-words">
            {answer}
          </p>
        </>
      )}
      {state !== "NEW" && remark.decidedAt && (
        <p className="remark-facts">
          {t(`remark.decided.${state}`, { name: remark.decidedByName ?? "" })}{" "}
          <Moment iso={remark.decidedAt} />
          {state === "PUBLISHED" && (
            <>
              {" · "}
              {authorName !== null && t(remark.showsName ? "remark.withName" : "remark.withoutName")}{" "}
              <a href={publicPath}>{t("remark.seeOnline")}</a>
            </>
          )}
        </p>
      )}
      {reason !== null && (
        <p lang="it" className="remark-words">
          {t("remark.reasonIs", { reason })}
        </p>
      )}
      {remark.mayDecide && (
        <div className="remark-actions">
          {decisionsOn(remark).map((decision) => {
            const name = namedOf({ remark, decision });
            return (
              <button
                key={decision}
                type="button"
                className={`btn ${decision === "DISMISS" ? "btn-outline-primary" : "btn-primary"}`}
                aria-describedby={title}
                onClick={() => onDecide(decision)}
              >
                {t(`remark.do.${name}`)}
              </button>
            );
          })}
        </div>
      )}
    </article>
  );
}
