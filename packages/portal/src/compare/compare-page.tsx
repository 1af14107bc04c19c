import type { AdoptedPlan } from "@upiao/document";
import { publicKeyOf } from "@upiao/domain";
import type { ReactNode } from "react";
import type { Published } from "../front/read-published.ts";
import type { PublicObjective } from "../indicators/read-objectives.ts";
import { Frame } from "../layout/frame.tsx";
import { LanguageField } from "../layout/language-field.tsx";
import { Notice } from "../layout/notice.tsx";
import { usePage } from "../layout/page-context.ts";
import { bodyName, planName } from "../plan/plan-names.ts";
import type { PublishedPlan } from "../plan/published-plan.ts";
import { PartsBeside } from "./parts-beside.tsx";
import { ResultsBeside } from "./results-beside.tsx";

export interface ComparedPair {
  readonly plans: readonly [PublishedPlan, PublishedPlan];
  /** In the order of the plans, as everything here. */
  readonly contents: readonly AdoptedPlan[];
  readonly objectives: readonly PublicObjective[];
}

interface Props {
  readonly names: readonly [string, string];
  /** Of the names, those that name nothing that is published. */
  readonly missing: readonly string[];
  /** To choose from. */
  readonly latest: readonly Published[];
  readonly pair: ComparedPair | null;
}

/** Two bodies, or two years of one, side by side. */
export function ComparePage({ names, missing, latest, pair }: Props): ReactNode {
  const { words } = usePage();
  const title = pair
    ? `${words.comparePage.title}: ${pair.plans.map((plan) => planName(plan, words)).join(" · ")}`
    : words.comparePage.title;
  return (
    <Frame
      title={title}
      here={words.comparePage.title}
      trail={[]}
      isListed={names.every((name) => name === "")}
    >
      <h1>{words.comparePage.title}</h1>
      <p className="lead">{words.comparePage.lead}</p>
      {missing.map((name) => (
        <Notice key={name} kind="warning">
          <p>{words.comparePage.notFound(name)}</p>
        </Notice>
      ))}
      <form className="asking" action="/pubblico/confronta" method="get">
        <datalist id="piani">
          {[...new Map(latest.map((one) => [keyOf(one), one])).values()].map((one) => (
            <option key={keyOf(one)} value={keyOf(one)}>
              {bodyName(one.body, words)}, {words.piaoShort(words.years(one.firstYear))}
            </option>
          ))}
        </datalist>
        <div className="pair">
          {(["a", "b"] as const).map((name, index) => (
            <div key={name}>
              <label htmlFor={name}>{index === 0 ? words.comparePage.first : words.comparePage.second}</label>
              <input
                {...{ id: name, name, type: "text", list: "piani", required: true }}
                defaultValue={names[index]}
                aria-describedby="piani-aiuto"
              />
            </div>
          ))}
        </div>
        <p className="hint" id="piani-aiuto">
          {words.comparePage.hint}
        </p>
        <LanguageField />
        <button type="submit">{words.comparePage.submit}</button>
      </form>
      {pair && <ResultsBeside {...pair} />}
      {pair && <PartsBeside {...pair} />}
    </Frame>
  );
}

function keyOf({ body, firstYear }: Published): string {
  return `${publicKeyOf(body)}/${firstYear}`;
}
