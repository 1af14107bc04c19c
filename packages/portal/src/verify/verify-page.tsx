import { publicPlanPath } from "@upiao/domain";
import type { ReactNode } from "react";
import { Frame } from "../layout/frame.tsx";
import { LanguageField } from "../layout/language-field.tsx";
import { Notice } from "../layout/notice.tsx";
import { usePage } from "../layout/page-context.ts";
import { bodyName } from "../plan/plan-names.ts";
import type { Words } from "../words/index.ts";
import { type KnownFile, theAct } from "./find-file.ts";
import type { Upload } from "./hash-upload.ts";

/** What is known of a file or a hash that somebody asks about. */
export type Finding =
  | { readonly sha256: string; readonly file: KnownFile | null }
  | { readonly fault: Extract<Upload, { fault: string }>["fault"] | "NO_HASH" };

/** Whether a file is one that was published, byte by byte. */
export function VerifyPage({ finding }: { readonly finding: Finding | null }): ReactNode {
  const { words, language } = usePage();
  return (
    <Frame title={words.verifyPage.title} trail={[]} isListed={finding === null}>
      <h1>{words.verifyPage.title}</h1>
      {finding && <Result finding={finding} />}
      <p className="lead">{words.verifyPage.lead}</p>
      <form
        className="asking"
        action={`/pubblico/verifica?lang=${language}`}
        method="post"
        encType="multipart/form-data"
      >
        <label htmlFor="file">{words.verifyPage.file}</label>
        <input id="file" name="file" type="file" aria-describedby="file-aiuto" required />
        <p className="hint" id="file-aiuto">
          {words.verifyPage.fileHint}
        </p>
        <button type="submit">{words.verifyPage.submitFile}</button>
      </form>
      <h2>{words.verifyPage.orHash}</h2>
      <form className="asking" action="/pubblico/verifica" method="get">
        <label htmlFor="impronta">{words.verifyPage.hash}</label>
        <input
          {...{ id: "impronta", name: "impronta", type: "text", required: true, spellCheck: false }}
          autoComplete="off"
          aria-describedby="impronta-aiuto"
        />
        <p className="hint" id="impronta-aiuto">
          {words.verifyPage.hashHint}
        </p>
        <LanguageField />
        <button type="submit">{words.verifyPage.submitHash}</button>
      </form>
      <h2>{words.verifyPage.how}</h2>
      <p>{words.verifyPage.howText}</p>
    </Frame>
  );
}

function Result({ finding }: { readonly finding: Finding }): ReactNode {
  const { words, href } = usePage();
  if ("fault" in finding) {
    return (
      <Notice kind="warning">
        <p>{sentenceOf(finding.fault, words)}</p>
      </Notice>
    );
  }
  const { sha256, file } = finding;
  const hash = (
    <p>
      {words.verifyPage.found}: <code>{sha256}</code>
    </p>
  );
  if (!file) {
    return (
      <Notice kind="warning" title={words.verifyPage.no}>
        <p>{words.verifyPage.noWhy}</p>
        {hash}
      </Notice>
    );
  }
  const { body, firstYear, amendment, isInForce, what } = file;
  return (
    <Notice kind="good" title={words.verifyPage.yes}>
      <p>
        {words.verifyPage.is} {nameOf(what, words)}:{" "}
        <a href={href(publicPlanPath(body, firstYear, isInForce ? null : amendment))}>
          {bodyName(body, words)}, {words.piaoShort(words.years(firstYear))}, {words.amendment(amendment)}
        </a>
      </p>
      {!isInForce && <p>{words.verifyPage.outdated}</p>}
      {hash}
    </Notice>
  );
}

function nameOf(what: string, { verifyPage }: Words): string {
  if (what === "json") return verifyPage.canonical;
  return what === theAct ? verifyPage.act : verifyPage.inFormat(what.toUpperCase());
}

function sentenceOf(fault: string, { verifyPage }: Words): string {
  if (fault === "TOO_LARGE") return verifyPage.tooLarge;
  return fault === "NO_HASH" ? verifyPage.badHash : verifyPage.noFile;
}
