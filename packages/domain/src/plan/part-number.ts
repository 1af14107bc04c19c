const shape = /^[1-9]\d?(\.[1-9]\d?)?$/;

/** `2` for a part, `2.4` for a subsection; the plan has no third level. */
export function isPartNumber(text: string): boolean {
  return shape.test(text);
}

/** The part of a subsection; null for a part. */
export function parentOf(number: string): string | null {
  const [part, subsection] = number.split(".");
  return subsection === undefined ? null : part!;
}

/** 0 for a part, 1 for a subsection. */
export function depthOf(number: string): number {
  return parentOf(number) === null ? 0 : 1;
}

/** Negative when `one` stands before `other`: `2` before `2.1`, `2.9` before `2.10`. */
export function comparePartNumbers(one: string, other: string): number {
  const [part, subsection] = sizesOf(one);
  const [otherPart, otherSubsection] = sizesOf(other);
  return part - otherPart || subsection - otherSubsection;
}

function sizesOf(number: string): [part: number, subsection: number] {
  const [part, subsection = "0"] = number.split(".");
  return [Number(part), Number(subsection)];
}
