import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";

/** Says that the browser has no network. */
export function OfflineBanner() {
  const { t } = useTranslation();
  const isOnline = useSyncExternalStore(onChange, () => navigator.onLine);
  // Always there, so that a screen reader hears what enters it.
  return (
    <div role="status">
      {!isOnline && <p className="offline-banner container-xxl">{t("site.offline")}</p>}
    </div>
  );
}

function onChange(listener: () => void): () => void {
  addEventListener("online", listener);
  addEventListener("offline", listener);
  return () => {
    removeEventListener("online", listener);
    removeEventListener("offline", listener);
  };
}
