import * as encoding from "lib0/encoding";

type Write = (encoder: encoding.Encoder) => void;
/** Client and clock. */
export type PieceId = readonly [client: number, clock: number];

/** What a piece holds, by the numbers that Yjs gives to kinds of content. */
export interface CraftedContent {
  readonly kind: number;
  readonly write: Write;
}

export interface CraftedPiece {
  readonly content: CraftedContent;
  readonly left?: PieceId;
  readonly right?: PieceId;
  readonly parent?: string | PieceId;
  readonly key?: string;
}

const kinds = {
  gc: 0,
  deleted: 1,
  json: 2,
  binary: 3,
  string: 4,
  embed: 5,
  format: 6,
  type: 7,
  any: 8,
  doc: 9,
};
const typeNumbers = { array: 0, map: 1, text: 2, element: 3, fragment: 4, hook: 5, xmlText: 6 };
const skip = 10;

/** Content of every kind that Yjs can read, also of those that no editor writes. */
export const content = {
  string: (text: string): CraftedContent => ({
    kind: kinds.string,
    write: (encoder) => encoding.writeVarString(encoder, text),
  }),
  deleted: (length: number): CraftedContent => ({
    kind: kinds.deleted,
    write: (encoder) => encoding.writeVarUint(encoder, length),
  }),
  any: (...values: encoding.AnyEncodable[]): CraftedContent => ({
    kind: kinds.any,
    write: (encoder) => {
      encoding.writeVarUint(encoder, values.length);
      for (const value of values) encoding.writeAny(encoder, value);
    },
  }),
  /** As `any`, of values that were written by hand. */
  written: (...values: Uint8Array[]): CraftedContent => ({
    kind: kinds.any,
    write: (encoder) => {
      encoding.writeVarUint(encoder, values.length);
      for (const value of values) encoding.writeUint8Array(encoder, value);
    },
  }),
  json: (...values: string[]): CraftedContent => ({
    kind: kinds.json,
    write: (encoder) => {
      encoding.writeVarUint(encoder, values.length);
      for (const value of values) encoding.writeVarString(encoder, value);
    },
  }),
  binary: (bytes: Uint8Array): CraftedContent => ({
    kind: kinds.binary,
    write: (encoder) => encoding.writeVarUint8Array(encoder, bytes),
  }),
  embed: (json: string): CraftedContent => ({
    kind: kinds.embed,
    write: (encoder) => encoding.writeVarString(encoder, json),
  }),
  format: (key: string, json: string): CraftedContent => ({
    kind: kinds.format,
    write: (encoder) => {
      encoding.writeVarString(encoder, key);
      encoding.writeVarString(encoder, json);
    },
  }),
  type: (type: keyof typeof typeNumbers, name?: string): CraftedContent => ({
    kind: kinds.type,
    write: (encoder) => {
      encoding.writeVarUint(encoder, typeNumbers[type]);
      if (name !== undefined) encoding.writeVarString(encoder, name);
    },
  }),
  element: (name: string): CraftedContent => content.type("element", name),
  doc: (guid: string): CraftedContent => ({
    kind: kinds.doc,
    write: (encoder) => {
      encoding.writeVarString(encoder, guid);
      encoding.writeAny(encoder, {});
    },
  }),
};

/** Text that is forgotten, and text that is missing. */
export const gc = (length: number) => ({ number: kinds.gc, length });
export const gap = (length: number) => ({ number: skip, length });

export interface CraftedRun {
  readonly client: number;
  readonly clock: number;
  readonly pieces: readonly (CraftedPiece | ReturnType<typeof gc>)[];
}

/** A Yjs update (V1) as no editor would write it. */
export function craftUpdate(
  runs: readonly CraftedRun[],
  deletions: readonly {
    client: number;
    ranges: readonly (readonly [clock: number, length: number])[];
  }[] = [],
): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, runs.length);
    for (const { client, clock, pieces } of runs) {
      for (const number of [pieces.length, client, clock]) encoding.writeVarUint(encoder, number);
      for (const piece of pieces) writePiece(encoder, piece);
    }
    encoding.writeVarUint(encoder, deletions.length);
    for (const { client, ranges } of deletions) {
      for (const number of [client, ranges.length, ...ranges.flat()]) encoding.writeVarUint(encoder, number);
    }
  });
}

function writePiece(encoder: encoding.Encoder, piece: CraftedRun["pieces"][number]): void {
  if ("number" in piece) {
    encoding.writeUint8(encoder, piece.number);
    encoding.writeVarUint(encoder, piece.length);
    return;
  }
  const { left, right, parent, key } = piece;
  encoding.writeUint8(encoder, piece.content.kind | (left ? 128 : 0) | (right ? 64 : 0) | (key ? 32 : 0));
  for (const id of [left, right]) if (id) for (const part of id) encoding.writeVarUint(encoder, part);
  if (!left && !right) {
    encoding.writeVarUint(encoder, typeof parent === "object" ? 0 : 1);
    if (typeof parent === "object") for (const part of parent) encoding.writeVarUint(encoder, part);
    else encoding.writeVarString(encoder, parent ?? "default");
    if (key) encoding.writeVarString(encoder, key);
  }
  piece.content.write(encoder);
}
