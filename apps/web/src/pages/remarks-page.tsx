import { useQuery } from "@apollo/client/react";
import { mayReadRemarks, type RemarkDecision, remarkStates } from "@upiao/domain";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { type AskedDecision, DecideDialog } from "../features/remark/decide-dialog.tsx";
import { RemarkList } from "../features/remark/remark-list.tsx";
import { postsOf } from "../features/section/section-facts.ts";
import { RemarkDesksDocument } from "../generated/graphql.ts";
import { useMyself } from "../session/session.ts";
import { bodyTitle } from "../ui/body-title.ts";
import { PageHeading } from "../ui/page-heading.tsx";
import { Tabs } from "../ui/tabs.tsx";
import { Trail } from "../ui/trail.tsx";
import { MoreButton } from "./more-button.tsx";
import { NotFoundPage } from "./not-found-page.tsx";
import "../features/remark/remark.css";

/** What citizens have said of a body's published plans, and what becomes of it. */
export function RemarksPage() {
  const { t } = useTranslation();
  const { bodyId = "" } = useParams();
  const me = useMyself();
  const mayRead = mayReadRemarks(bodyId, postsOf(me.memberships));
  const { data } = useQuery(RemarkDesksDocument, { fetchPolicy: "cache-and-network", skip: !mayRead });
  const [asked, setAsked] = useState<AskedDecision | null>(null);
  const [done, setDone] = useState<RemarkDecision | null>(null);
  const status = useRef<HTMLParagraphElement>(null);
  const body = me.memberships.find((membership) => membership.body.id === bodyId)?.body;
  if (!mayRead || !body) return <NotFoundPage />;

  const title = t("remark.title", { body: bodyTitle(body, t) });
  const desk = data?.remarkDesks.find((one) => one.body.id === bodyId);
  const counts = {
    NEW: desk?.waiting ?? 0,
    PUBLISHED: desk?.published ?? 0,
    DISMISSED: desk?.dismissed ?? 0,
  };
  return (
    <>
      <div className="page-head">
        <div className="container-xxl">
          <Trail steps={[{ words: title }]} />
          <PageHeading title={title} />
          <p>{t("remark.intro")}</p>
        </div>
      </div>
      <div className="container-xxl">
        {/* The button that was pressed goes with its remark: the focus comes here. */}
        <p role="status" tabIndex={-1} ref={status}>
          {done && t(`remark.done.${done}`)}
        </p>
        <Tabs
          label={t("remark.states")}
          initial="NEW"
          tabs={remarkStates.map((state) => ({
            key: state,
            words: t(`remark.state.${state}`, { count: counts[state] }),
            content: (
              <>
                <h2 className="visually-hidden">{t(`remark.state.${state}`, { count: counts[state] })}</h2>
                <RemarkList
                  {...{ bodyId, state }}
                  onDecide={(remark, decision) => setAsked({ remark, decision })}
                  renderMore={(shown, more) => <MoreButton shown={shown} onMore={more} />}
                />
              </>
            ),
          }))}
        />
      </div>
      {asked && (
        <DecideDialog
          {...asked}
          onDecided={(decision) => {
            setDone(decision);
            status.current?.focus();
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}
