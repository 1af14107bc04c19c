import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { ImportDesk } from "../features/import/import-desk.tsx";
import { targetsOfPlan, targetsOfSection } from "../features/import/import-targets.ts";
import { ImportIntoPlanDocument, ImportIntoSectionDocument } from "../generated/graphql.ts";
import { PageHeading } from "../ui/page-heading.tsx";
import { planTitle } from "../ui/plan-title.ts";
import { type Step, Trail } from "../ui/trail.tsx";
import { AbsentPage } from "./absent-page.tsx";

interface Props {
  readonly into: "plan" | "section";
  readonly id: string;
}

/** The text of a file, brought into a plan or into one section. */
export default function ImportPage({ into, id }: Props) {
  return into === "plan" ? <IntoPlan id={id} /> : <IntoSection id={id} />;
}

function IntoPlan({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(ImportIntoPlanDocument, {
    variables: { planId: id },
    fetchPolicy: "network-only",
  });
  if (!data?.plan) return <AbsentPage error={error} onRetry={() => void refetch()} />;
  const step = { words: planTitle(data.plan, t), to: `/piani/${id}` };
  return (
    <Frame step={step} intro={t("import.planIntro")}>
      <ImportDesk planId={id} targets={targetsOfPlan(data)} />
    </Frame>
  );
}

function IntoSection({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(ImportIntoSectionDocument, {
    variables: { id },
    fetchPolicy: "network-only",
  });
  if (!data?.section) return <AbsentPage error={error} onRetry={() => void refetch()} />;
  const step = { words: data.section.title, to: `/sezioni/${id}` };
  return (
    <Frame step={step} intro={t("import.sectionIntro", { section: data.section.title })}>
      <ImportDesk planId={null} targets={targetsOfSection(data.section)} />
    </Frame>
  );
}

interface FrameProps {
  readonly step: Step;
  readonly intro: string;
  readonly children: React.ReactNode;
}

function Frame({ step, intro, children }: FrameProps) {
  const { t } = useTranslation();
  return (
    <>
      <div className="page-head">
        <div className="container-xxl">
          <Trail steps={[step, { words: t("import.title") }]} />
          <PageHeading title={t("import.title")} />
          <p>{intro}</p>
        </div>
      </div>
      <div className="container-xxl import-page">{children}</div>
    </>
  );
}
