import { expectedResults } from "@upiao/catalog";
import { publicPlanPath } from "@upiao/domain";
import type { ReactNode } from "react";
import type { TerritoryBody } from "../front/read-published.ts";
import { BodyList } from "../front/territory-page.tsx";
import { Frame } from "../layout/frame.tsx";
import { LanguageField } from "../layout/language-field.tsx";
import { usePage } from "../layout/page-context.ts";
import { resultsOnPage } from "../limits.ts";
import { bodyName } from "../plan/plan-names.ts";
import { type FoundText, type FoundTexts, foundSigns } from "./find-texts.ts";
import { addressOf, isEmpty, type SearchQuestion } from "./search-question.ts";

interface Props {
  readonly question: SearchQuestion;
  /** Null: nothing was asked yet. */
  readonly found: FoundTexts | null;
  /** Those whose name was typed. */
  readonly bodies: readonly TerritoryBody[];
}

/** The search over all that was published. */
export function SearchPage({ question, found, bodies }: Props): ReactNode {
  const { words } = usePage();
  const title = question.words ? `${words.searchPage.title}: ${question.words}` : words.searchPage.title;
  return (
    <Frame
      title={title}
      here={words.searchPage.title}
      trail={[]}
      isListed={isEmpty(question)}
      canonical="/pubblico/cerca"
    >
      <h1>{words.searchPage.title}</h1>
      <SearchForm question={question} />
      {bodies.length > 0 && (
        <section aria-labelledby="enti">
          <h2 id="enti">{words.searchPage.bodies(bodies.length)}</h2>
          <BodyList bodies={bodies} />
        </section>
      )}
      {found && (
        <section aria-labelledby="risultati">
          <h2 id="risultati">{words.searchPage.found(found.count, found.isAll)}</h2>
          {found.count === 0 && <p>{words.searchPage.nothing}</p>}
          <ol className="cards">
            {found.texts.map((text) => (
              <Result
                key={`${text.body.id}/${text.firstYear}/${text.amendment}/${text.position}`}
                text={text}
              />
            ))}
          </ol>
          <Pages question={question} count={found.count} />
        </section>
      )}
    </Frame>
  );
}

function SearchForm({ question }: { readonly question: SearchQuestion }): ReactNode {
  const { words } = usePage();
  const { province, body, year, part, result, isOfAllVersions } = question;
  const isNarrow = province !== "" || body !== "" || year !== null || part !== "" || result !== "";
  return (
    <search>
      <form className="asking" action="/pubblico/cerca" method="get">
        <label htmlFor="q">{words.searchPage.words}</label>
        <input
          id="q"
          name="q"
          type="search"
          maxLength={200}
          defaultValue={question.words}
          aria-describedby="q-aiuto"
        />
        <p className="hint" id="q-aiuto">
          {words.searchPage.hint}
        </p>
        <LanguageField />
        <details open={isNarrow || isOfAllVersions}>
          <summary>{words.searchPage.filters}</summary>
          <div className="pair">
            <Field name="ente" label={words.searchPage.body} hint={words.searchPage.bodyHint} value={body} />
            <Field name="provincia" label={words.searchPage.province} value={province} />
            <Field
              name="anno"
              label={words.searchPage.year}
              value={year === null ? "" : String(year)}
              isNumber
            />
            <Field name="parte" label={words.searchPage.part} hint={words.searchPage.partHint} value={part} />
          </div>
          <label htmlFor="risultato">{words.searchPage.result}</label>
          <select id="risultato" name="risultato" defaultValue={result}>
            <option value="">{words.searchPage.anyResult}</option>
            {expectedResults().map(({ code, title }) => (
              <option key={code} value={code}>
                {code} {title.length > 90 ? `${title.slice(0, 90)}…` : title}
              </option>
            ))}
          </select>
          <label className="check">
            <input type="checkbox" name="versioni" value="tutte" defaultChecked={isOfAllVersions} />
            {words.searchPage.old}
          </label>
        </details>
        <button type="submit">{words.searchPage.submit}</button>
      </form>
    </search>
  );
}

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly isNumber?: boolean;
}

function Field({ name, label, hint, value, isNumber = false }: FieldProps): ReactNode {
  const hintId = hint ? `${name}-aiuto` : undefined;
  return (
    <div>
      <label htmlFor={name}>{label}</label>
      <input
        {...{ id: name, name, type: "text", defaultValue: value, "aria-describedby": hintId }}
        inputMode={isNumber ? "numeric" : undefined}
      />
      {hint && (
        <p className="hint" id={hintId}>
          {hint}
        </p>
      )}
    </div>
  );
}

function Result({ text }: { readonly text: FoundText }): ReactNode {
  const { words, href } = usePage();
  const { body, firstYear, amendment, isInForce, number, title, position, excerpt } = text;
  const path = `${publicPlanPath(body, firstYear, isInForce ? null : amendment)}#testo-${position}`;
  return (
    <li>
      <h3>
        <a href={href(path)} lang="it">
          {number} {title}
        </a>
      </h3>
      <p>
        {`${bodyName(body, words)}, ${words.piaoShort(words.years(firstYear))}`}
        {!isInForce && (
          <>
            {" · "}
            {words.amendment(amendment)} <span className="tag tag-old">{words.searchPage.outdated}</span>
          </>
        )}
      </p>
      <p lang="it">
        <Excerpt of={excerpt} />
      </p>
    </li>
  );
}

/** Everything between two signs was looked for. */
function Excerpt({ of }: { readonly of: string }): ReactNode {
  return of.split(foundSigns.begin).map((piece, index) => {
    const [found, rest] = index === 0 ? ["", piece] : cut(piece);
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: rendered once
      <span key={index}>
        {found && <mark>{found}</mark>}
        {rest}
      </span>
    );
  });
}

function cut(piece: string): [string, string] {
  const end = piece.indexOf(foundSigns.end);
  return end < 0 ? ["", piece] : [piece.slice(0, end), piece.slice(end + 1)];
}

function Pages({
  question,
  count,
}: {
  readonly question: SearchQuestion;
  readonly count: number;
}): ReactNode {
  const { words, href } = usePage();
  const last = Math.ceil(count / resultsOnPage);
  if (last < 2) return null;
  const { page } = question;
  return (
    <nav aria-label={words.searchPage.pages} className="pages">
      <ul>
        {page > 1 && (
          <li>
            <a href={href(addressOf(question, page - 1))} rel="prev">
              {words.searchPage.previous}
            </a>
          </li>
        )}
        <li aria-current="page">{words.searchPage.page(page, last)}</li>
        {page < last && (
          <li>
            <a href={href(addressOf(question, page + 1))} rel="next">
              {words.searchPage.next}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
