import { Breadcrumb, BreadcrumbItem } from "design-react-kit";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

export interface Step {
  readonly words: string;
  /** Without: it is no page. */
  readonly to?: string;
}

/** The way from the desk to this page. */
export function Trail({ steps }: { readonly steps: readonly Step[] }) {
  const { t } = useTranslation();
  const all: Step[] = [{ words: t("site.desk"), to: "/" }, ...steps];
  return (
    <Breadcrumb aria-label={t("site.trail")}>
      {all.map(({ words, to }, index) => (
        <BreadcrumbItem key={words} active={to === undefined}>
          {to ? <Link to={to}>{words}</Link> : words}
          {index < all.length - 1 && <span className="separator">/</span>}
        </BreadcrumbItem>
      ))}
    </Breadcrumb>
  );
}
