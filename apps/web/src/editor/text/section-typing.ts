import { Extension, InputRule } from "@tiptap/core";
import { type BlockShape, plainShape, shapeOf } from "@upiao/document";
import { blockAtCaret, blockType } from "./block-commands.ts";

const rules: readonly { find: RegExp; shape: (typed: string) => Partial<BlockShape> }[] = [
  { find: /^(#{1,4})\s$/, shape: (typed) => ({ kind: "heading", level: typed.trim().length }) },
  { find: /^[-*]\s$/, shape: () => ({ kind: "bullet" }) },
  { find: /^1[.)]\s$/, shape: () => ({ kind: "ordered" }) },
  { find: /^>\s$/, shape: () => ({ kind: "quote" }) },
];

/** What becomes a heading, a list or a quote while it is typed at the beginning of a paragraph. */
export const SectionTyping = Extension.create({
  name: "sectionTyping",

  addInputRules() {
    return rules.map(
      ({ find, shape }) =>
        new InputRule({
          find,
          handler: ({ state, range, match }) => {
            const block = blockAtCaret(state);
            if (!block || shapeOf(block.node.attrs).kind !== "paragraph") return null;
            const attributes = { ...block.node.attrs, ...plainShape, ...shape(match[0]) };
            state.tr
              .delete(range.from, range.to)
              .setNodeMarkup(block.at, blockType(state.schema), attributes);
            return undefined;
          },
        }),
    );
  },
});
