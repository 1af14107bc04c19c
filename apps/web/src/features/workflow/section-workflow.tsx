import { useMutation } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import {
  AdvanceSectionDocument,
  type MyselfFragment,
  type SectionWorkflowFragment,
} from "../../generated/graphql.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { bodyTitle } from "../../ui/body-title.ts";
import { Moment } from "../../ui/moment.tsx";
import { SignOffs } from "./sign-offs.tsx";
import { StepButtons } from "./step-buttons.tsx";

interface Props {
  readonly section: SectionWorkflowFragment;
  readonly memberships: MyselfFragment["memberships"];
}

/** Where a section is in its life, whose turn it is, and what this person may do about it. */
export function SectionWorkflow({ section, memberships }: Props) {
  const { t } = useTranslation();
  const list = new Intl.ListFormat(useLanguage());
  const [advance] = useMutation(AdvanceSectionDocument);
  const { id, state, steps, nextSteps, signers, openSuggestions } = section;
  const last = steps[0];
  const missing = signers.filter(({ signedAt }) => signedAt === null).map(({ body }) => bodyTitle(body, t));
  return (
    <section className="workflow" aria-label={t("workflow.title")}>
      <p className="workflow-sentence" role="status">
        {last && (
          <span>
            {t(`workflow.done.${last.action}`, { name: last.by.name, body: last.by.bodyName })}{" "}
            <Moment iso={last.at} />.{" "}
          </span>
        )}
        {t(`workflow.turn.${state}`)}
      </p>
      {last?.reason && (state === "CHANGES_REQUESTED" || last.action === "AMEND") && (
        <blockquote className="workflow-reason" lang="it">
          {last.reason}
        </blockquote>
      )}
      {state === "SUBMITTED" && openSuggestions > 0 && (
        <p className="workflow-notice">{t("workflow.openSuggestions", { count: openSuggestions })}</p>
      )}
      <div className="workflow-steps">
        <StepButtons
          of="section"
          steps={nextSteps}
          details={{ count: openSuggestions, bodies: list.format(missing) }}
          notice={openSuggestions > 0 ? t("workflow.openSuggestions", { count: openSuggestions }) : null}
          onStep={async (action, reason) => {
            await advance({ variables: { id, action, reason } });
          }}
        />
      </div>
      {state === "SUBMITTED" && signers.length > 0 && (
        <SignOffs sectionId={id} signers={signers} memberships={memberships} />
      )}
    </section>
  );
}
