import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { PageHeading } from "../ui/page-heading.tsx";

/** For an address that leads nowhere, and for what one may not see: the two look the same. */
export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <div className="container narrow-page">
      <PageHeading title={t("notFound.title")} />
      <p>{t("notFound.text")}</p>
      <p>
        <Link className="btn btn-primary" to="/">
          {t("problem.toDesk")}
        </Link>
      </p>
    </div>
  );
}
