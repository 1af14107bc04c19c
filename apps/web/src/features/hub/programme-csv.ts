import type { TFunction } from "i18next";
import Papa from "papaparse";
import type { PurchaseFieldsFragment } from "../../generated/graphql.ts";
import { bodyTitle } from "../../ui/body-title.ts";

/** The programme of purchases as a spreadsheet in Italy opens it: semicolons, decimal commas and a byte order mark. What begins
 *  as a formula is made text (THREATS T33). */
export function programmeCsv(purchases: readonly PurchaseFieldsFragment[], t: TFunction): string {
  const table = {
    fields: ["body", "year", "quarter", "what", "amount", "cpv"].map((name) => t(`hub.csv.${name}`)),
    data: purchases.map(({ body, year, quarter, what, amount, cpv }) => [
      bodyTitle(body, t),
      year,
      quarter,
      what,
      amount.toFixed(2).replace(".", ","),
      cpv ?? "",
    ]),
  };
  return `\uFEFF${Papa.unparse(table, { delimiter: ";", newline: "\r\n", escapeFormulae: true })}`;
}
