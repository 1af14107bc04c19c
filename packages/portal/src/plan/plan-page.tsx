import type { AdoptedPart, AdoptedPlan, AdoptedText } from "@upiao/document";
import { citeAct, codesOfPart, publicPlanPath } from "@upiao/domain";
import type { PlacedParts } from "@upiao/export";
import type { ReactNode } from "react";
import { Frame } from "../layout/frame.tsx";
import { Notice } from "../layout/notice.tsx";
import { usePage } from "../layout/page-context.ts";
import { ObjectiveAnchors } from "../open-data/objective-anchors.tsx";
import { remarkWords } from "../remark/remark-words.ts";
import { printTexts } from "../text/print-texts.ts";
import { TextBody } from "../text/text-body.tsx";
import { DownloadList } from "./download-list.tsx";
import { PlanFacts } from "./plan-facts.tsx";
import { adoptionPath, bodyName, trailTo } from "./plan-names.ts";
import { inForce, type PublishedAdoption, type PublishedPlan } from "./published-plan.ts";
import { VersionList } from "./version-list.tsx";

interface Props {
  readonly plan: PublishedPlan;
  readonly adoption: PublishedAdoption;
  readonly content: AdoptedPlan;
  /** The address of this adoption, and not of what is in force. */
  readonly isOwnAddress: boolean;
}

/** A plan as it is in force, or as it was adopted once. */
export function PlanPage({ plan, adoption, content, isOwnAddress }: Props): ReactNode {
  const { words, href, language } = usePage();
  const { body, firstYear } = plan;
  const latest = inForce(plan);
  const isInForce = latest.id === adoption.id;
  const path = publicPlanPath(body, firstYear);
  const own = adoptionPath(plan, adoption);
  const trail = trailTo(plan, words);
  const title = isOwnAddress ? words.amendment(adoption.amendment) : trail[1]!.name;
  const name = bodyName(body, words);
  const printed = printTexts(content, levelOfText, placeParts(content.parts));
  return (
    <Frame
      title={isOwnAddress ? `${trail[1]!.name}, ${title} · ${name}` : `${title} · ${name}`}
      here={title}
      description={`${words.piao} ${words.years(firstYear)}: ${name}. ${citeAct({ kind: adoption.actKind, number: adoption.actNumber, day: adoption.actDay }, language)}.`}
      trail={isOwnAddress ? trail : trail.slice(0, 1)}
      above={body.provinceName}
      canonical={isInForce ? path : undefined}
    >
      <p className="over-title">{name}</p>
      <h1>
        {words.piao} {words.years(firstYear)}
      </h1>
      <p className="lead">
        {isInForce ? words.planPage.inForce : words.planPage.asAdopted}: {words.amendment(adoption.amendment)}
      </p>
      {!isInForce && (
        <Notice kind="warning">
          <p>
            {words.planPage.outdated(words.amendment(latest.amendment))}{" "}
            <a href={href(path)}>{words.planPage.goToForce}</a>
          </p>
        </Notice>
      )}
      <div className="columns">
        <PlanFacts plan={plan} adoption={adoption} content={content} />
        <div>
          <DownloadList plan={plan} adoption={adoption} />
          <ul className="ways">
            <li>
              <a href="#versioni">{words.planPage.history}</a>
            </li>
            <li>
              <a href={href(`${path}/indicatori`)}>{words.planPage.indicators}</a>
            </li>
            <li>
              <a href={href(`/pubblico/confronta?a=${path.split("/").slice(-2).join("/")}`)}>
                {words.planPage.compareWith}
              </a>
            </li>
            <li>
              <a href={href(`${path}/osservazioni`)}>{words.planPage.remarks}</a>
            </li>
            <li>
              <a href={`${own}/dati.json`}>{words.planPage.dataJson}</a>
            </li>
            <li>
              <a href={`${own}/dati.csv`}>{words.planPage.dataCsv}</a>
            </li>
          </ul>
        </div>
      </div>
      <nav aria-labelledby="indice" className="contents">
        <h2 id="indice">{words.planPage.contents}</h2>
        <ul lang="it">
          {content.parts.map((part) => (
            <li key={part.number} className={part.depth > 0 ? "deeper" : undefined}>
              <a href={`#${anchorOf(part)}`}>
                {part.number} {part.title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <article aria-label={words.planPage.textOf} className="plan-text">
        {content.parts.map((part, index) => (
          <Part
            key={part.number}
            part={part}
            firstPosition={content.parts.slice(0, index).reduce((sum, { texts }) => sum + texts.length, 1)}
            printed={printed}
          />
        ))}
      </article>
      <VersionList plan={plan} />
      <p>
        <a href={href(`${path}/osservazioni`)}>{remarkWords[language].write}</a>
      </p>
    </Frame>
  );
}

interface PartProps {
  readonly part: AdoptedPart;
  /** Of its first text, in the plan. */
  readonly firstPosition: number;
  readonly printed: ReadonlyMap<AdoptedText, string>;
}

function Part({ part, firstPosition, printed }: PartProps): ReactNode {
  const { number, title, depth, texts } = part;
  const Heading = depth > 0 ? "h3" : "h2";
  return (
    <section aria-labelledby={anchorOf(part)}>
      <Heading id={anchorOf(part)} lang="it">
        {number} {title}
      </Heading>
      {texts.map((text, index) => (
        <div key={text.section} id={`testo-${firstPosition + index}`}>
          <Text text={text} part={part} html={printed.get(text)!} />
        </div>
      ))}
    </section>
  );
}

interface TextProps {
  readonly text: AdoptedText;
  readonly part: AdoptedPart;
  readonly html: string;
}

function Text({ text, part, html }: TextProps): ReactNode {
  const { words } = usePage();
  const Heading = part.depth > 0 ? "h4" : "h3";
  return (
    <>
      {isNamed(text, part) && <Heading lang="it">{text.title}</Heading>}
      {text.shared && <p className="shared">{words.planPage.shared}</p>}
      <ObjectiveAnchors content={text.content} />
      <TextBody html={html} />
    </>
  );
}

/** Of the heading that stands above a text. */
function levelOfText(part: AdoptedPart, text: AdoptedText): number {
  const level = part.depth > 0 ? 3 : 2;
  return isNamed(text, part) ? level + 1 : level;
}

function isNamed({ title }: AdoptedText, part: AdoptedPart): boolean {
  return title !== part.title;
}

function placeParts(parts: readonly AdoptedPart[]): PlacedParts {
  return new Map(
    parts.flatMap((part) =>
      codesOfPart(part).map((code) => [code, { number: part.number, anchor: anchorOf(part) }]),
    ),
  );
}

/** Where a part stands on the page of its plan. */
export function anchorOf({ number }: Pick<AdoptedPart, "number">): string {
  return `parte-${number.replaceAll(/[^\w.]+/g, "-")}`;
}
