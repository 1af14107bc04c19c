import { type KeyboardEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../i18n/use-language.ts";
import { bodyTitle } from "../../ui/body-title.ts";
import { Icon } from "../../ui/icon.tsx";
import { endedWords } from "./ended-words.ts";
import type { FoundBody } from "./use-found-bodies.ts";

interface Props {
  readonly labelledBy: string;
  readonly typed: string;
  readonly found: readonly FoundBody[];
  readonly onType: (text: string) => void;
  readonly onChoose: (body: FoundBody) => void;
}

/** A field with a list of what matches, after the combobox of ARIA 1.2: the focus stays in the field, and the arrows
 *  move a mark through the list. */
export function BodyCombobox({ labelledBy, typed, found, onType, onChoose }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [marked, setMarked] = useState(-1);
  const isShown = isOpen && found.length > 0;
  const at = isShown && marked < found.length ? marked : -1;

  const choose = (body: FoundBody) => {
    setOpen(false);
    onChoose(body);
  };
  const move = (to: number) => {
    setOpen(true);
    setMarked(found.length === 0 ? -1 : (to + found.length) % found.length);
  };
  /** Whether the key was for the list, and not for the field. */
  const takesKey = (key: string): boolean => {
    const body = found[at];
    if (key === "ArrowDown") move(at + 1);
    else if (key === "ArrowUp") move(at < 0 ? -1 : at - 1);
    else if (key === "Enter" && body) choose(body);
    else if (key === "Escape" && isShown) setOpen(false);
    else if (key === "Escape") onType("");
    else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (takesKey(event.key)) event.preventDefault();
  };

  return (
    <div className="body-combobox">
      <div className="body-combobox-field">
        <Icon name="search" className="icon-sm" />
        <input
          type="text"
          role="combobox"
          aria-labelledby={labelledBy}
          aria-describedby={`${id}-hint`}
          aria-expanded={isShown}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={at < 0 ? undefined : `${id}-${at}`}
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
          value={typed}
          onChange={(event) => {
            setOpen(true);
            setMarked(-1);
            onType(event.target.value);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => setOpen(false)}
        />
      </div>
      <small id={`${id}-hint`} className="form-text">
        {t("body.searchHint")}
      </small>
      <div
        id={`${id}-list`}
        className="body-combobox-list"
        role="listbox"
        aria-labelledby={labelledBy}
        hidden={!isShown}
      >
        {found.map((body, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which keeps the focus.
          <div
            key={body.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            // The field would lose the focus, and the list close under the pointer.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(body)}
          >
            <span lang="it">{bodyTitle(body, t)}</span>
            <span className="body-combobox-codes">
              {[body.provinceSign, body.istatCode, body.ipaCode, body.cadastralCode]
                .filter(Boolean)
                .join(" · ")}
            </span>
            {body.endedOn && <span className="body-combobox-codes">{endedWords(body, t, language)}</span>}
          </div>
        ))}
      </div>
    </div>
  );
}
