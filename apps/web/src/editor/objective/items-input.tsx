import { codesIn, faultOfField, longestField } from "@upiao/document";
import { useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Combobox } from "../../ui/combobox.tsx";
import { ToVerify } from "../../ui/to-verify.tsx";
import { FieldNote } from "./field-note.tsx";
import { FoundStatus, LinkOption } from "./link-option.tsx";
import { matchChoices } from "./match-choices.ts";
import { useLastMoment } from "./use-field-draft.ts";
import { useLinkChoices } from "./use-link-choices.ts";

interface Props {
  readonly label: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Given how the codes change that stand there at that moment: another may have added one since they were shown. */
  readonly onChange: (change: (codes: readonly string[]) => readonly string[]) => void;
}

/** The items of the Piano triennale that an objective serves: chosen from a list, or typed. */
export function ItemsInput({ label, attributes, onChange }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const [isLooking, setLooking] = useState(false);
  const { known, refresh } = useLinkChoices("items");
  const codes = codesIn(attributes, "items");
  const fault = faultOfField("items", attributes, known);
  const found = known && isLooking ? matchChoices(known.values(), typed, (code) => codes.includes(code)) : [];

  const add = (text: string) => {
    const added = codesIn({ items: text }, "items");
    setTyped("");
    if (added.length > 0) onChange((now) => [...new Set([...now, ...added])]);
  };
  const remove = (code: string) => {
    onChange((now) => now.filter((one) => one !== code));
    input.current?.focus();
  };
  /** What was typed to look for an item is no code: only Enter makes one of it. */
  const leave = () => {
    if (known === null || codesIn({ items: typed }, "items").every((code) => known.has(code))) add(typed);
  };
  useLastMoment(leave);

  return (
    <div className="objective-field objective-field--items combobox">
      <label id={`${id}-label`} htmlFor={id}>
        {label}
      </label>
      {codes.length > 0 && (
        <ul className="link-chips" aria-labelledby={`${id}-label`}>
          {codes.map((code) => {
            const item = known?.get(code);
            return (
              <li key={code} className={`link-chip ${known && !item ? "link-chip--unknown" : ""}`}>
                <span>
                  <strong>{code}</strong> {item && <span lang="it">{item.title}</span>}{" "}
                  {item && !item.isVerified && <ToVerify />}
                </span>
                <button
                  type="button"
                  className="link-chip__remove"
                  aria-label={t("objective.removeCode", { code })}
                  onClick={() => remove(code)}
                >
                  <span aria-hidden="true">×</span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
      <Combobox
        id={id}
        inputRef={input}
        labelledBy={`${id}-label`}
        className="form-control form-control-sm"
        maxLength={longestField}
        typed={typed}
        found={found}
        keyOf={({ code }) => code}
        aria-invalid={fault !== null}
        aria-describedby={`${id}-told`}
        onType={setTyped}
        onChoose={({ code }) => add(code)}
        onEnter={() => add(typed)}
        onFocus={() => {
          setLooking(true);
          refresh();
        }}
        onBlur={() => {
          setLooking(false);
          leave();
        }}
        onEscape={() => setTyped("")}
      >
        {(choice) => <LinkOption choice={choice} />}
      </Combobox>
      <FieldNote id={`${id}-told`} fault={fault} hint={t("objective.itemsHint")} />
      <FoundStatus typed={typed} found={found} isKnown={known !== null} />
    </div>
  );
}
