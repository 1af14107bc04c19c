import { Header, Headers } from "design-react-kit";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { NotificationBell } from "../features/notification/notification-bell.tsx";
import { Brand } from "./brand.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { MainNavigation } from "./main-navigation.tsx";
import { PersonMenu } from "./person-menu.tsx";

interface Props {
  readonly isCompact: boolean;
}

/** The header of the design system for Italian public bodies: the slim strip, and under it the brand. */
export function SiteHeader({ isCompact }: Props) {
  const { t } = useTranslation();
  return (
    <header>
      <Headers>
        <Header type="slim">
          <div className="container-xxl site-strip">
            {isCompact ? (
              <Link className="site-strip-brand" to="/">
                UPIAO
              </Link>
            ) : (
              <span className="site-strip-words">{t("site.strip")}</span>
            )}
            <LanguageSwitch />
            <NotificationBell />
            <PersonMenu />
          </div>
        </Header>
        {!isCompact && (
          <Header type="center" small>
            <div className="container-xxl site-brand-row">
              <Brand />
              <MainNavigation />
            </div>
          </Header>
        )}
      </Headers>
    </header>
  );
}
