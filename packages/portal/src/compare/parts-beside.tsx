import { type AdoptedPart, type AdoptedPlan, type AdoptedText, fragmentOf, plainText } from "@upiao/document";
import { publicPlanPath } from "@upiao/domain";
import type { ReactNode } from "react";
import { usePage } from "../layout/page-context.ts";
import { planName } from "../plan/plan-names.ts";
import { anchorOf } from "../plan/plan-page.tsx";
import type { PublishedPlan } from "../plan/published-plan.ts";
import { printTexts } from "../text/print-texts.ts";
import { TextBody } from "../text/text-body.tsx";
import type { ComparedPair } from "./compare-page.tsx";

/** The texts of two plans, part by part. */
export function PartsBeside({ plans, contents }: ComparedPair): ReactNode {
  const { words } = usePage();
  const printed = contents.map((content) => printTexts(content, () => 4));
  return (
    <section aria-labelledby="parti">
      <h2 id="parti">{words.comparePage.byPart}</h2>
      {numbersOf(contents).map((number) => {
        const parts = contents.map((content) => content.parts.find((part) => part.number === number) ?? null);
        const counts = parts.map((part) => words.comparePage.words(part ? countWords(part) : 0));
        const title = parts.find((part) => part !== null)!.title;
        return (
          <details key={number}>
            <summary>
              <span lang="it">
                {number} {title}
              </span>{" "}
              <span className="size">({counts.join(" · ")})</span>
            </summary>
            <div className="beside">
              {parts.map((part, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rendered once
                <Side key={index} part={part} plan={plans[index]!} printed={printed[index]!} />
              ))}
            </div>
          </details>
        );
      })}
    </section>
  );
}

function Side({
  part,
  plan,
  printed,
}: {
  readonly part: AdoptedPart | null;
  readonly plan: PublishedPlan;
  readonly printed: ReadonlyMap<AdoptedText, string>;
}): ReactNode {
  const { words, href } = usePage();
  const name = planName(plan, words);
  return (
    <div>
      <h3>{name}</h3>
      {part === null && <p>{words.comparePage.absent}</p>}
      {part?.texts.map((text) => (
        <div key={text.section}>
          {part.texts.length > 1 && <h4 lang="it">{text.title}</h4>}
          <TextBody html={printed.get(text)!} />
        </div>
      ))}
      {part && (
        <p>
          <a
            href={href(`${publicPlanPath(plan.body, plan.firstYear)}#${anchorOf(part)}`)}
            aria-label={`${words.comparePage.read}: ${name}, ${part.number}`}
          >
            {words.comparePage.read}
          </a>
        </p>
      )}
    </div>
  );
}

/** Those parts in which something is written, in the order of their numbers. */
function numbersOf(contents: readonly AdoptedPlan[]): string[] {
  const written = contents.flatMap(({ parts }) => parts.filter(({ texts }) => texts.length > 0));
  return [...new Set(written.map(({ number }) => number))].sort((one, other) =>
    one.localeCompare(other, "it", { numeric: true }),
  );
}

function countWords({ texts }: AdoptedPart): number {
  return texts
    .map(({ content }) => plainText(fragmentOf(content)).match(/[\p{L}\p{N}]+/gu)?.length ?? 0)
    .reduce((sum, one) => sum + one, 0);
}
