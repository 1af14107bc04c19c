import { formatEuro } from "../i18n/formats.ts";
import { useLanguage } from "../i18n/use-language.ts";

/** An amount in euro. */
export function Euro({ amount }: { readonly amount: number }) {
  return <span className="euro">{formatEuro(amount, useLanguage())}</span>;
}
