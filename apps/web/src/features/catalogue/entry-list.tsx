import { useTranslation } from "react-i18next";
import type { CatalogueListFragment } from "../../generated/graphql.ts";
import { ToVerify } from "../../ui/to-verify.tsx";

interface Props {
  readonly list: CatalogueListFragment;
  /** Those of its entries that are looked for. */
  readonly shown: CatalogueListFragment["entries"];
}

/** Entries of one origin, with where they come from. */
export function EntryList({ list: { edition, source, verified }, shown }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <p className="strategy-edition">
        {t("catalogue.edition", { edition })} · {t("catalogue.source")}: <span lang="en">{source}</span>{" "}
        {!verified && <ToVerify />}
      </p>
      <ul className="strategy-items">
        {shown.map(({ code, title, description }) => (
          <li key={code} lang="it">
            <h3>{title}</h3>
            <p>{description}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
