import type { Page } from "playwright-core";
import { textOf } from "./demonstration.ts";

/** Chooses these words of the text, as a mouse drawn over them does. They stand in one piece. */
export async function chooseWords(page: Page, words: string): Promise<void> {
  await textOf(page).getByText(words).first().waitFor();
  await select(page, words, words.length);
}

/** Puts the caret before these words. */
export async function caretBefore(page: Page, words: string): Promise<void> {
  await textOf(page).getByText(words).first().waitFor();
  await select(page, words, 0);
}

async function select(page: Page, words: string, length: number): Promise<void> {
  await textOf(page).evaluate(
    (text, [words, length]) => {
      (text as HTMLElement).focus();
      const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent!.indexOf(words);
        if (at < 0) continue;
        getSelection()!.setBaseAndExtent(node, at, node, at + length);
        return;
      }
      throw new Error(`«${words}» stands in no single piece of the text`);
    },
    [words, length] as const,
  );
}
