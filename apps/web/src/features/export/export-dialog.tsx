import { type ExportFormat, exportFormats, myExportsPath } from "@upiao/domain";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { ExportInput } from "../../generated/graphql.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { Notice } from "../../ui/notice.tsx";
import { ExportProgress } from "./export-progress.tsx";
import { type ExportStanding, useExport } from "./use-export.ts";
import "./export.css";

interface Props {
  readonly what: ExportInput;
  readonly onClose: () => void;
}

/** Chooses a format, waits for the file and takes it. Whoever closes it before finds the file among theirs. */
export function ExportDialog({ what, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog title={t(`export.title.${what.kind}`)} onClose={onClose}>
      {(close) => <ExportForm what={what} onDone={close} />}
    </Dialog>
  );
}

function ExportForm({ what, onDone }: { readonly what: ExportInput; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  const [format, setFormat] = useState<ExportFormat>("PDF");
  const { standing, start } = useExport(what);
  const isMaking = standing.step === "MAKING";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isMaking) void start(format);
  };
  return (
    <form onSubmit={submit}>
      <fieldset className="export-formats" disabled={isMaking}>
        <legend>{t("export.format")}</legend>
        {exportFormats.map((one) => (
          <div key={one} className="export-format">
            <input
              id={`${id}-${one}`}
              type="radio"
              name={`${id}-format`}
              checked={format === one}
              aria-describedby={`${id}-${one}-hint`}
              onChange={() => setFormat(one)}
            />
            <label htmlFor={`${id}-${one}`}>{t(`export.formats.${one}.name`)}</label>
            <p id={`${id}-${one}-hint`} className="field-hint">
              {t(`export.formats.${one}.hint`)}
            </p>
          </div>
        ))}
      </fieldset>
      <Standing standing={standing} />
      <div className="confirm-dialog-answers">
        <button type="submit" className="btn btn-primary" aria-disabled={isMaking}>
          {t(isMaking ? "export.making" : "export.start")}
        </button>
        <button type="button" className="btn btn-outline-primary" onClick={onDone}>
          {t(standing.step === "IDLE" ? "people.cancel" : "export.close")}
        </button>
        <Link to={myExportsPath} className="export-mine">
          {t("export.mine")}
        </Link>
      </div>
    </form>
  );
}

function Standing({ standing }: { readonly standing: ExportStanding }) {
  const { t } = useTranslation();
  const id = useId();
  const link = useRef<HTMLAnchorElement>(null);
  const isDone = standing.step === "DONE";
  // Comes by itself; the link stays for who did not get it.
  useEffect(() => {
    if (isDone) link.current?.click();
  }, [isDone]);
  return (
    <>
      {/* There from the start: what is put into it is read out. A number each second would be too much to hear. */}
      <p role="status" className="export-status">
        {standing.step === "MAKING" && <span id={id}>{t("export.wait")}</span>}
        {isDone && t("export.done", { name: standing.name })}
      </p>
      {standing.step === "MAKING" && <ExportProgress percent={standing.percent} aria-labelledby={id} />}
      {isDone && (
        <p>
          <a ref={link} href={standing.path} download={standing.name}>
            {t("export.download")}
          </a>
        </p>
      )}
      {standing.step === "FAILED" && (
        <Notice kind="danger" role="alert">
          {standing.sentence}
        </Notice>
      )}
    </>
  );
}
