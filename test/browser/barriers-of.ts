import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** What axe finds on a page, of WCAG 2.1 A and AA. */
export async function barriersOf(page: Page) {
  // In the middle of a transition colours are nobody's choice.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((one) => Number.isFinite(one.effect?.getComputedTiming().endTime))
        .map(({ finished }) => finished),
    ).then(() => {}),
  );
  const { violations, incomplete } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"])
    .analyze();
  // Words in the colour of their ground are a doubt to axe: they might be hidden on purpose. Ours are not.
  const unseen = incomplete.filter(({ nodes }) =>
    nodes.some(({ any }) => any.some(({ data }) => data?.messageKey === "equalRatio")),
  );
  return [...violations, ...unseen].map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}
