import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../i18n/use-language.ts";
import { bodyTitle } from "../../ui/body-title.ts";
import { Combobox } from "../../ui/combobox.tsx";
import { Icon } from "../../ui/icon.tsx";
import { endedWords } from "./ended-words.ts";
import type { FoundBody } from "./use-found-bodies.ts";

interface Props {
  readonly labelledBy: string;
  readonly typed: string;
  readonly found: readonly FoundBody[];
  readonly onType: (text: string) => void;
  readonly onChoose: (body: FoundBody) => void;
  /** Where it stands in a form. */
  readonly id?: string;
  readonly describedBy?: string | undefined;
  readonly isInvalid?: boolean;
}

/** A field with a list of the bodies that match. */
export function BodyCombobox({ id, describedBy, isInvalid, ...search }: Props) {
  const { onType } = search;
  const { t } = useTranslation();
  const language = useLanguage();
  const hint = useId();
  return (
    <div className="combobox combobox--search">
      <Icon name="search" className="icon-sm" />
      <Combobox
        {...search}
        id={id}
        className={isInvalid ? "is-invalid" : undefined}
        aria-invalid={isInvalid}
        aria-describedby={describedBy ? `${describedBy} ${hint}` : hint}
        maxLength={100}
        keyOf={({ id }) => id}
        onEscape={() => onType("")}
      >
        {(body) => (
          <>
            <span lang="it">{bodyTitle(body, t)}</span>
            <span className="combobox-facts">
              {[body.provinceSign, body.istatCode, body.ipaCode, body.cadastralCode]
                .filter(Boolean)
                .join(" · ")}
            </span>
            {body.endedOn && <span className="combobox-facts">{endedWords(body, t, language)}</span>}
          </>
        )}
      </Combobox>
      <small id={hint} className="form-text">
        {t("body.searchHint")}
      </small>
    </div>
  );
}
