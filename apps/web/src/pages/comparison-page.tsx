import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams, useSearchParams } from "react-router";
import { ExportButton } from "../features/export/export-button.tsx";
import { DifferenceView } from "../features/version/difference-view.tsx";
import { type Side, useComparison } from "../features/version/use-comparison.ts";
import { now, versionTitle } from "../features/version/version-words.ts";
import { Moment } from "../ui/moment.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { Trail } from "../ui/trail.tsx";
import { AbsentPage } from "./absent-page.tsx";

const layouts = ["inline", "side"] as const;

/** Two versions of a section, or one and the text as it is now. To be loaded lazily: it compares here. */
export default function ComparisonPage() {
  const { t } = useTranslation();
  const { id = "" } = useParams();
  const [search, setSearch] = useSearchParams();
  const { comparison, error, retry } = useComparison(id, search.get("da") ?? now, search.get("a") ?? now);
  // The address follows a moment later, and a choice shows at once.
  const [layout, setLayout] = useState(
    () => layouts.find((known) => known === search.get("vista")) ?? "inline",
  );
  const text = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState(-1);
  if (!comparison) return <AbsentPage error={error} onRetry={retry} />;
  const { before, after, difference, names } = comparison;
  const count = difference.parts.filter(({ change }) => change !== "UNCHANGED").length;

  const show = (chosen: (typeof layouts)[number]) => {
    setLayout(chosen);
    setSearch(
      (old) => {
        old.set("vista", chosen);
        return old;
      },
      { replace: true },
    );
  };
  const goTo = (step: 1 | -1) => {
    const next = Math.min(count - 1, Math.max(0, place + step));
    setPlace(next);
    const changed = text.current?.querySelectorAll<HTMLElement>(
      '.comparison-row[data-change]:not([data-change="UNCHANGED"])',
    );
    changed?.[next]?.focus();
  };
  return (
    <div className="container-xxl comparison-page">
      <Trail steps={[{ words: after.title, to: `/sezioni/${id}` }, { words: t("version.comparison") }]} />
      <PageHeading title={t("version.comparisonOf", { title: after.title })} />
      <dl className="comparison-sides">
        <SideFacts label={t("version.before")} side={before} />
        <SideFacts label={t("version.after")} side={after} />
      </dl>
      <p role="status" className="comparison-summary">
        {count === 0
          ? t("version.same")
          : t("version.summary", {
              places: t("version.places", { count }),
              added: t("version.added", { count: difference.added }),
              removed: t("version.removed", { count: difference.removed }),
            })}
      </p>
      <div className="comparison-tools">
        <fieldset>
          <legend>{t("version.layout")}</legend>
          {layouts.map((one) => (
            <label key={one}>
              <input type="radio" name="layout" checked={layout === one} onChange={() => show(one)} />
              {t(`version.layouts.${one}`)}
            </label>
          ))}
        </fieldset>
        {count > 0 && (
          <div className="comparison-steps">
            <button type="button" className="btn btn-outline-primary btn-sm" onClick={() => goTo(-1)}>
              {t("version.previousChange")}
            </button>
            <button type="button" className="btn btn-outline-primary btn-sm" onClick={() => goTo(1)}>
              {t("version.nextChange")}
            </button>
          </div>
        )}
        <button type="button" className="btn btn-outline-primary btn-sm" onClick={() => window.print()}>
          {t("version.print")}
        </button>
        {before.version && (
          <ExportButton
            what={{ kind: "COMPARISON", id: before.version.id, afterId: after.version?.id ?? null }}
          />
        )}
      </div>
      <p className="comparison-legend">
        <ins>{t("version.legendInserted")}</ins> <del>{t("version.legendRemoved")}</del>{" "}
        <span className="piece-formatted">{t("version.legendFormatted")}</span>
      </p>
      <div ref={text}>
        <DifferenceView difference={difference} names={names} layout={layout} />
      </div>
    </div>
  );
}

function SideFacts({ label, side: { version } }: { readonly label: string; readonly side: Side }) {
  const { t } = useTranslation();
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {version ? versionTitle(version, t) : t("version.now")}
        {version && (
          <>
            {", "}
            <Moment iso={version.at} />
          </>
        )}
      </dd>
    </div>
  );
}
