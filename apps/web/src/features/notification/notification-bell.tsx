import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useSession } from "../../session/session.ts";
import { Icon } from "../../ui/icon.tsx";
import { useLiveUnread, useUnread } from "./use-unread.ts";

/** Numbers beyond it say no more than «many», and move what stands beside. */
const mostShown = 99;

/** The way to what one is told, with how much of it is unread: live. */
export function NotificationBell() {
  return useSession().user ? <Bell /> : null;
}

function Bell() {
  const { t } = useTranslation();
  useLiveUnread();
  const unread = useUnread();
  const count = unread?.count ?? 0;
  return (
    <>
      <Link
        to="/avvisi"
        className="notification-bell"
        aria-label={count > 0 ? t("notification.bell", { count }) : t("notification.title")}
      >
        <Icon name="bell" className="icon-sm icon-white" />
        {count > 0 && (
          <span className="notification-bell-count" aria-hidden="true">
            {count > mostShown ? `${mostShown}+` : count}
          </span>
        )}
      </Link>
      <span className="visually-hidden" role="status">
        {useRise(unread) && t("notification.new", { count })}
      </span>
    </>
  );
}

/** Whether something has come since the page was opened and is still unread. */
function useRise(unread: { readonly count: number; readonly lastAt: string | null } | null): boolean {
  const first = useRef<string | null | undefined>(undefined);
  const [hasRisen, setRisen] = useState(false);
  useEffect(() => {
    if (!unread) return;
    if (first.current === undefined) first.current = unread.lastAt;
    else setRisen(unread.count > 0 && unread.lastAt !== first.current);
  }, [unread]);
  return hasRisen;
}
