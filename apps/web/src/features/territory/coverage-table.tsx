import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TerritoryQuery } from "../../generated/graphql.ts";
import { StackingTable } from "../../ui/stacking-table.tsx";
import { ToVerify } from "../../ui/to-verify.tsx";
import { CsvButton } from "./csv-button.tsx";
import { MethodNote } from "./method-note.tsx";

type Covered = TerritoryQuery["territoryOverview"]["coverage"][number];

interface Props {
  readonly coverage: readonly Covered[];
  readonly bodies: number;
}

/** Which expected results of the Piano triennale are addressed by how many bodies, and which by none. */
export function CoverageTable({ coverage, bodies }: Props) {
  const { t } = useTranslation();
  const [isOnlyNone, setOnlyNone] = useState(false);
  const none = coverage.filter((one) => one.bodies === 0);
  const shown = isOnlyNone ? none : coverage;
  const caption = t("territory.coverage");
  const table = {
    caption,
    columns: [t("territory.column.code"), t("territory.column.result"), t("territory.column.bodies")],
    rows: coverage.map((one) => [one.code, one.title, String(one.bodies)]),
  };
  return (
    <section className="coverage">
      <h2>{caption}</h2>
      <p>
        {t("territory.coverageSummary", { covered: coverage.length - none.length, all: coverage.length })}
      </p>
      <div className="heat-tools">
        <label className="coverage-only">
          <input
            type="checkbox"
            checked={isOnlyNone}
            onChange={({ currentTarget }) => setOnlyNone(currentTarget.checked)}
          />{" "}
          {t("territory.onlyNone", { count: none.length })}
        </label>
        <CsvButton table={table} />
      </div>
      <details>
        <summary>{t("territory.showCoverage")}</summary>
        <StackingTable<Covered>
          caption={caption}
          rows={shown}
          keyOf={({ code }) => code}
          columns={[
            { key: "code", words: t("territory.column.code"), cell: ({ code }) => code },
            {
              key: "title",
              words: t("territory.column.result"),
              cell: ({ title, verified }) => (
                <span lang="it">
                  {title} {!verified && <ToVerify />}
                </span>
              ),
            },
            {
              key: "bodies",
              words: t("territory.column.bodies"),
              cell: (one) => (
                <span className={one.bodies === 0 ? "coverage-none" : ""}>
                  {one.bodies === 0
                    ? t("territory.noBody")
                    : t("territory.ofBodies", { measured: one.bodies, of: bodies })}
                </span>
              ),
            },
          ]}
        />
      </details>
      <MethodNote of="COVERAGE" />
    </section>
  );
}
