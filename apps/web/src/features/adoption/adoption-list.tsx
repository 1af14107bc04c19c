import { citeAct } from "@upiao/domain";
import { useTranslation } from "react-i18next";
import type { AdoptionLineFragment } from "../../generated/graphql.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { Moment } from "../../ui/moment.tsx";
import { type Column, StackingTable } from "../../ui/stacking-table.tsx";
import "./adoption.css";

/** How a plan was adopted and amended, and where everybody reads it. */
export function AdoptionList({ adoptions }: { readonly adoptions: readonly AdoptionLineFragment[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (adoptions.length === 0) return null;
  const columns: readonly [Column<AdoptionLineFragment>, ...Column<AdoptionLineFragment>[]] = [
    {
      key: "what",
      words: t("adoption.what"),
      cell: ({ amendment: number }) =>
        number === 0 ? t("adoption.name_first") : t("adoption.name_amendment", { number }),
    },
    {
      key: "act",
      words: t("adoption.act.kind"),
      cell: ({ actKind: kind, actNumber: number, actDay: day, reason }) => (
        <>
          {citeAct({ kind, number, day }, language)}
          {reason && (
            <small className="adoption-reason" lang="it">
              {reason}
            </small>
          )}
        </>
      ),
    },
    {
      key: "published",
      words: t("adoption.published"),
      cell: ({ publishedAt, publicPath }) =>
        publishedAt && publicPath ? (
          <>
            <Moment iso={publishedAt} />{" "}
            <a href={publicPath} className="adoption-link">
              {t("adoption.read")}
            </a>
          </>
        ) : (
          t("adoption.notYet")
        ),
    },
    {
      key: "hash",
      words: t("adoption.hash"),
      cell: ({ sha256 }) => <code className="adoption-hash">{sha256}</code>,
    },
  ];
  return (
    <section aria-label={t("adoption.title")} className="adoptions">
      <StackingTable
        caption={t("adoption.title")}
        columns={columns}
        rows={adoptions}
        keyOf={({ id }) => id}
      />
    </section>
  );
}
