import { isRefusalCode, type RefusalDetails, sentenceOf } from "@upiao/domain";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { NextStepLineFragment } from "../../generated/graphql.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { keepFocus } from "../../ui/keep-focus.ts";
import { StepDialog } from "./step-dialog.tsx";

interface Props {
  readonly of: "section" | "plan";
  readonly steps: readonly NextStepLineFragment[];
  /** What fills the sentence that says why a step cannot be taken now. */
  readonly details?: RefusalDetails;
  readonly notice?: string | null;
  readonly needsReason?: (step: NextStepLineFragment) => boolean;
  readonly onStep: (action: NextStepLineFragment["action"], reason: string | null) => Promise<void>;
  /** For a step that asks for more than a reason, its own dialog; null for all others. */
  readonly dialogFor?: StepDialogFor | undefined;
}

/** They lead back, and are not what comes next. */
const backwards: readonly NextStepLineFragment["action"][] = ["REQUEST_CHANGES", "ANNUL"];

export type StepDialogFor = (action: NextStepLineFragment["action"], onClose: () => void) => ReactNode;

/** The steps that are this person's to take. Somebody else's are not shown; mine, but not now, say why, and stay focusable:
 *  disabled, they would hide the reason from a keyboard and a screen reader. */
export function StepButtons(props: Props) {
  const { of, steps, details, notice, needsReason, onStep, dialogFor = () => null } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const id = useId();
  const [asking, setAsking] = useState<NextStepLineFragment | null>(null);
  const hasAsked = useRef(false);
  const stop = () => {
    hasAsked.current = true;
    keepFocus();
    setAsking(null);
  };
  // The button of the step that was taken goes when the next steps come, a moment after the dialog.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the steps change.
  useEffect(() => {
    if (hasAsked.current) keepFocus();
    hasAsked.current = false;
  }, [steps]);
  const mine = steps.filter(({ whyNot }) => whyNot !== "NOT_YOUR_ROLE" && whyNot !== "NOT_FOUND");
  const reasonOf = ({ whyNot }: NextStepLineFragment) =>
    whyNot !== null && isRefusalCode(whyNot) ? sentenceOf(whyNot, details, language) : null;
  return (
    <>
      {mine.map((step) => {
        const reason = reasonOf(step);
        return (
          <div key={step.action} className="workflow-step">
            <button
              type="button"
              className={`btn btn-sm ${backwards.includes(step.action) ? "btn-outline-primary" : "btn-primary"}`}
              aria-disabled={reason !== null}
              aria-describedby={reason === null ? undefined : `${id}-${step.action}`}
              onClick={() => reason === null && setAsking(step)}
            >
              {t(`workflow.${of}.${step.action}.do`)}
            </button>
            {reason !== null && <small id={`${id}-${step.action}`}>{reason}</small>}
          </div>
        );
      })}
      {asking &&
        (dialogFor(asking.action, stop) ?? (
          <StepDialog
            of={of}
            action={asking.action}
            needsReason={needsReason?.(asking) ?? asking.needsReason}
            notice={notice}
            onStep={(reason) => onStep(asking.action, reason)}
            onClose={stop}
          />
        ))}
    </>
  );
}
