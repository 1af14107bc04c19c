export function wordsIn(lines: readonly { readonly words: string }[]): number {
  return lines.reduce((sum, { words }) => sum + (words.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0);
}
