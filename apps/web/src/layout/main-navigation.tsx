import { isAuditor, isReviewer, myExportsPath } from "@upiao/domain";
import { useTranslation } from "react-i18next";
import { NavLink } from "react-router";
import { OutboxLink } from "../features/notification/outbox-link.tsx";
import { RemarkLinks } from "../features/remark/remark-links.tsx";
import { ledProvinces } from "../features/territory/led-territories.ts";
import { useSession } from "../session/session.ts";
import { bodyTitle } from "../ui/body-title.ts";

/** The ways to the pages that are not found through another one. */
export function MainNavigation() {
  const { t } = useTranslation();
  const { user } = useSession();
  if (!user) return null;
  const administered = user.memberships.filter(({ role }) => role === "ADMIN").map(({ body }) => body);
  return (
    <nav className="main-navigation" aria-label={t("site.navigation")}>
      <ul>
        <li>
          <NavLink to="/" end>
            {t("site.desk")}
          </NavLink>
        </li>
        <li>
          <NavLink to="/piano-triennale">{t("strategy.short")}</NavLink>
        </li>
        <NavItem to="/catalogo" words={t("catalogue.title")} />
        <li>
          <NavLink to="/polo">{t("hub.title")}</NavLink>
        </li>
        <li>
          <NavLink to="/calendario">{t("calendar.title")}</NavLink>
        </li>
        {isReviewer(user.memberships) && (
          <li>
            <NavLink to="/revisione">{t("review.title")}</NavLink>
          </li>
        )}
        {isAuditor(user.memberships) && (
          <li>
            <NavLink to="/controllo">{t("review.auditTitle")}</NavLink>
          </li>
        )}
        {ledProvinces(user.memberships).length > 0 && (
          <NavItem to="/territorio" words={t("territory.title")} />
        )}
        <RemarkLinks />
        {administered.map((body) => (
          <li key={body.id}>
            <NavLink to={`/enti/${body.id}/persone`}>
              {administered.length === 1
                ? t("site.people")
                : t("site.peopleOf", { body: bodyTitle(body, t) })}
            </NavLink>
          </li>
        ))}
        {administered.length > 0 && <OutboxLink />}
        <NavItem to={myExportsPath} words={t("export.mine")} />
        <li>
          <NavLink to="/profilo">{t("site.account")}</NavLink>
        </li>
      </ul>
    </nav>
  );
}

function NavItem({ to, words }: { readonly to: string; readonly words: string }) {
  return (
    <li>
      <NavLink to={to}>{words}</NavLink>
    </li>
  );
}
