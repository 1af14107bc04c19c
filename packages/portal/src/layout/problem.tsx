import type { ReactNode } from "react";
import { Frame } from "./frame.tsx";
import { usePage } from "./page-context.ts";

interface Props {
  readonly title: string;
  readonly sentence: string;
  readonly way?: { readonly name: string; readonly path: string };
}

/** Why a page is not there, and where to go on. */
export function Problem({ title, sentence, way }: Props): ReactNode {
  const { words, href } = usePage();
  return (
    <Frame title={title} trail={[]} isListed={false}>
      <h1>{title}</h1>
      <p className="lead">{sentence}</p>
      {way ? (
        <p>
          <a href={href(way.path)}>{way.name}</a>
        </p>
      ) : (
        <>
          <p>{words.problem.notFoundWays}</p>
          <ul>
            <li>
              <a href={href("/pubblico/cerca")}>{words.search}</a>
            </li>
            <li>
              <a href={href("/pubblico")}>{words.frontPage.title}</a>
            </li>
          </ul>
        </>
      )}
    </Frame>
  );
}
