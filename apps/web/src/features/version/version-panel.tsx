import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { problemOf } from "../../api/problem.ts";
import { useProblemSentence } from "../../api/problem-sentence.ts";
import type { TextTools } from "../../editor/text-tools.ts";
import type { Access } from "../../generated/graphql.ts";
import { Loading } from "../../ui/loading.tsx";
import { Notice } from "../../ui/notice.tsx";
import { AuthorshipView } from "./authorship-view.tsx";
import { NameVersionForm } from "./name-version-form.tsx";
import { useVersions } from "./use-versions.ts";
import { VersionItem } from "./version-item.tsx";
import { comparisonPath, now } from "./version-words.ts";
import "./version.css";

interface Props {
  readonly tools: TextTools | null;
  readonly section: { readonly id: string; readonly myAccess: Access };
  /** What takes a version away as a file; `describedBy` is the id of its title. */
  readonly exportOf?: (versionId: string, describedBy: string) => ReactNode;
}

/** What the text has said so far: its versions, what differs between them, and who wrote what stands there now. */
export function VersionPanel({ tools, section, exportOf }: Props) {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  const title = useId();
  const { versions, error, more } = useVersions(section.id);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const mayEdit = section.myAccess === "EDIT";
  const toggle = (id: string) =>
    // The third takes the place of the one that was chosen first.
    setChosen((before) =>
      before.includes(id) ? before.filter((one) => one !== id) : [...before, id].slice(-2),
    );

  return (
    <section aria-labelledby={title} className="version-panel">
      <h2 id={title}>{t("version.title")}</h2>
      {tools && <AuthorshipView tools={tools} sectionId={section.id} />}
      {mayEdit && <NameVersionForm sectionId={section.id} />}
      {versions === null && !error && <Loading />}
      {versions === null && error !== undefined && (
        <Notice kind="danger" role="alert">
          {sentence(problemOf(error))}
        </Notice>
      )}
      {versions?.length === 0 && <p>{t("version.none")}</p>}
      {versions && versions.length > 0 && (
        <>
          <CompareChosen
            sectionId={section.id}
            // In the order in which they were kept, whatever was chosen first.
            chosen={[...versions]
              .reverse()
              .filter(({ id }) => chosen.includes(id))
              .map(({ id }) => id)}
          />
          <ol className="version-list">
            {versions.map((version) => (
              <VersionItem
                key={version.id}
                version={version}
                sectionId={section.id}
                mayRestore={mayEdit}
                isChosen={chosen.includes(version.id)}
                onChoose={() => toggle(version.id)}
                exportOf={exportOf}
              />
            ))}
          </ol>
        </>
      )}
      {more && (
        <button type="button" className="btn btn-outline-primary btn-sm" onClick={() => void more()}>
          {t("version.more")}
        </button>
      )}
    </section>
  );
}

/** Two chosen versions, or one and the text as it is now. */
function CompareChosen({
  sectionId,
  chosen,
}: {
  readonly sectionId: string;
  readonly chosen: readonly string[];
}) {
  const { t } = useTranslation();
  const [from, to = now] = chosen;
  return (
    <p className="version-choice">
      <span role="status">{chosen.length > 0 && t("version.chosen", { count: chosen.length })}</span>
      {from && (
        <Link to={comparisonPath(sectionId, from, to)}>
          {t(to === now ? "version.compareNow" : "version.compareTwo")}
        </Link>
      )}
    </p>
  );
}
