import { useQuery } from "@apollo/client/react";
import type { RemarkDecision, RemarkState } from "@upiao/domain";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type RemarkLineFragment, RemarksDocument } from "../../generated/graphql.ts";
import { Loading } from "../../ui/loading.tsx";
import { RemarkCard } from "./remark-card.tsx";

interface Props {
  readonly bodyId: string;
  readonly state: RemarkState;
  readonly onDecide: (remark: RemarkLineFragment, decision: RemarkDecision) => void;
  /** What goes on with a list. */
  readonly renderMore: (shown: number, more: () => Promise<unknown>) => ReactNode;
}

/** The remarks of a body in one state, the latest first. */
export function RemarkList({ bodyId, state, onDecide, renderMore }: Props) {
  const { t } = useTranslation();
  const { data, fetchMore } = useQuery(RemarksDocument, {
    variables: { bodyId, state },
    fetchPolicy: "cache-and-network",
  });
  if (!data) return <Loading />;
  const { rows, pageInfo } = data.remarks;
  const more = () =>
    fetchMore({
      variables: { after: pageInfo.endCursor },
      updateQuery: (before, { fetchMoreResult: { remarks } }) => ({
        remarks: { ...remarks, rows: [...before.remarks.rows, ...remarks.rows] },
      }),
    });
  if (rows.length === 0) return <p>{t(`remark.none.${state}`)}</p>;
  return (
    <>
      {rows.map((remark) => (
        <RemarkCard key={remark.id} remark={remark} onDecide={(decision) => onDecide(remark, decision)} />
      ))}
      {pageInfo.hasNextPage && renderMore(rows.length, more)}
    </>
  );
}
