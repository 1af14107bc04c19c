import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { serverReach } from "../offline/server-reach.ts";

/** Says that the server cannot be asked, so that what stands here may be old. */
export function OfflineBanner() {
  const { t } = useTranslation();
  const isReached = useSyncExternalStore(serverReach.subscribe, serverReach.get);
  // Always there, so that a screen reader hears what enters it.
  return (
    <div role="status">
      {!isReached && <p className="offline-banner container-xxl">{t("site.offline")}</p>}
    </div>
  );
}
