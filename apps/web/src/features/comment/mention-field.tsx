import { useQuery } from "@apollo/client/react";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { MentionableDocument, type MentionableQuery } from "../../generated/graphql.ts";

type Found = MentionableQuery["mentionable"][number];

export interface Mention {
  readonly id: string;
  readonly name: string;
}

interface Props {
  readonly sectionId: string;
  readonly label: string;
  readonly text: string;
  readonly isFaulty: boolean;
  readonly onText: (text: string) => void;
  readonly onMention: (mention: Mention) => void;
  readonly onSend: () => void;
}

/** What is being named: an @ at the beginning or after a space, and what follows it up to the caret. */
const naming = /(?:^|\s)@([\p{L}'’-]*(?: [\p{L}'’-]*)?)$/u;

/** The field of a comment. An @ opens a list of the people who can read the section: the focus stays in the field, and the
 *  arrows move a mark through the list. */
export function MentionField({ sectionId, label, text, isFaulty, onText, onMention, onSend }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [search, setSearch] = useState<string | null>(null);
  const [marked, setMarked] = useState(0);
  const { data, previousData } = useQuery(MentionableDocument, {
    skip: search === null,
    variables: { sectionId, search: search ?? "" },
  });
  const found = search === null ? [] : ((data ?? previousData)?.mentionable ?? []);
  const at = found.length === 0 ? -1 : Math.min(marked, found.length - 1);

  const lookAt = ({ value, selectionStart }: HTMLTextAreaElement) => {
    setSearch(naming.exec(value.slice(0, selectionStart))?.[1] ?? null);
    setMarked(0);
  };
  const choose = (person: Found) => {
    const field = area.current!;
    const caret = field.selectionStart;
    const begin = caret - (search ?? "").length;
    onText(`${text.slice(0, begin)}${person.name} ${text.slice(caret)}`);
    onMention({ id: person.id, name: person.name });
    setSearch(null);
    const next = begin + person.name.length + 1;
    // React writes the value first.
    requestAnimationFrame(() => field.setSelectionRange(next, next));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) onSend();
    else if (at < 0) return;
    else if (event.key === "ArrowDown") setMarked((at + 1) % found.length);
    else if (event.key === "ArrowUp") setMarked((at + found.length - 1) % found.length);
    else if (event.key === "Enter" || event.key === "Tab") choose(found[at]!);
    else if (event.key === "Escape") setSearch(null);
    else return;
    event.preventDefault();
  };

  return (
    <div className="mention-field">
      <label htmlFor={`${id}-text`}>{label}</label>
      <textarea
        ref={area}
        id={`${id}-text`}
        className={`form-control ${isFaulty ? "is-invalid" : ""}`}
        lang="it"
        rows={3}
        maxLength={8_000}
        value={text}
        aria-invalid={isFaulty}
        aria-describedby={`${id}-hint`}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={`${id}-list`}
        aria-activedescendant={at < 0 ? undefined : `${id}-${at}`}
        onChange={({ target }) => {
          onText(target.value);
          lookAt(target);
        }}
        onKeyDown={onKeyDown}
        onClick={({ currentTarget }) => lookAt(currentTarget)}
        onBlur={() => setSearch(null)}
      />
      <span role="status" className="visually-hidden">
        {search !== null && data && t("comment.mentionFound", { count: found.length })}
      </span>
      <div
        id={`${id}-list`}
        className="mention-field-list"
        role="listbox"
        aria-label={t("comment.mentionList")}
        hidden={at < 0}
      >
        {found.map((person, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which keeps the focus.
          <div
            key={person.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            // The field would lose the focus, and the list close under the pointer.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(person)}
          >
            {person.name} <span className="mention-field-body">{person.bodyName}</span>
          </div>
        ))}
      </div>
      <small id={`${id}-hint`} className="form-text">
        {t("comment.mentionHint")}
      </small>
    </div>
  );
}
