import type { ReactNode } from "react";
import { LanguageField } from "../layout/language-field.tsx";
import { usePage } from "../layout/page-context.ts";

/** The one field of the search, on pages that are about something else. */
export function SearchBox({ body }: { readonly body?: string }): ReactNode {
  const { words } = usePage();
  return (
    <search>
      <form className="asking" action="/pubblico/cerca" method="get">
        <label htmlFor="q">{body ? words.bodyPage.searchHere : words.searchPage.words}</label>
        <input id="q" name="q" type="search" maxLength={200} required />
        {body && <input type="hidden" name="ente" value={body} />}
        <LanguageField />
        <button type="submit">{words.searchPage.submit}</button>
      </form>
    </search>
  );
}
