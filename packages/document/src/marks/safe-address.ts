const safeProtocols = new Set(["http:", "https:", "mailto:", "tel:"]);

/** Longer ones are not typed by people, and some mail programs cut them. */
const longestAddress = 2_000;

/** The address as a link may carry it, or null: `javascript:`, `data:` and whatever is no absolute address
 *  make no link. */
export function safeAddress(value: unknown): string | null {
  if (typeof value !== "string" || value.length > longestAddress) return null;
  try {
    const { protocol, href } = new URL(value.trim());
    return safeProtocols.has(protocol) ? href : null;
  } catch {
    return null;
  }
}
