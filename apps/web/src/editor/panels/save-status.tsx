import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SittingView } from "../sitting/sitting.ts";

/** What is true of the text now, in sight on every screen. */
export function SaveStatus({ view }: { view: SittingView }) {
  const { t } = useTranslation();
  const sentence = t(statusKey(view));
  const isPending = view.save.kind === "offline" && view.canWrite && view.hasUnsaved;
  return (
    <div className="section-status" data-state={view.save.kind}>
      <p className="section-status__line">
        <span className="section-status__dot" aria-hidden="true" />
        {sentence}
      </p>
      {isPending && <p className="section-status__more">{t("editor.status.pending")}</p>}
      <p className="visually-hidden" role="status">
        {useAnnouncement(view, sentence)}
      </p>
    </div>
  );
}

function statusKey({ save, canWrite, isKept, phase }: SittingView): string {
  switch (save.kind) {
    case "readOnly":
      return `editor.readOnly.${save.reason || "UNKNOWN"}`;
    case "refused":
      return "editor.status.ended";
    case "offline":
      if (phase !== "open") return "editor.status.connecting";
      if (!canWrite) return "editor.status.offlineReader";
      return isKept ? "editor.status.offline" : "editor.status.offlineNotKept";
    default:
      return `editor.status.${save.kind}`;
  }
}

/** What a screen reader says: not each letter's saving, but when it stops and when it goes on. */
function useAnnouncement({ save: { kind }, phase }: SittingView, sentence: string): string {
  const [said, setSaid] = useState({ wasTrouble: false, sentence: "" });
  const isTrouble = phase === "open" && ["offline", "waiting", "readOnly", "refused"].includes(kind);
  useEffect(() => {
    if (isTrouble) setSaid({ wasTrouble: true, sentence });
    else if (kind === "saved") setSaid((last) => (last.wasTrouble ? { wasTrouble: false, sentence } : last));
  }, [isTrouble, kind, sentence]);
  return said.sentence;
}
