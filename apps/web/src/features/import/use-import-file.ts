import { useApolloClient } from "@apollo/client/react";
import { guessPlace, isTitleOf } from "@upiao/domain";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { problemOf } from "../../api/problem.ts";
import { useProblemSentence } from "../../api/problem-sentence.ts";
import { ImportTextsDocument, type ImportTextsMutation } from "../../generated/graphql.ts";
import { BadFile } from "./bad-file.ts";
import { type Choice, textsToSend } from "./choices.ts";
import type { ImportTarget } from "./import-targets.ts";
import { mostSentBytes } from "./limits.ts";
import type { NotKept } from "./not-kept.ts";
import { type SplitFile, splitParts, wholeFile } from "./split-parts.ts";

/** A file that was read, and stands to be looked at. */
export interface ReadyFile extends SplitFile {
  readonly name: string;
  readonly notKept: NotKept;
}

/** How far an import has come. */
export type ImportStanding =
  | { readonly step: "IDLE" }
  | { readonly step: "READING" }
  | { readonly step: "PREVIEW"; readonly file: ReadyFile; readonly problem: string | null }
  | { readonly step: "WRITING"; readonly file: ReadyFile }
  | { readonly step: "DONE"; readonly sections: ImportTextsMutation["importTexts"] }
  | { readonly step: "FAILED"; readonly sentence: string };

/** Brings a file into sections: it is read here, looked at, and written at once. */
export function useImportFile(planId: string | null, targets: readonly ImportTarget[]) {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  const client = useApolloClient();
  const [standing, setStanding] = useState<ImportStanding>({ step: "IDLE" });

  const read = async (file: File) => {
    try {
      setStanding({ step: "READING" });
      // What reads files comes when it is wanted.
      const { readFile } = await import("./read-file.ts");
      const { blocks, notKept } = await readFile(file);
      const split: SplitFile =
        planId === null
          ? { parts: [wholeFile(blocks, (heading) => isTitleOf(heading, targets[0]!))], mere: [] }
          : splitParts(blocks, (heading) => guessPlace(heading, targets) !== null);
      if (split.parts.length === 0) throw new BadFile("EMPTY");
      setStanding({ step: "PREVIEW", file: { ...split, name: file.name, notKept }, problem: null });
    } catch (error) {
      const words =
        error instanceof BadFile
          ? t(`import.fault.${error.code}`, { most: error.most })
          : sentence(problemOf(error));
      setStanding({ step: "FAILED", sentence: words });
    }
  };
  const write = async (file: ReadyFile, choices: readonly Choice[]) => {
    const parts = textsToSend(file.parts, choices);
    const refuse = (problem: string) => setStanding({ step: "PREVIEW", file, problem });
    if (parts.length === 0) return refuse(t("import.nothingChosen"));
    const bytes = parts.reduce(
      (sum, { content }) => sum + new TextEncoder().encode(JSON.stringify(content)).length,
      0,
    );
    if (bytes > mostSentBytes) return refuse(t("import.tooLong"));
    try {
      setStanding({ step: "WRITING", file });
      const variables = { planId, parts };
      // A text is longer than a question may be.
      const context = { uri: "/graphql/import" };
      const { data } = await client.mutate({ mutation: ImportTextsDocument, variables, context });
      setStanding({ step: "DONE", sections: data!.importTexts });
    } catch (error) {
      refuse(sentence(problemOf(error)));
    }
  };
  return { standing, read, write, stop: () => setStanding({ step: "IDLE" }) };
}
