import { useApolloClient, useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { problemOf } from "../../api/problem.ts";
import { useProblemSentence } from "../../api/problem-sentence.ts";
import { type PurchaseFieldsFragment, PurchasesDocument } from "../../generated/graphql.ts";
import { dayInItaly } from "../../i18n/day-in-italy.ts";
import { BodyChoice } from "../../ui/body-choice.tsx";
import { bodyTitle } from "../../ui/body-title.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { Euro } from "../../ui/euro.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { saveFile } from "../../ui/save-file.ts";
import { StackingTable } from "../../ui/stacking-table.tsx";
import type { Hub } from "./hub-facts.ts";
import type { RecordForm } from "./record-dialog.tsx";
import type { HubForms } from "./use-hub-forms.ts";

interface Props {
  readonly hub: Hub;
  readonly forms: HubForms;
  readonly onEdit: (form: RecordForm) => void;
}

/** Years before and after this one that may be chosen. */
const yearsAround = [-2, -1, 0, 1, 2, 3];
const largestPage = 100;

/** What the bodies foresee to buy, by year, in one programme for the qualified contracting authority. */
export function PurchasesPanel({ hub, forms, onEdit }: Props) {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  const client = useApolloClient();
  const thisYear = Number(dayInItaly(new Date()).slice(0, 4));
  // A programme is drawn up in the year before.
  const [year, setYear] = useState(thisYear + 1);
  const [bodyId, setBodyId] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const variables = { year, bodyId };
  const { data, previousData, error, fetchMore } = useQuery(PurchasesDocument, {
    variables,
    fetchPolicy: "cache-and-network",
  });
  const programme = (data ?? previousData)?.purchases;

  const readAll = async () => {
    const rows: PurchaseFieldsFragment[] = [];
    let after: string | null = null;
    do {
      const answer: { data?: { purchases: NonNullable<typeof programme> } | undefined } = await client.query({
        query: PurchasesDocument,
        variables: { ...variables, first: largestPage, after },
        fetchPolicy: "network-only",
      });
      if (!answer.data) throw new TypeError("no answer");
      const { rows: page, pageInfo } = answer.data.purchases;
      rows.push(...page);
      after = pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;
    } while (after !== null);
    return rows;
  };
  const save = async () => {
    setProblem(null);
    try {
      // What writes the file comes when it is wanted.
      const [rows, { programmeCsv }] = await Promise.all([readAll(), import("./programme-csv.ts")]);
      saveFile(`programma-acquisti-${year}.csv`, programmeCsv(rows, t), "text/csv");
    } catch (failure) {
      setProblem(sentence(problemOf(failure)));
    }
  };
  const more = (after: string) =>
    fetchMore({
      variables: { after },
      updateQuery: (before, { fetchMoreResult: { purchases } }) => ({
        purchases: { ...purchases, rows: [...before.purchases.rows, ...purchases.rows] },
      }),
    });
  return (
    <>
      <p>{t("hub.purchase.intro")}</p>
      <div className="hub-filters">
        <ChoiceField
          label={t("hub.field.year")}
          value={year}
          options={yearsAround.map((step) => ({ value: thisYear + step, words: thisYear + step }))}
          onChoose={setYear}
        />
        <BodyChoice bodies={hub.bodies} value={bodyId} onChoose={setBodyId} />
        {hub.keptBodies("PURCHASE").length > 0 && (
          <button
            type="button"
            className="btn btn-primary"
            onClick={() => onEdit(forms.purchase(null, year))}
          >
            {t("hub.purchase.add")}
          </button>
        )}
        <button type="button" className="btn btn-outline-primary" onClick={() => void save()}>
          {t("hub.purchase.csv")}
        </button>
      </div>
      {(problem || (error && !programme)) && (
        <Notice kind="danger" role="alert">
          {problem ?? sentence(problemOf(error))}
        </Notice>
      )}
      {!programme && !error && <Loading />}
      {programme && (
        <p role="status">
          {t("hub.purchase.total", { year })} <Euro amount={programme.total} />
        </p>
      )}
      {programme?.rows.length === 0 && <Notice kind="info">{t("hub.purchase.none")}</Notice>}
      {programme && programme.rows.length > 0 && (
        <StackingTable<PurchaseFieldsFragment>
          caption={t("hub.purchase.caption", { year })}
          rows={programme.rows}
          keyOf={(row) => row.id}
          columns={[
            { key: "what", words: t("hub.field.what"), cell: ({ what }) => <span lang="it">{what}</span> },
            { key: "body", words: t("hub.column.body"), cell: ({ body }) => bodyTitle(body, t) },
            {
              key: "quarter",
              words: t("hub.field.quarter"),
              cell: ({ quarter }) => t("hub.quarter", { quarter }),
            },
            { key: "amount", words: t("hub.column.amount"), cell: ({ amount }) => <Euro amount={amount} /> },
            { key: "cpv", words: t("hub.field.cpv"), cell: ({ cpv }) => cpv ?? t("hub.nothing") },
            {
              key: "edit",
              words: t("hub.column.change"),
              cell: (purchase) =>
                hub.mayKeep("PURCHASE", purchase.body.id) ? (
                  <button
                    type="button"
                    className="btn btn-outline-primary btn-sm"
                    aria-label={t("hub.editOf", { what: purchase.what })}
                    onClick={() => onEdit(forms.purchase(purchase, year))}
                  >
                    {t("hub.edit")}
                  </button>
                ) : (
                  t("hub.nothing")
                ),
            },
          ]}
        />
      )}
      {programme?.pageInfo.hasNextPage && (
        <p>
          <button
            type="button"
            className="btn btn-outline-primary"
            onClick={() => void more(programme.pageInfo.endCursor!)}
          >
            {t("hub.more")}
          </button>
        </p>
      )}
    </>
  );
}
