import { useApolloClient } from "@apollo/client/react";
import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { problemOf } from "../../api/problem.ts";
import { useProblemSentence } from "../../api/problem-sentence.ts";
import {
  type ExportFormat,
  type ExportInput,
  FileExportDocument,
  type FileExportFragment,
  MyExportsDocument,
  StartExportDocument,
} from "../../generated/graphql.ts";

/** How far an export has come. */
export type ExportStanding =
  | { readonly step: "IDLE" }
  | { readonly step: "MAKING"; readonly percent: number }
  | { readonly step: "DONE"; readonly name: string; readonly path: string }
  | { readonly step: "FAILED"; readonly sentence: string };

export const lookEveryMs = 1_000;
/** A server that is being started again has lost nothing. */
const passing = ["NETWORK", "UNAVAILABLE"];

/** Asks for a file and looks each second how far it is, as long as it is being made and somebody waits for it here. */
export function useExport(what: ExportInput) {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  const client = useApolloClient();
  const [standing, setStanding] = useState<ExportStanding>({ step: "IDLE" });
  const [awaited, setAwaited] = useState<string | null>(null);

  const fail = (error: unknown) => {
    setAwaited(null);
    setStanding({ step: "FAILED", sentence: sentence(problemOf(error)) });
  };
  const show = ({ id, state, progress, failure, name, path }: FileExportFragment) => {
    setAwaited(state === "QUEUED" || state === "RUNNING" ? id : null);
    if (failure) setStanding({ step: "FAILED", sentence: t(`export.failure.${failure}`) });
    else if (name && path) setStanding({ step: "DONE", name, path });
    else setStanding({ step: "MAKING", percent: progress });
  };
  const look = useLatest(async (id: string) => {
    try {
      const query = FileExportDocument;
      const { data } = await client.query({ query, variables: { id }, fetchPolicy: "network-only" });
      return () => show(data!.fileExport);
    } catch (error) {
      return passing.includes(problemOf(error).code) ? () => {} : () => fail(error);
    }
  });
  useEffect(() => {
    if (awaited === null) return;
    let isGone = false;
    let next: ReturnType<typeof setTimeout>;
    const lookAgain = async () => {
      const tell = await look(awaited);
      if (isGone) return;
      tell();
      next = setTimeout(lookAgain, lookEveryMs);
    };
    next = setTimeout(lookAgain, lookEveryMs);
    return () => {
      isGone = true;
      clearTimeout(next);
    };
  }, [awaited, look]);

  const start = async (format: ExportFormat) => {
    setStanding({ step: "MAKING", percent: 0 });
    try {
      const { data } = await client.mutate({
        mutation: StartExportDocument,
        variables: { what, format },
        // Who went there at once finds it already.
        refetchQueries: [{ query: MyExportsDocument }],
      });
      show(data!.startExport);
    } catch (error) {
      fail(error);
    }
  };
  return { standing, start };
}

/** A function that stays the same and does what its latest one does. */
function useLatest<Given extends readonly unknown[], Result>(work: (...given: Given) => Result) {
  const [latest] = useState({ work });
  useEffect(() => {
    latest.work = work;
  });
  return useCallback((...given: Given) => latest.work(...given), [latest]);
}
