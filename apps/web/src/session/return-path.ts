const name = "ritorno";

/** The login's address, from which one comes back to `path`. */
export function loginPath(path: string): string {
  return path === "/" ? "/accesso" : `/accesso?${new URLSearchParams({ [name]: path })}`;
}

/** Where the login leads. An address of another site, however it is written, leads to the desk: whoever sends
 *  links to our login must not choose where people believe to be after it. */
export function returnPath(search: string): string {
  const asked = new URLSearchParams(search).get(name) ?? "/";
  const base = "https://here.invalid";
  const found = URL.canParse(asked, base) ? new URL(asked, base) : null;
  if (!asked.startsWith("/") || found?.origin !== base) return "/";
  return found.pathname + found.search;
}
