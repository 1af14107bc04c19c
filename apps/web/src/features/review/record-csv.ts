import type { TFunction } from "i18next";
import Papa from "papaparse";
import type { ObservationsQuery } from "../../generated/graphql.ts";
import { formatMoment } from "../../i18n/formats.ts";
import type { Language } from "../../i18n/language.ts";

export type ObservationLine = ObservationsQuery["observations"]["rows"][number];

/** The record of observations as a spreadsheet in Italy opens it: semicolons between the values, since there the comma is in
 *  the numbers, and a byte order mark, without which Excel takes UTF-8 for something else. What begins as a formula is
 *  made text (THREATS T33). */
export function recordCsv(lines: readonly ObservationLine[], t: TFunction, language: Language): string {
  const columns = columnsOf(t, (iso) => formatMoment(iso, language));
  const table = {
    fields: columns.map(([header]) => header),
    data: lines.map((line) => columns.map(([, cellOf]) => cellOf(line) ?? "")),
  };
  return `\uFEFF${Papa.unparse(table, { delimiter: ";", newline: "\r\n", escapeFormulae: true })}`;
}

type CsvColumn = readonly [
  header: string,
  cellOf: (line: ObservationLine) => string | number | null | undefined,
];

function columnsOf(t: TFunction, moment: (iso: string) => string): CsvColumn[] {
  return [
    [t("review.csv.kind"), ({ kind }) => (kind ? t(`review.kind.${kind}`) : t("review.opinion"))],
    [
      t("review.csv.state"),
      ({ state, opinion }) =>
        opinion ? t(`review.verdict.${opinion.verdict}`) : state && t(`review.state.${state}`),
    ],
    [t("review.csv.owner"), ({ section }) => section.ownerName],
    [t("review.csv.year"), ({ section }) => section.plan?.firstYear],
    [t("review.csv.code"), ({ section }) => section.code],
    [t("review.csv.section"), ({ section }) => section.title],
    [t("review.csv.quote"), ({ quote }) => quote],
    [t("review.csv.author"), ({ by }) => by.name],
    [t("review.csv.post"), ({ by }) => t(`role.${by.role}`)],
    [t("review.csv.competence"), ({ competence }) => competence && t(`review.competence.${competence}`)],
    [t("review.csv.body"), ({ by }) => by.bodyName],
    [t("review.csv.at"), ({ at }) => moment(at)],
    [t("review.csv.text"), ({ opinion, comments }) => opinion?.text ?? comments[0]?.text],
    [t("review.csv.replies"), ({ comments }) => comments.slice(1).map(replyOf).join("\n")],
    [t("review.csv.resolvedBy"), ({ resolvedByName }) => resolvedByName],
    [t("review.csv.resolvedAt"), ({ resolvedAt }) => resolvedAt && moment(resolvedAt)],
    [t("review.csv.version"), ({ opinion }) => opinion?.version.number],
    [t("review.csv.stands"), ({ opinion }) => opinion && t(opinion.stands ? "review.yes" : "review.no")],
  ];

  function replyOf({ by, at, text }: ObservationLine["comments"][number]): string {
    return `${by.name} (${by.bodyName}), ${moment(at)}: ${text || t("review.deletedComment")}`;
  }
}
