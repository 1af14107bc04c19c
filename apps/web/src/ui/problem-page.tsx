import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../api/problem.ts";
import { useProblemSentence } from "../api/problem-sentence.ts";
import { PageHeading } from "./page-heading.tsx";

interface Props {
  readonly problem: Problem;
  readonly onRetry: () => void;
}

/** In place of a page whose content did not come. It tries again when the network is back. */
export function ProblemPage({ problem, onRetry }: Props) {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  useEffect(() => {
    addEventListener("online", onRetry);
    return () => removeEventListener("online", onRetry);
  }, [onRetry]);
  return (
    <div className="container narrow-page">
      <PageHeading title={t("problem.title")} />
      <p role="alert">{sentence(problem)}</p>
      <button type="button" className="btn btn-primary" onClick={onRetry}>
        {t("problem.retry")}
      </button>
    </div>
  );
}
