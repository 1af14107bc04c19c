import type { ReactNode } from "react";
import { iconAddress, sheetAddress } from "../static/static-files.ts";
import { usePage } from "./page-context.ts";

export interface Step {
  readonly name: string;
  readonly path: string;
}

interface Props {
  readonly title: string;
  /** What the trail calls the page, where its title says more. */
  readonly here?: string;
  /** What search engines show of the page. */
  readonly description?: string;
  /** The pages above this one, below the portal's own; none: this is the portal's own. */
  readonly trail?: readonly Step[];
  /** In the bar above all: the Province, the Region. */
  readonly above?: string | null;
  /** Where this page is found for good, where that is not here. */
  readonly canonical?: string;
  /** Results, comparisons: no page that others should list. */
  readonly isListed?: boolean;
  readonly children: ReactNode;
}

/** What every page has around its content. */
export function Frame({
  title,
  here = title,
  description,
  trail,
  above,
  canonical,
  isListed = true,
  children,
}: Props): ReactNode {
  const { language, words, site, path, href, inOtherLanguage } = usePage();
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <title>{`${title} · ${words.portal}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="description" content={description ?? words.slogan} />
        {!isListed && <meta name="robots" content="noindex, follow" />}
        {isListed && <link rel="canonical" href={site + (canonical ?? path)} />}
        <link rel="stylesheet" href={sheetAddress} />
        <link rel="icon" href={iconAddress} type="image/svg+xml" />
        <link
          rel="alternate"
          type="application/atom+xml"
          title={words.feed.title}
          href="/pubblico/novita.atom"
        />
      </head>
      <body>
        <a className="skip" href="#contenuto">
          {words.skip}
        </a>
        <header>
          <div className="slim">
            <div className="wide">
              <span>{above ?? words.slogan}</span>{" "}
              <span className="slim-links">
                <a
                  href={inOtherLanguage}
                  hrefLang={language === "it" ? "en" : "it"}
                  lang={language === "it" ? "en" : "it"}
                >
                  {words.otherLanguage}
                </a>{" "}
                <a href="/">{words.desk}</a>
              </span>
            </div>
          </div>
          <div className="brand">
            <div className="wide">
              <a href={href("/pubblico")}>{words.portal}</a>
            </div>
          </div>
          <nav className="menu" aria-label={words.menu}>
            <ul className="wide">
              {(
                [
                  ["/pubblico", words.home],
                  ["/pubblico/cerca", words.search],
                  ["/pubblico/confronta", words.compareTwo],
                  ["/pubblico/verifica", words.verify],
                ] as const
              ).map(([to, name]) => (
                <li key={to}>
                  <a href={href(to)} aria-current={to === path ? "page" : undefined}>
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </header>
        {trail && (
          <nav className="trail wide" aria-label={words.trail}>
            <ol>
              {[{ name: words.home, path: "/pubblico" }, ...trail].map((step) => (
                <li key={step.path}>
                  <a href={href(step.path)}>{step.name}</a>
                </li>
              ))}
              <li aria-current="page">{here}</li>
            </ol>
          </nav>
        )}
        <main id="contenuto" className="wide" tabIndex={-1}>
          {children}
        </main>
        <footer>
          <div className="wide">
            <nav aria-label={words.footerLinks}>
              <ul>
                {(
                  [
                    ["/pubblico/accessibilita", words.accessibility],
                    ["/pubblico/note", words.notes],
                    ["/pubblico/dati", words.openData],
                    ["/pubblico/novita.atom", words.news],
                  ] as const
                ).map(([to, name]) => (
                  <li key={to}>
                    <a href={to.endsWith(".atom") ? to : href(to)}>{name}</a>
                  </li>
                ))}
              </ul>
            </nav>
            <p>
              {words.licence}{" "}
              <a href="https://creativecommons.org/licenses/by/4.0/deed.it" rel="license">
                CC BY 4.0
              </a>
              .
            </p>
          </div>
        </footer>
      </body>
    </html>
  );
}
