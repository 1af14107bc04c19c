import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { languages } from "../i18n/index.ts";
import type { Me } from "../session/use-me.ts";

/** Header, page, footer. */
export function Layout({ me, children }: { me: Me | null; children: ReactNode }) {
  const { t, i18n } = useTranslation();
  return (
    <>
      <a className="skip-link" href="#content">
        {t("layout.skip")}
      </a>
      <header className="site-header">
        <div className="site-header__slim">
          <span>{t("layout.slim")}</span>
          <fieldset className="site-header__languages">
            <legend className="visually-hidden">{t("layout.language")}</legend>
            {languages.map((language) => (
              <button
                key={language}
                type="button"
                lang={language}
                aria-pressed={i18n.language === language}
                onClick={() => void i18n.changeLanguage(language)}
              >
                {t(`layout.languages.${language}`)}
              </button>
            ))}
          </fieldset>
        </div>
        <div className="site-header__brand">
          <Link to="/" className="site-header__name">
            UPIAO
            <small>{t("layout.tagline")}</small>
          </Link>
          {me && (
            <nav aria-label={t("layout.menu")}>
              <Link to="/">{t("desk.title")}</Link>
              <Link to="/profilo">{me.name}</Link>
            </nav>
          )}
        </div>
      </header>
      <main id="content" className="page" tabIndex={-1}>
        {children}
      </main>
      <footer className="site-footer">
        <p>{t("layout.footer")}</p>
      </footer>
    </>
  );
}
