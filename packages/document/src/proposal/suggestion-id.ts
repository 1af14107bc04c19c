/** What a suggestion is known by, in the text and everywhere else: the proposal it belongs to, the Yjs client under which
 *  it was made, and a number of that client's. So the text alone tells which proposal it is of; and since the log binds
 *  each client to its person, whose it is cannot be made up. */
export interface SuggestionName {
  readonly proposalId: string;
  readonly client: number;
  readonly number: number;
}

const form = /^([\w-]{1,40})\.([0-9a-z]{1,11})\.([0-9a-z]{1,8})$/;

export function suggestionId({ proposalId, client, number }: SuggestionName): string {
  return `${proposalId}.${client.toString(36)}.${number.toString(36)}`;
}

/** Null for what is no such id: any program may have written anything. */
export function readSuggestionId(id: unknown): SuggestionName | null {
  const [, proposalId, client, number] = (typeof id === "string" && form.exec(id)) || [];
  if (!proposalId || !client || !number) return null;
  return { proposalId, client: Number.parseInt(client, 36), number: Number.parseInt(number, 36) };
}

export function isSuggestionId(id: unknown): id is string {
  return readSuggestionId(id) !== null;
}
