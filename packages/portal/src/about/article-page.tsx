import type { ReactNode } from "react";
import { Frame } from "../layout/frame.tsx";
import type { Article } from "./article.ts";

export function ArticlePage({
  article: { title, lead, sections },
}: {
  readonly article: Article;
}): ReactNode {
  return (
    <Frame title={title} description={lead} trail={[]}>
      <h1>{title}</h1>
      <p className="lead">{lead}</p>
      {sections.map((section) => (
        <section key={section.title}>
          <h2>{section.title}</h2>
          {section.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          {section.items && (
            <ul>
              {section.items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </Frame>
  );
}
