import { type Extensions, Node } from "@tiptap/core";
import { ReactNodeViewRenderer } from "@tiptap/react";
import { documentExtensions } from "@upiao/document";
import { IndicatorView } from "./indicator-view.tsx";
import { ObjectiveView } from "./objective-view.tsx";

const views = { objective: ObjectiveView, indicator: IndicatorView };

/** The nodes of a text, with objectives whose fields are filled in where they stand. */
export function textNodes(firstYear: number | undefined): Extensions {
  return documentExtensions.map((extension) => {
    const view = views[extension.name as keyof typeof views];
    if (!view || !(extension instanceof Node)) return extension;
    return extension.extend({
      addOptions: () => ({ firstYear }),
      addNodeView: () => ReactNodeViewRenderer(view),
    });
  });
}
