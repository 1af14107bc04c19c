import { useMutation } from "@apollo/client/react";
import { sentenceOf, whyNotActOnSection } from "@upiao/domain";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { problemOf } from "../../api/problem.ts";
import { useProblemSentence } from "../../api/problem-sentence.ts";
import { type MyselfFragment, SetSectionClosedDocument } from "../../generated/graphql.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { Icon } from "../../ui/icon.tsx";
import { factsOf, type OfficeSection, postsOf } from "./section-facts.ts";

interface Props {
  readonly section: OfficeSection;
  readonly memberships: MyselfFragment["memberships"];
}

/** Closing a shared section to writing, and opening it again. Not mine: not shown. Mine, but not now: it says why
 *  and stays focusable, or it would hide the reason from a keyboard and a screen reader. */
export function ClosingButton({ section, memberships }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const sentence = useProblemSentence();
  const hint = useId();
  const closed = !section.closed;
  const [setClosed, { loading, error }] = useMutation(SetSectionClosedDocument, {
    variables: { id: section.id, closed },
    // Shown below, where the button is.
    onError: () => {},
  });
  const facts = factsOf(section);
  const refusal = facts ? whyNotActOnSection("openAndClose", facts, postsOf(memberships)) : "NOT_YOUR_ROLE";
  if (refusal === "NOT_YOUR_ROLE" || refusal === "NOT_FOUND") return null;
  const isIdle = refusal !== null || loading;

  const reason = () => {
    if (error) return sentence(problemOf(error));
    return refusal ? sentenceOf(refusal, {}, language) : t(closed ? "section.closeHint" : "section.openHint");
  };
  return (
    <div className="closing">
      <button
        type="button"
        className="btn btn-outline-primary btn-sm"
        aria-disabled={isIdle}
        aria-describedby={hint}
        onClick={() => void (isIdle || setClosed())}
      >
        <Icon name={closed ? "locked" : "unlocked"} className="icon-sm icon-primary" />
        {t(closed ? "section.close" : "section.open")}
      </button>
      <small id={hint} role={error ? "alert" : undefined}>
        {reason()}
      </small>
    </div>
  );
}
