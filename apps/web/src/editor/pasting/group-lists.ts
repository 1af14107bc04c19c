/** Puts the list items of a section, which are siblings of its other blocks, into the lists that other programs
 *  expect in what is copied. */
export function groupLists(parent: ParentNode & Node): void {
  const document = parent.ownerDocument;
  if (!document) return;
  /** The lists that the next item may go into, from the outermost. */
  let open: HTMLElement[] = [];
  for (const child of [...parent.children]) {
    const kind = child.getAttribute("data-kind");
    if (kind !== "bullet" && kind !== "ordered") {
      open = [];
      continue;
    }
    const depth = Number(child.getAttribute("data-indent") ?? 0) + 1;
    const tag = kind === "ordered" ? "ol" : "ul";
    open = open.slice(0, depth);
    if (open.length === depth && open.at(-1)?.localName !== tag) open.pop();
    while (open.length < depth) {
      const list = document.createElement(open.length === depth - 1 ? tag : "ul");
      const above = open.at(-1);
      if (above) (above.lastElementChild ?? above).append(list);
      else child.before(list);
      open.push(list);
    }
    const item = document.createElement("li");
    item.append(...child.childNodes);
    open.at(-1)?.append(item);
    child.remove();
  }
}
