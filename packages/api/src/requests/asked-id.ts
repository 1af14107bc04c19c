const form = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
/** RFC 9562: the id that nothing has. */
const nothing = "00000000-0000-0000-0000-000000000000";

/** An id as the database reads it. A malformed one takes the way of an unknown one, to the same answer and in
 *  the same time. */
export function askedId(id: string): string {
  const lower = id.toLowerCase();
  return form.test(lower) ? lower : nothing;
}
