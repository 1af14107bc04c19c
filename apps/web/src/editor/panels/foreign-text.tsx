import { plainText } from "@upiao/document";
import { useCallback, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import type { Sitting } from "../sitting/sitting.ts";
import { ReloadNotice } from "./refusal-notice.tsx";

/** A text that this release cannot show, as plain lines: nothing that is shown so can be changed. */
export function ForeignText({ sitting }: { sitting: Sitting }) {
  const { t } = useTranslation();
  const subscribe = useCallback(
    (listener: () => void) => {
      sitting.doc.on("update", listener);
      return () => sitting.doc.off("update", listener);
    },
    [sitting],
  );
  const text = useSyncExternalStore(subscribe, () => plainText(sitting.fragment));
  return (
    <>
      <ReloadNotice sentence={t("editor.foreign")} />
      <div className="section-text section-text--plain">{text}</div>
    </>
  );
}
