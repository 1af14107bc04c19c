import { useTranslation } from "react-i18next";

export function SiteFooter() {
  const { t } = useTranslation();
  return (
    <footer className="site-footer">
      <div className="container-xxl">
        <p className="site-footer-name">UPIAO</p>
        <p>{t("site.about")}</p>
        <p>
          <a href="/pubblico">{t("site.portal")}</a>
        </p>
        <p className="site-footer-licence">{t("site.licence")}</p>
      </div>
    </footer>
  );
}
