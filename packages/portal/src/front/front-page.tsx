import { publicPlanPath } from "@upiao/domain";
import type { ReactNode } from "react";
import { Day } from "../layout/day.tsx";
import { Frame } from "../layout/frame.tsx";
import { usePage } from "../layout/page-context.ts";
import { bodyName } from "../plan/plan-names.ts";
import { SearchBox } from "../search/search-box.tsx";
import type { Published, Territory } from "./read-published.ts";
import { BodyList, territoryName, territoryPath } from "./territory-page.tsx";

interface Props {
  readonly latest: readonly Published[];
  readonly territories: readonly Territory[];
}

/** The beginning of the portal: look for words, see what is new, find a body. */
export function FrontPage({ latest, territories }: Props): ReactNode {
  const { words, href } = usePage();
  const isListed = territories.every(({ bodies }) => bodies !== null);
  return (
    <Frame title={words.frontPage.title}>
      <h1>{words.frontPage.title}</h1>
      <p className="lead">{words.frontPage.lead}</p>
      <SearchBox />
      <section aria-labelledby="ultime">
        <h2 id="ultime">{words.frontPage.latest}</h2>
        {latest.length === 0 && <p>{words.frontPage.nothing}</p>}
        <ul className="cards">
          {latest.map(({ body, firstYear, amendment, publishedAt, isInForce }) => (
            <li key={`${body.id}/${firstYear}/${amendment}`}>
              <h3>
                <a href={href(publicPlanPath(body, firstYear, isInForce ? null : amendment))}>
                  {bodyName(body, words)}: {words.piaoShort(words.years(firstYear))}
                </a>
              </h3>
              <p>
                {words.amendment(amendment)} · <Day of={publishedAt} />
              </p>
            </li>
          ))}
        </ul>
      </section>
      {territories.length > 0 && (
        <section aria-labelledby="enti">
          <h2 id="enti">{words.frontPage.bodies}</h2>
          {isListed ? (
            territories.map((territory) => (
              <section key={territory.sign}>
                <h3>
                  <a href={href(territoryPath(territory.sign))}>{territoryName(territory, words)}</a>
                </h3>
                <BodyList bodies={territory.bodies!} />
              </section>
            ))
          ) : (
            <ul className="plain">
              {territories.map((territory) => (
                <li key={territory.sign}>
                  <a href={href(territoryPath(territory.sign))}>{territoryName(territory, words)}</a>{" "}
                  <span className="size">({words.frontPage.bodyCount(territory.count)})</span>
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
    </Frame>
  );
}
