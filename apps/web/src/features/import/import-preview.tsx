import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Notice } from "../../ui/notice.tsx";
import { type Choice, proposedChoice } from "./choices.ts";
import { ImportPart } from "./import-part.tsx";
import type { ImportTarget } from "./import-targets.ts";
import { lostKinds } from "./not-kept.ts";
import type { ReadyFile } from "./use-import-file.ts";

interface Props {
  readonly file: ReadyFile;
  readonly targets: readonly ImportTarget[];
  readonly isOnly: boolean;
  readonly isWriting: boolean;
  /** What stood in the way when it was to be written; nothing was. */
  readonly problem: string | null;
  readonly onConfirm: (choices: readonly Choice[]) => void;
  readonly onStop: () => void;
}

/** Where each part of a file goes, and what of it could not be kept; nothing is written yet. */
export function ImportPreview({ file, targets, isOnly, isWriting, problem, onConfirm, onStop }: Props) {
  const { t } = useTranslation();
  const [choices, setChoices] = useState<readonly Choice[]>(() =>
    file.parts.map((part) => proposedChoice(part, targets, isOnly)),
  );
  const count = new Set(choices.flatMap(({ target }) => target?.key ?? [])).size;
  const lost = lostKinds.filter((kind) => (file.notKept[kind] ?? 0) > 0);
  return (
    <section aria-labelledby="import-preview">
      <h2 id="import-preview">{t("import.preview", { file: file.name })}</h2>
      <p role="status">
        {t("import.summary", { count: file.parts.length, into: count })}
        {count === 0 && ` ${t("import.nothingChosen")}`}
      </p>
      {(lost.length > 0 || file.mere.length > 0) && (
        <Notice kind="warning">
          <p>{t("import.notKept.title")}</p>
          <ul>
            {lost.map((kind) => (
              <li key={kind}>{t(`import.notKept.${kind}`, { count: file.notKept[kind] })}</li>
            ))}
            {file.mere.length > 0 && (
              <li>{t("import.notKept.mere", { headings: file.mere.join("»; «") })}</li>
            )}
          </ul>
        </Notice>
      )}
      {file.parts.map((part, index) => (
        <ImportPart
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a file stay in their order.
          key={index}
          part={part}
          targets={targets}
          isOnly={isOnly}
          choice={choices[index]!}
          onChoose={(choice) => setChoices(choices.map((one, place) => (place === index ? choice : one)))}
        />
      ))}
      {problem && (
        <Notice kind="danger" role="alert">
          {problem}
        </Notice>
      )}
      {isWriting && <p role="status">{t("import.writing")}</p>}
      <div className="confirm-dialog-answers">
        <button
          type="button"
          className="btn btn-primary"
          aria-disabled={isWriting}
          onClick={() => void (isWriting || onConfirm(choices))}
        >
          {t("import.confirm", { count })}
        </button>
        <button type="button" className="btn btn-outline-primary" onClick={onStop}>
          {t("people.cancel")}
        </button>
      </div>
    </section>
  );
}
