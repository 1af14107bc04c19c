/** No act of a Province names a larger one. */
export const largestAmount = 1e11;

/** An amount in euro as people in Italy write it, or as a program does; null when it is none. Thousands are parted by dots and
 *  cents by a comma: «12.500,50», «12500,5», «12500.50». */
export function parseAmount(text: string): number | null {
  const bare = text.replace(/[\s€]/g, "");
  const italian = /^\d{1,3}(\.\d{3})+(,\d{1,2})?$|^\d+(,\d{1,2})?$/.test(bare);
  const plain = italian ? bare.replaceAll(".", "").replace(",", ".") : bare;
  if (!/^\d+(\.\d{1,2})?$/.test(plain)) return null;
  const amount = Number(plain);
  return amount <= largestAmount ? amount : null;
}
