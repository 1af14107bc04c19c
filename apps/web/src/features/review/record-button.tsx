import { useApolloClient } from "@apollo/client/react";
import { searchName } from "@upiao/domain";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { problemOf } from "../../api/problem.ts";
import { useProblemSentence } from "../../api/problem-sentence.ts";
import { type BodyNameFragment, ObservationsDocument } from "../../generated/graphql.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { bodyTitle } from "../../ui/body-title.ts";
import { Notice } from "../../ui/notice.tsx";
import { saveFile } from "../../ui/save-file.ts";
import type { ObservationLine } from "./record-csv.ts";

/** Takes the record of observations on a body away as a file. */
export function RecordButton({ body }: { readonly body: BodyNameFragment }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const sentence = useProblemSentence();
  const client = useApolloClient();
  const [isLoading, setLoading] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const readPage = async (after: string | null) => {
    const variables = { bodyId: body.id, after };
    const query = ObservationsDocument;
    const { data } = await client.query({ query, variables, fetchPolicy: "network-only" });
    if (!data) throw new TypeError("no answer");
    return data.observations;
  };
  const readAll = async () => {
    const lines: ObservationLine[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof readPage>> = await readPage(after);
      lines.push(...page.rows);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    return lines;
  };
  const save = async () => {
    if (isLoading) return;
    setLoading(true);
    setProblem(null);
    try {
      // What writes the file comes when it is wanted.
      const [lines, { recordCsv }] = await Promise.all([readAll(), import("./record-csv.ts")]);
      const name = searchName(body.name).replaceAll(" ", "-");
      saveFile(`osservazioni-${name}.csv`, recordCsv(lines, t, language), "text/csv");
    } catch (error) {
      setProblem(sentence(problemOf(error)));
    } finally {
      setLoading(false);
    }
  };
  return (
    <div className="record-button">
      <button
        type="button"
        className="btn btn-outline-primary"
        aria-disabled={isLoading}
        aria-label={t("review.exportOf", { body: bodyTitle(body, t) })}
        onClick={() => void save()}
      >
        {t(isLoading ? "review.exporting" : "review.export")}
      </button>
      {problem && (
        <Notice kind="danger" role="alert">
          {problem}
        </Notice>
      )}
    </div>
  );
}
