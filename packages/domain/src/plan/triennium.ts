/** The last of the three years that a PIAO covers. */
export function lastYearOf(firstYear: number): number {
  return firstYear + 2;
}
