import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { PresentPerson } from "../sitting/people.ts";

interface Props {
  readonly myName: string;
  readonly others: readonly PresentPerson[];
}

/** Who has the section open now; the colour is that of their caret in the text. */
export function PeopleList({ myName, others }: Props) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <section aria-labelledby={id} className="section-people">
      <h2 id={id} className="section-aside__title">
        {t("editor.people.title")}
      </h2>
      <ul>
        <li>
          <span className="section-people__dot" aria-hidden="true" />
          {t("editor.people.me", { name: myName, interpolation: { escapeValue: false } })}
        </li>
        {others.map(({ id: userId, name, color, role, body }) => (
          <li key={userId}>
            <span className="section-people__dot" aria-hidden="true" style={{ backgroundColor: color }} />
            <span>
              {name}
              <small>{[role && t(`editor.role.${role}`), body].filter(Boolean).join(", ")}</small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
