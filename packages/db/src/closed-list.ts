/** The words of a closed list as an object, which is what GraphQL registers as an enum. */
export function enumOf<const Word extends string>(words: readonly Word[]): { readonly [W in Word]: W } {
  return Object.fromEntries(words.map((word) => [word, word])) as { [W in Word]: W };
}

/** A CHECK for a column that holds one of these words. Text with a check, not a PostgreSQL enum: a new
 *  word is then an ordinary migration inside a transaction. */
export function oneOf(column: string, words: readonly string[]): string {
  return `${column} = ANY (ARRAY[${words.map((word) => `'${word}'::text`).join(", ")}])`;
}
