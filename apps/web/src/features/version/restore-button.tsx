import { useMutation } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { problemOf } from "../../api/problem.ts";
import { useProblemSentence } from "../../api/problem-sentence.ts";
import { RestoreVersionDocument, type VersionLineFragment } from "../../generated/graphql.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { versionTitle } from "./version-words.ts";

interface Props {
  readonly version: VersionLineFragment;
  readonly describedBy: string;
}

/** Brings a version back, after asking: it changes what others are reading. What stood before was kept, and is offered
 *  right after. */
export function RestoreButton({ version, describedBy }: Props) {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  const [isAsking, setAsking] = useState(false);
  const [before, setBefore] = useState<VersionLineFragment | null>(null);
  const [restore, { loading, error }] = useMutation(RestoreVersionDocument, {
    // Shown below, where the button is.
    onError: () => {},
  });
  const bringBack = async (id: string) => {
    const { data } = await restore({ variables: { id } });
    if (data) setBefore(id === version.id ? data.restoreVersion : null);
  };
  const title = versionTitle(version, t);
  return (
    <>
      <button
        type="button"
        className="btn btn-outline-primary btn-sm"
        aria-disabled={loading}
        aria-describedby={describedBy}
        onClick={() => void (loading || setAsking(true))}
      >
        {t("version.restore")}
      </button>
      {isAsking && (
        <ConfirmDialog
          question={t("version.restoreQuestion", { title })}
          effect={t("version.restoreEffect")}
          answer={t("version.restore")}
          onConfirm={() => void bringBack(version.id)}
          onClose={() => setAsking(false)}
        />
      )}
      <div role="status" className="version-restored">
        {before && (
          <>
            <span>{t("version.restored", { title })}</span>
            <button
              type="button"
              className="btn btn-outline-primary btn-sm"
              aria-disabled={loading}
              onClick={() => void (loading || bringBack(before.id))}
            >
              {t("version.undoRestore")}
            </button>
          </>
        )}
      </div>
      {error && (
        <p role="alert" className="field-fault">
          {sentence(problemOf(error))}
        </p>
      )}
    </>
  );
}
