import { useTranslation } from "react-i18next";
import { Link } from "react-router";

/** The name of the platform, which leads to the desk. */
export function Brand() {
  const { t } = useTranslation();
  return (
    <Link className="site-brand" to="/">
      <svg className="site-brand-mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
        <rect width="32" height="32" rx="7" fill="#fff" />
        <path fill="#06c" d="M7 7h4v10a5 5 0 0 0 10 0V7h4v10a9 9 0 0 1-18 0z" />
        <path fill="#06c" opacity=".6" d="M14.5 7h3v9h-3z" />
      </svg>
      <span>
        <span className="site-brand-name">UPIAO</span>
        <span className="site-brand-tagline">{t("site.tagline")}</span>
      </span>
    </Link>
  );
}
