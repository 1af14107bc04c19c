import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { LostSection } from "../features/section/lost-section.tsx";
import { SectionHead } from "../features/section/section-head.tsx";
import { useSection } from "../features/section/use-section.ts";
import { SectionWorkflow } from "../features/workflow/section-workflow.tsx";
import type { SectionPageQuery } from "../generated/graphql.ts";
import { useMyself } from "../session/session.ts";
import { Loading } from "../ui/loading.tsx";
import { planTitle } from "../ui/plan-title.ts";
import { type Step, Trail } from "../ui/trail.tsx";
import { AbsentPage } from "./absent-page.tsx";

// By far the heaviest part of the client, and only this page needs it.
const SectionRoom = lazy(() => import("./section-room.tsx"));

/** A section: its text, and beside it what the law asks. */
export function SectionPage() {
  const { id = "" } = useParams();
  return <OpenSection key={id} id={id} />;
}

function OpenSection({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const me = useMyself();
  const { section, changes, isLost, error, retry } = useSection(id);
  if (!section) return <AbsentPage error={error} onRetry={retry} />;
  return (
    <div className="container-xxl section-page">
      {isLost ? (
        <LostSection />
      ) : (
        <div>
          <Trail steps={stepsTo(section)} />
          <SectionHead section={section} memberships={me.memberships} />
          <SectionWorkflow section={section} memberships={me.memberships} />
        </div>
      )}
      {/* Also when the section is lost: it hides the text, and gives back the words that were not sent yet. */}
      <Suspense fallback={<Loading />}>
        <SectionRoom {...{ section, changes, me, isLost }} />
      </Suspense>
    </div>
  );

  function stepsTo({ plan, ownerName }: NonNullable<SectionPageQuery["section"]>): Step[] {
    return [plan ? { words: planTitle(plan, t), to: `/piani/${plan.id}` } : { words: ownerName }];
  }
}
