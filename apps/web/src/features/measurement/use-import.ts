import { useApolloClient } from "@apollo/client/react";
import type { Unit } from "@upiao/domain";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { problemOf } from "../../api/problem.ts";
import { useProblemSentence } from "../../api/problem-sentence.ts";
import {
  BeginImportDocument,
  ConfirmImportDocument,
  ImportPreviewDocument,
  type ImportPreviewQuery,
  SendImportCellsDocument,
} from "../../generated/graphql.ts";
import type { WrongRow } from "./sheet/cells-of-table.ts";
import { partsOf } from "./sheet/parts-of.ts";
import { readInWorker } from "./sheet/read-in-worker.ts";
import { BadSheet } from "./sheet/sheet-fault.ts";

/** How far an import has come. */
export type ImportStanding =
  | { readonly step: "IDLE" }
  | { readonly step: "READING" }
  | { readonly step: "SENDING"; readonly sent: number; readonly all: number }
  | { readonly step: "WRONG_ROWS"; readonly rows: readonly WrongRow[] }
  | { readonly step: "PREVIEW"; readonly preview: ImportPreviewQuery["importPreview"] }
  | { readonly step: "WRITING"; readonly count: number }
  | { readonly step: "DONE"; readonly count: number }
  | { readonly step: "FAILED"; readonly sentence: string };

/** Brings a spreadsheet into the record: it is read here, sent in parts, looked at, and written at once. */
export function useImport(
  bodyId: string,
  year: number,
  indicators: readonly { readonly id: string; readonly unit: Unit }[],
  onWritten: () => void,
) {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  const client = useApolloClient();
  const [standing, setStanding] = useState<ImportStanding>({ step: "IDLE" });

  const fail = (error: unknown) =>
    setStanding({
      step: "FAILED",
      sentence:
        error instanceof BadSheet
          ? t(`measurement.sheet.fault.${error.code}`, { ...error.details })
          : sentence(problemOf(error)),
    });
  const preview = async (importId: string) => {
    const query = ImportPreviewDocument;
    const { data } = await client.query({ query, variables: { importId }, fetchPolicy: "network-only" });
    if (!data) throw new TypeError("no answer");
    setStanding({ step: "PREVIEW", preview: data.importPreview });
  };
  const read = async (file: File) => {
    try {
      setStanding({ step: "READING" });
      const { cells, wrong } = await readInWorker(
        file,
        year,
        new Map(indicators.map(({ id, unit }) => [id, unit])),
      );
      if (wrong.length > 0) return setStanding({ step: "WRONG_ROWS", rows: wrong });
      const begun = await client.mutate({ mutation: BeginImportDocument, variables: { bodyId, year } });
      const importId = begun.data!.beginImport;
      let sent = 0;
      for (const part of partsOf(cells)) {
        setStanding({ step: "SENDING", sent, all: cells.length });
        await client.mutate({ mutation: SendImportCellsDocument, variables: { importId, cells: part } });
        sent += part.length;
      }
      setStanding({ step: "SENDING", sent, all: cells.length });
      await preview(importId);
    } catch (error) {
      fail(error);
    }
  };
  const confirm = async (importId: string, count: number) => {
    try {
      setStanding({ step: "WRITING", count });
      const { data } = await client.mutate({ mutation: ConfirmImportDocument, variables: { importId } });
      const { saved, faults } = data!.confirmImport;
      // Somebody has measured meanwhile: what there is now to see is another preview.
      if (faults.length > 0) return await preview(importId);
      setStanding({ step: "DONE", count: saved });
      onWritten();
    } catch (error) {
      fail(error);
    }
  };
  return { standing, read, confirm, stop: () => setStanding({ step: "IDLE" }) };
}
