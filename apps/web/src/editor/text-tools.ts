import type { Editor } from "@tiptap/core";
import type { Sitting } from "./sitting/sitting.ts";

/** An open text, for what stands beside it: comments, proposals, versions. */
export interface TextTools {
  readonly editor: Editor;
  readonly sitting: Sitting;
}
