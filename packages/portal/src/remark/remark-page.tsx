import { longestRemark, longestRemarkName, publicPlanPath, shortestRemark } from "@upiao/domain";
import type { ReactNode } from "react";
import { Day } from "../layout/day.tsx";
import { Frame } from "../layout/frame.tsx";
import { Notice } from "../layout/notice.tsx";
import { usePage } from "../layout/page-context.ts";
import { remarksOnPage } from "../limits.ts";
import { bodyName, planName, trailTo } from "../plan/plan-names.ts";
import type { PublishedPlan } from "../plan/published-plan.ts";
import { type RemarkFormFault, remarkWords } from "./remark-words.ts";
import type { PlanPart, PublicRemark } from "./remarks-of-plan.ts";

/** What somebody has typed, shown again where it was not taken. */
export interface Typed {
  readonly part: string;
  readonly text: string;
  readonly name: string;
}

interface Props {
  readonly plan: PublishedPlan;
  readonly parts: readonly PlanPart[];
  readonly remarks: readonly PublicRemark[];
  readonly page: number;
  readonly token: string;
  readonly typed: Typed;
  readonly fault: RemarkFormFault | null;
}

/** What citizens have said of a plan, what the body has answered, and a form to say something. */
export function RemarkPage({ plan, parts, remarks, page, token, typed, fault }: Props): ReactNode {
  const { words, language, href } = usePage();
  const own = remarkWords[language];
  const path = `${publicPlanPath(plan.body, plan.firstYear)}/osservazioni`;
  const shown = remarks.slice(0, remarksOnPage);
  return (
    <Frame
      title={`${own.title} · ${planName(plan, words)}`}
      here={own.title}
      description={own.lead}
      trail={trailTo(plan, words)}
      above={plan.body.provinceName}
      isListed={page === 1 && fault === null}
    >
      <p className="over-title">{planName(plan, words)}</p>
      <h1>{own.title}</h1>
      <p className="lead">{own.lead}</p>
      {fault && (
        <Notice kind="warning" title={own.faultTitle}>
          <p id="errore">{own.fault[fault]}</p>
        </Notice>
      )}
      <h2>{own.write}</h2>
      <form className="asking remark-form" action={`${path}?lang=${language}`} method="post">
        <label htmlFor="parte">{own.about}</label>
        <select id="parte" name="parte" defaultValue={typed.part} lang="it">
          <option value="" lang={language}>
            {own.whole}
          </option>
          {parts.map(({ number, title }) => (
            <option key={number} value={number}>
              {number} {title}
            </option>
          ))}
        </select>
        <label htmlFor="testo">{own.text}</label>
        <textarea
          {...{ id: "testo", name: "testo", rows: 8, required: true, defaultValue: typed.text }}
          minLength={shortestRemark}
          maxLength={longestRemark}
          aria-invalid={fault === "TOO_SHORT" || fault === "TOO_LONG" ? true : undefined}
          aria-describedby={fault ? "testo-aiuto errore" : "testo-aiuto"}
        />
        <p className="hint" id="testo-aiuto">
          {own.textHint}
        </p>
        <label htmlFor="nome">{own.name}</label>
        <input
          {...{ id: "nome", name: "nome", type: "text", autoComplete: "name", defaultValue: typed.name }}
          maxLength={longestRemarkName}
          aria-describedby="nome-aiuto"
        />
        <p className="hint" id="nome-aiuto">
          {own.nameHint}
        </p>
        {/* Nobody sees it; programs fill in what they find. */}
        <div className="hidden" aria-hidden="true">
          <label htmlFor="sito">{own.trap}</label>
          <input {...{ id: "sito", name: "sito", type: "text", autoComplete: "off", tabIndex: -1 }} />
        </div>
        <input type="hidden" name="modulo" value={token} />
        <button type="submit">{own.send}</button>
        <h3>{own.privacyTitle}</h3>
        {own.privacy.map((paragraph) => (
          <p key={paragraph} className="size">
            {paragraph}
          </p>
        ))}
      </form>
      <h2 id="pubblicate">{own.published}</h2>
      {shown.length === 0 ? (
        <p>{own.none}</p>
      ) : (
        <ol className="remarks">
          {shown.map((remark) => (
            <Remark key={remark.id} remark={remark} bodyName={bodyName(plan.body, words)} />
          ))}
        </ol>
      )}
      {(page > 1 || remarks.length > remarksOnPage) && (
        <nav aria-label={own.pages}>
          <ul className="ways">
            {page > 1 && (
              <li>
                <a href={href(page === 2 ? path : `${path}?pagina=${page - 1}`)}>{own.previous}</a>
              </li>
            )}
            {remarks.length > remarksOnPage && (
              <li>
                <a href={href(`${path}?pagina=${page + 1}`)}>{own.next}</a>
              </li>
            )}
          </ul>
        </nav>
      )}
    </Frame>
  );
}

interface RemarkProps {
  readonly remark: PublicRemark;
  readonly bodyName: string;
}

function Remark({ remark, bodyName: body }: RemarkProps): ReactNode {
  const { words, language } = usePage();
  const own = remarkWords[language];
  const { id, at, amendment, part, text, name, answer, answeredAt } = remark;
  return (
    <li id={`osservazione-${id}`}>
      <article aria-labelledby={`di-${id}`}>
        <h3 id={`di-${id}`}>{name ?? own.anonymous}</h3>
        <p className="size">
          <Day of={at} /> · {part === null ? own.whole : own.onPart(part)} · {words.amendment(amendment)}
        </p>
        <blockquote>
          <Lines of={text} />
        </blockquote>
        {answer !== null && (
          <section aria-labelledby={`risposta-${id}`} className="answer">
            <h4 id={`risposta-${id}`}>
              {own.answer}: {body}
            </h4>
            {answeredAt && (
              <p className="size">
                <Day of={answeredAt} />
              </p>
            )}
            <Lines of={answer} />
          </section>
        )}
      </article>
    </li>
  );
}

/** Words that somebody has typed, and nothing else: an address in them is no link. */
function Lines({ of }: { readonly of: string }): ReactNode {
  return of
    .split(/\n+/)
    .filter((line) => line.trim() !== "")
    .map((line, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: rendered once
      <p key={index} lang="it">
        {line}
      </p>
    ));
}

export function ThanksPage({ plan }: { readonly plan: PublishedPlan }): ReactNode {
  const { words, language, href } = usePage();
  const own = remarkWords[language];
  const path = `${publicPlanPath(plan.body, plan.firstYear)}/osservazioni`;
  return (
    <Frame title={own.thanksTitle} trail={trailTo(plan, words)} isListed={false}>
      <h1>{own.thanksTitle}</h1>
      <Notice kind="good">
        <p>{own.thanks}</p>
      </Notice>
      <p>
        <a href={href(path)}>{own.back}</a>
      </p>
    </Frame>
  );
}
