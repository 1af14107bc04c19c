/** `any`: a balancer gives a connection to whichever node, as no session is sticky. `section`: it looks at the address, so that
 *  all who have a section open are on one node. */
export const routings = ["any", "section"] as const;
export type Routing = (typeof routings)[number];

export interface NodeAddresses {
  readonly urls: readonly string[];
  readonly routing: Routing;
}

/** The node that a connection to the section is given to. */
export function nodeOf({ urls, routing }: NodeAddresses, sectionId: string): string {
  const number =
    routing === "section" ? Number.parseInt(sectionId.slice(0, 8), 16) : Math.random() * urls.length;
  return urls[Math.floor(number) % urls.length]!;
}
