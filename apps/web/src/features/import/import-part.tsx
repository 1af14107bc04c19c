import { importModes } from "@upiao/document";
import { guessPlace } from "@upiao/domain";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { ChoiceField } from "../../ui/choice-field.tsx";
import type { Choice } from "./choices.ts";
import type { ImportTarget } from "./import-targets.ts";
import { type FilePart, linesOf } from "./split-parts.ts";
import { wordsIn } from "./words-in.ts";

interface Props {
  readonly part: FilePart;
  readonly targets: readonly ImportTarget[];
  /** All of it goes into one section. */
  readonly isOnly: boolean;
  readonly choice: Choice;
  readonly onChoose: (choice: Choice) => void;
}

/** More nobody reads before it stands in its section. */
const mostLines = 200;

/** A part of a file: what it says, where it goes, and what becomes of what stands there. */
export function ImportPart({ part, targets, isOnly, choice, onChoose }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const lines = linesOf(part.blocks);
  const guessed = isOnly ? null : guessPlace(part.heading, targets);
  const tables = part.blocks.filter(({ type }) => type === "table").length;
  const title = isOnly ? t("import.whole") : part.heading || t("import.before");
  return (
    <section aria-labelledby={id} className="import-part">
      <h3 id={id} className="h5" lang="it">
        {title}
      </h3>
      <p>{t("import.size", { words: wordsIn(lines), blocks: part.blocks.length, tables })}</p>
      {!isOnly && (
        <ChoiceField<string | null>
          label={t("import.where", { part: title })}
          value={choice.target?.key ?? null}
          options={[
            { value: null, words: t("import.nowhere") },
            ...targets.map((target) => ({ value: target.key, words: wordsOf(target) })),
          ]}
          onChoose={(key) =>
            onChoose({ ...choice, target: targets.find((target) => target.key === key) ?? null })
          }
        />
      )}
      {choice.target === null && guessed && !guessed.isBlank && (
        <p>{t("import.guessed", { section: wordsOf(guessed) })}</p>
      )}
      {choice.target && !choice.target.isBlank && (
        <ChoiceField
          label={t("import.standing", { section: choice.target.title })}
          value={choice.mode}
          options={importModes.map((mode) => ({ value: mode, words: t(`import.mode.${mode}`) }))}
          onChoose={(mode) => onChoose({ ...choice, mode })}
        />
      )}
      <details>
        <summary>{t("import.show")}</summary>
        <div className="import-part-text" lang="it">
          {lines.slice(0, mostLines).map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a text stay in their order.
            <p key={index} dir="auto">
              {line.isHeading ? <strong>{line.words}</strong> : line.words}
            </p>
          ))}
        </div>
        {lines.length > mostLines && <p>{t("import.more", { count: lines.length - mostLines })}</p>}
      </details>
    </section>
  );

  function wordsOf({ number, title, sectionId, isBlank }: ImportTarget): string {
    const named = number === "" ? title : `${number} ${title}`;
    if (sectionId === null) return t("import.newSection", { section: named });
    return isBlank ? named : t("import.filledSection", { section: named });
  }
}
