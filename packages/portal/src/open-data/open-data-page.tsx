import type { ReactNode } from "react";
import { Frame } from "../layout/frame.tsx";
import { usePage } from "../layout/page-context.ts";
import { dataFiles } from "./data-files.ts";
import { type AnyDataTable, planTable } from "./data-tables.ts";
import { dataPath, schemaPath } from "./licence.ts";
import { openDataWords } from "./open-data-words.ts";

/** What data there are, and what each of their fields means. */
export function OpenDataPage(): ReactNode {
  const { language } = usePage();
  const words = openDataWords[language];
  return (
    <Frame title={words.title} description={words.lead} trail={[]}>
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <h2>{words.use}</h2>
      <ul>
        {words.uses.map((use) => (
          <li key={use}>{use}</li>
        ))}
      </ul>
      <h2>{words.ofAll}</h2>
      <p>{words.ofAllLead}</p>
      <p>
        {words.example}:{" "}
        <a href={`${dataPath}/misurazioni.csv?provincia=LU&anno=2026`}>
          <code>{dataPath}/misurazioni.csv?provincia=LU&amp;anno=2026</code>
        </a>
      </p>
      {dataFiles.map(({ key, title, description, table }) => (
        <section key={key} id={key} aria-labelledby={`${key}-titolo`}>
          <h3 id={`${key}-titolo`}>{title[language]}</h3>
          <p>{description[language]}</p>
          <p id={`${key}-csv`}>
            <a href={`${dataPath}/${key}.csv`}>{key}.csv</a>
          </p>
          <Fields of={table} file={`${key}.csv`} />
        </section>
      ))}
      <h2 id="piani-json">{words.ofOne}</h2>
      <p>{words.ofOneLead}</p>
      <ul>
        <li>
          <code>/pubblico/enti/…/…/dati.json</code>: {words.json}
        </li>
        <li>
          <a href={schemaPath}>
            <code>{schemaPath}</code>
          </a>
          : {words.schema}
        </li>
        <li>
          <code>/pubblico/enti/…/…/dati.csv</code>: {words.csv}
        </li>
      </ul>
      <Fields of={planTable} file="dati.csv" />
      <h2 id="catalogo">{words.catalogue}</h2>
      <p>{words.catalogueLead}</p>
      <ul>
        <li>
          <a href="/pubblico/catalogo.jsonld">JSON-LD</a>
        </li>
        <li>
          <a href="/pubblico/catalogo.ttl">Turtle</a>
        </li>
      </ul>
    </Frame>
  );
}

function Fields({ of, file }: { readonly of: AnyDataTable; readonly file: string }): ReactNode {
  const { language } = usePage();
  const words = openDataWords[language];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
    <section className="scrolls" aria-label={words.fields(file)} tabIndex={0}>
      <table>
        <caption>{words.fields(file)}</caption>
        <thead>
          <tr>
            <th scope="col">{words.field}</th>
            <th scope="col">{words.meaning}</th>
          </tr>
        </thead>
        <tbody>
          {of.columns.map(({ name, [language]: meaning }) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td>{meaning}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
