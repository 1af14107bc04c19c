import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useSession } from "../session/session.ts";
import { useSignOut } from "../session/use-sign-out.ts";
import { Icon } from "../ui/icon.tsx";

/** Who has signed in, and the way out. */
export function PersonMenu() {
  const { t } = useTranslation();
  const { user } = useSession();
  const { signOut, isLeaving } = useSignOut();
  if (!user) return null;
  return (
    <div className="person-menu">
      <Link to="/profilo" aria-label={t("site.accountOf", { name: user.name })}>
        <Icon name="user" className="icon-sm icon-white" />
        <span className="person-menu-name">{user.name}</span>
      </Link>
      <button type="button" aria-disabled={isLeaving} onClick={() => void signOut("signedOut")}>
        <Icon name="logout" className="icon-sm icon-white" />
        <span>{t("site.signOut")}</span>
      </button>
    </div>
  );
}
