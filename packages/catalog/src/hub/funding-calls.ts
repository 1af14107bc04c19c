import { type CatalogueCall, searchName } from "@upiao/domain";
import { type DataRecord, readJson } from "../data-file.ts";

/** The programme whose open data the file is; it names no other issuer. */
const issuer = "PA digitale 2026";

/** The calls of PA digitale 2026 for Comuni, Province and metropolitan cities.
 *  Origin: the programme's open data (`meta` of funding-calls.json says which, when and whether they are verified). They have no
 *  codes of their own: ours come of their titles, which tell them apart. */
export function fundingCalls(folder?: string): CatalogueCall[] {
  const file = readJson("funding-calls.json", folder);
  const meta = file.record("meta");
  const [source, verified] = [meta.text("source"), meta.flag("verified")];
  return file.records("calls").map((call) => ({ ...fundingCall(call), source, verified }));
}

function fundingCall(call: DataRecord): Omit<CatalogueCall, "source" | "verified"> {
  const title = call.text("title");
  return {
    code: `PAD2026-${searchName(title).toUpperCase().replaceAll(" ", "-")}`,
    issuer,
    title,
    measure: call.optionalText("measure"),
    amount: call.optionalNumber("amountEuro"),
    opens: call.optionalText("opens"),
    deadline: call.optionalText("closes"),
    recipients: call.list("recipients"),
  };
}
