import { type FormEvent, useId } from "react";
import { useTranslation } from "react-i18next";

interface Props {
  readonly search: string;
  readonly onSearch: (search: string) => void;
}

/** One field for all of the catalogue. */
export function CatalogueSearch({ search, onSearch }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSearch(String(new FormData(event.currentTarget).get("search") ?? "").trim());
  };
  return (
    // Anew when the address says something else: who goes back sees what they had looked for.
    <search key={search}>
      <form className="strategy-filters" onSubmit={submit}>
        <div className="field">
          <label htmlFor={id}>{t("catalogue.search")}</label>
          <input
            id={id}
            name="search"
            type="search"
            className="form-control"
            maxLength={100}
            defaultValue={search}
          />
        </div>
        <button type="submit" className="btn btn-primary">
          {t("catalogue.find")}
        </button>
        {search !== "" && (
          <button type="button" className="btn btn-outline-primary" onClick={() => onSearch("")}>
            {t("catalogue.clear")}
          </button>
        )}
      </form>
    </search>
  );
}
