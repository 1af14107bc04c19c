/** A fault as it may be logged: drivers put the values of a statement into other fields. */
export function faultOf(error: unknown): object {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  return { fault: { name, message, stack } };
}
