import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { NotificationLineFragment } from "../../generated/graphql.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { Moment } from "../../ui/moment.tsx";
import { sentenceOf } from "./sentence-of.ts";

interface Props {
  readonly notification: NotificationLineFragment;
  readonly onRead: (id: string) => void;
}

/** One thing that I was told. Following it is reading it. */
export function NotificationItem({ notification, onRead }: Props) {
  const { t } = useTranslation();
  const { id, at, readAt, path } = notification;
  const sentence = sentenceOf(notification, t, useLanguage());
  const isUnread = readAt == null;
  return (
    <li className={`notification-item ${isUnread ? "notification-item-unread" : ""}`}>
      <div>
        {path ? (
          <Link to={path} onClick={() => isUnread && onRead(id)}>
            {sentence}
          </Link>
        ) : (
          <span>{sentence}</span>
        )}
        <p className="notification-item-when">
          {isUnread && <strong>{t("notification.unread")}</strong>} <Moment iso={at} />
        </p>
      </div>
      {isUnread && (
        <button
          type="button"
          className="btn btn-outline-primary btn-sm"
          aria-label={t("notification.markReadOf", { sentence })}
          onClick={() => onRead(id)}
        >
          {t("notification.markRead")}
        </button>
      )}
    </li>
  );
}
