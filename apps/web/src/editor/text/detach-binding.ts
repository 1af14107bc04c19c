import type { Editor } from "@tiptap/core";
import { ySyncPluginKey } from "@tiptap/y-tiptap";

/** The binding's parts that have to be stopped; the package does not tell its type. */
interface Binding {
  destroy(): void;
  _prosemirrorChanged(): void;
}

/** Parts the editor from the shared text, at once and for good: it neither renders the change that is coming nor
 *  writes what it shows back over it. */
export function detachBinding(editor: Editor): void {
  const binding: Binding | undefined = ySyncPluginKey.getState(editor.state)?.binding;
  if (!binding) return;
  binding.destroy();
  binding._prosemirrorChanged = () => {};
}
