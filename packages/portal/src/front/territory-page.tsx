import { publicBodyPath } from "@upiao/domain";
import type { ReactNode } from "react";
import { Frame } from "../layout/frame.tsx";
import { usePage } from "../layout/page-context.ts";
import { bodyName } from "../plan/plan-names.ts";
import type { Words } from "../words/index.ts";
import type { Territory, TerritoryBody } from "./read-published.ts";

/** In addresses, what is of no Province. */
export const otherBodies = "altri";

/** The bodies of a Province that have published something. */
export function TerritoryPage({ territory }: { readonly territory: Territory }): ReactNode {
  const { words } = usePage();
  const name = territoryName(territory, words);
  return (
    <Frame title={`${words.frontPage.bodies}: ${name}`} here={name} trail={[]}>
      <p className="over-title">{words.frontPage.bodies}</p>
      <h1>{name}</h1>
      <BodyList bodies={territory.bodies ?? []} />
    </Frame>
  );
}

export function BodyList({ bodies }: { readonly bodies: readonly TerritoryBody[] }): ReactNode {
  const { words, href } = usePage();
  return (
    <ul className="plain bodies">
      {bodies.map((body) => (
        <li key={body.id}>
          <a href={href(publicBodyPath(body))}>{bodyName(body, words)}</a>{" "}
          <span className="size">({words.frontPage.plans(body.plans)})</span>
        </li>
      ))}
    </ul>
  );
}

export function territoryName({ sign, name }: Territory, words: Words): string {
  return name ?? (sign ? words.frontPage.province(sign) : words.frontPage.otherBodies);
}

export function territoryPath(sign: string | null): string {
  return `/pubblico/territori/${sign ?? otherBodies}`;
}
