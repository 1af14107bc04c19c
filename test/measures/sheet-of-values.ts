import writeExcelFile from "write-excel-file/universal";

/** An XLSX file with so many values, two rounds of each indicator. */
export async function sheetOfValues(indicators: readonly string[], count: number): Promise<Buffer> {
  const header = ["Codice", "Valore 1ª rilevazione 2026", "Valore 2ª rilevazione 2026"];
  const number = (n: number) => (n < count ? { value: n + 0.5, type: Number } : null);
  const rows = indicators.map((id, place) => [
    { value: id, type: String },
    number(2 * place),
    number(2 * place + 1),
  ]);
  const blob = await writeExcelFile([header.map((value) => ({ value, type: String })), ...rows]).toBlob();
  return Buffer.from(await blob.arrayBuffer());
}
