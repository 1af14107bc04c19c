import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { PageHeading } from "../../ui/page-heading.tsx";

/** Instead of what stood above a text that this person may not see any more. */
export function LostSection() {
  const { t } = useTranslation();
  return (
    <div className="section-head">
      <PageHeading title={t("section.lost")} className="section-head-title" />
      <p role="alert">{t("section.lostWhy")}</p>
      <p>
        <Link className="btn btn-primary" to="/">
          {t("problem.toDesk")}
        </Link>
      </p>
    </div>
  );
}
