import { publicPlanPath } from "@upiao/domain";
import type { ReactNode } from "react";
import { usePage } from "../layout/page-context.ts";
import { type FileFormat, fileFormats } from "./formats.ts";
import type { PublishedAdoption, PublishedPlan } from "./published-plan.ts";

interface Props {
  readonly plan: PublishedPlan;
  readonly adoption: PublishedAdoption;
}

/** The files of an adoption; those that are still being made are named without a link. */
export function DownloadList({ plan, adoption }: Props): ReactNode {
  const { words } = usePage();
  const own = publicPlanPath(plan.body, plan.firstYear, adoption.amendment);
  const sizes = new Map(adoption.files.map(({ format, size }) => [format, size]));
  const formats = Object.keys(fileFormats) as FileFormat[];
  return (
    <section aria-labelledby="file">
      <h2 id="file">{words.planPage.downloads}</h2>
      <ul className="files">
        {formats.map((format) => (
          <li key={format}>
            {sizes.has(format) ? (
              <a href={`${own}/piano.${format}`}>
                {words.planPage.formats[format]} <Size of={sizes.get(format)!} />
              </a>
            ) : (
              `${words.planPage.formats[format]}: ${words.planPage.coming}`
            )}
          </li>
        ))}
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
