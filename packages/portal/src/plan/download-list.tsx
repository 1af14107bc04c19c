import { publicPlanPath } from "@upiao/domain";
import type { ReactNode } from "react";
import { usePage } from "../layout/page-context.ts";
import { type FileEnding, fileFormats } from "./formats.ts";
import type { PublishedAdoption, PublishedPlan } from "./published-plan.ts";

interface Props {
  readonly plan: PublishedPlan;
  readonly adoption: PublishedAdoption;
}

/** The files of an adoption; those that are still being made are named without a link. */
export function DownloadList({ plan, adoption }: Props): ReactNode {
  const { words } = usePage();
  const own = publicPlanPath(plan.body, plan.firstYear, adoption.amendment);
  const sizes = new Map<string, number>(adoption.files.map(({ format, size }) => [format, size]));
  const endings = Object.keys(fileFormats) as FileEnding[];
  return (
    <section aria-labelledby="file">
      <h2 id="file">{words.planPage.downloads}</h2>
      <ul className="files">
        {endings.map((ending) => {
          const size = sizes.get(fileFormats[ending].format);
          const name = words.planPage.formats[ending];
          return (
            <li key={ending}>
              {size === undefined ? (
                `${name}: ${words.planPage.coming}`
              ) : (
                <a href={`${own}/piano.${ending}`}>
                  {name} <Size of={size} />
                </a>
              )}
            </li>
          );
        })}
        <li>
          <a href={`${own}/piano.json`}>
            {words.planPage.formats.json} <Size of={adoption.contentSize} />
          </a>
        </li>
      </ul>
    </section>
  );
}

function Size({ of }: { readonly of: number }): ReactNode {
  const { words } = usePage();
  const count = Math.max(1, Math.round(of / 1000)).toLocaleString(words.locale);
  return <span className="size">({words.planPage.kilobytes(count)})</span>;
}
