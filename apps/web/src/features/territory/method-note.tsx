import { type Figure, figureMethods } from "@upiao/domain";
import { useLanguage } from "../../i18n/use-language.ts";

/** How a figure is made, beside it. */
export function MethodNote({ of }: { readonly of: Figure }) {
  const language = useLanguage();
  return <p className="method-note">{figureMethods[of][language]}</p>;
}
