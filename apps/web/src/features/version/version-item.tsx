import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { VersionLineFragment } from "../../generated/graphql.ts";
import { Moment } from "../../ui/moment.tsx";
import { RestoreButton } from "./restore-button.tsx";
import { comparisonPath, now, versionTitle } from "./version-words.ts";

interface Props {
  readonly version: VersionLineFragment;
  readonly sectionId: string;
  readonly mayRestore: boolean;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly exportOf: ((versionId: string, describedBy: string) => ReactNode) | undefined;
}

/** A version in the timeline: when and by whom it was kept, who had written, and how much. */
export function VersionItem({ version, sectionId, mayRestore, isChosen, onChoose, exportOf }: Props) {
  const { t } = useTranslation();
  const title = useId();
  const { id, byName, writers, changedWords, openSuggestions } = version;
  return (
    <li className="version-item" data-kind={version.kind}>
      <h3 id={title} className="version-item-title">
        {versionTitle(version, t)}
      </h3>
      <p className="version-item-facts">
        <Moment iso={version.at} />
        {byName !== null && <span>{t("version.by", { name: byName })}</span>}
        {writers.length > 0 && <span>{t("version.writers", { names: writers.join(", ") })}</span>}
        {changedWords !== null && <span>{t("version.changedWords", { count: changedWords })}</span>}
        {openSuggestions > 0 && <span>{t("version.openSuggestions", { count: openSuggestions })}</span>}
      </p>
      {version.kind === "FROZEN" && (
        <details className="version-item-hash">
          <summary>{t("version.hash")}</summary>
          <code>{version.sha256}</code>
        </details>
      )}
      <div className="version-item-acts">
        <label className="version-item-choice">
          <input type="checkbox" checked={isChosen} onChange={onChoose} aria-describedby={title} />
          {t("version.choose")}
        </label>
        <Link to={comparisonPath(sectionId, id, now)} aria-describedby={title}>
          {t("version.compareNow")}
        </Link>
        {mayRestore && <RestoreButton version={version} describedBy={title} />}
        {exportOf?.(id, title)}
      </div>
    </li>
  );
}
