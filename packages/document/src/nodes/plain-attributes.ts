/** Attributes that the editor neither reads from HTML nor writes into it by itself. */
export function attributesNamed(names: readonly string[]) {
  const hidden = { default: null, rendered: false, parseHTML: () => null };
  return Object.fromEntries(names.map((name) => [name, hidden]));
}
