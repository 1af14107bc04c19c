import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Problem, problemOf } from "../api/problem.ts";
import { useProblemSentence } from "../api/problem-sentence.ts";
import { Notice } from "../ui/notice.tsx";

interface Props {
  readonly shown: number;
  readonly onMore: () => Promise<unknown>;
}

/** Goes on with a list, and says how long it has become. */
export function MoreButton({ shown, onMore }: Props) {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  const [isLoading, setLoading] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const more = async () => {
    if (isLoading) return;
    setLoading(true);
    setProblem(null);
    await onMore().catch((error: unknown) => setProblem(problemOf(error)));
    setLoading(false);
  };
  return (
    <div className="more">
      {problem && (
        <Notice kind="danger" role="alert">
          {sentence(problem)}
        </Notice>
      )}
      <button
        type="button"
        className="btn btn-outline-primary"
        aria-disabled={isLoading}
        onClick={() => void more()}
      >
        {t(isLoading ? "section.moreLoading" : "section.more")}
      </button>
      <p role="status">{t("section.shown", { count: shown })}</p>
    </div>
  );
}
