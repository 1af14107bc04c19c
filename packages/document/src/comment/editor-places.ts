import type { Node } from "@tiptap/pm/model";

interface Line {
  /** Of its first letter, in the running text and in the editor's document. */
  readonly offset: number;
  readonly position: number;
  readonly length: number;
}

/** Between the letters of a `RunningText` and the positions of an editor that shows the same text. */
export class EditorPlaces {
  private readonly lines: Line[] = [];

  constructor(doc: Node) {
    let offset = 0;
    doc.descendants((node, at) => {
      if (!node.isTextblock) return true;
      this.lines.push({ offset, position: at + 1, length: node.content.size });
      offset += node.content.size + 1;
      return false;
    });
  }

  /** The letter at this position; of one between two blocks, the next one's first. */
  offsetOf(position: number): number {
    const line = this.lines.find((each) => position <= each.position + each.length) ?? this.lines.at(-1);
    if (!line) return 0;
    return line.offset + Math.min(line.length, Math.max(0, position - line.position));
  }

  positionOf(offset: number): number {
    let low = 0;
    let high = this.lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.lines[middle]!.offset <= offset) low = middle;
      else high = middle - 1;
    }
    const line = this.lines[low];
    return line ? line.position + Math.min(line.length, offset - line.offset) : 0;
  }
}
