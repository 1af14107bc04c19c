import { useQuery } from "@apollo/client/react";
import { useDeferredValue, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../generated/gql.ts";

const Bodies = graphql(`
  query Bodies($search: String!) {
    bodies(search: $search, first: 8) {
      id
      name
      type
      provinceSign
      istatCode
      ipaCode
    }
  }
`);

/** Finds any body of Italy while typing, by name or code. */
export function BodySearch() {
  const { t } = useTranslation();
  const ids = { field: useId(), hint: useId() };
  const [typed, setTyped] = useState("");
  const search = useDeferredValue(typed.trim());
  const { data, previousData } = useQuery(Bodies, { variables: { search }, skip: search.length < 2 });
  const found = search.length < 2 ? [] : ((data ?? previousData)?.bodies ?? []);

  return (
    <section aria-labelledby={`${ids.field}-title`}>
      <h2 id={`${ids.field}-title`}>{t("bodies.title")}</h2>
      <label htmlFor={ids.field}>{t("bodies.label")}</label>
      <input
        id={ids.field}
        type="search"
        autoComplete="off"
        aria-describedby={ids.hint}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <p id={ids.hint} className="section-list__facts" role="status">
        {search.length < 2 ? t("bodies.hint") : t("bodies.found", { count: found.length })}
      </p>
      <ul className="plain-list">
        {found.map((body) => (
          <li key={body.id}>
            <strong>{body.name}</strong> {body.provinceSign && `(${body.provinceSign})`}
            <br />
            <span className="section-list__facts">
              {t(`bodyType.${body.type}`)} · ISTAT {body.istatCode}
              {body.ipaCode && ` · IPA ${body.ipaCode}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
