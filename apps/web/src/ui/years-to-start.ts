/** First years of plans that may be begun now: from last year's, which some bodies still owe, to the one after the next; the usual
 *  one first. Years that have a plan are left out, unless all have. */
export function yearsToStart(plans: readonly { readonly firstYear: number }[], thisYear: number): number[] {
  const all = [thisYear + 1, thisYear, thisYear + 2, thisYear - 1];
  const free = all.filter((year) => plans.every(({ firstYear }) => firstYear !== year));
  return free.length > 0 ? free : all;
}
