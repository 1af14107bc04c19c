import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import type { Growth, SectionListener } from "./bus.ts";

const Kind = { growth: 0, awareness: 1, question: 2 } as const;

/** News of a section as bytes: who sends it, its kind, and what it says. */
export function encodeGrowth(node: string, { seq, updates }: Growth): Uint8Array {
  const encoder = begin(node, Kind.growth);
  encoding.writeVarUint(encoder, seq);
  encoding.writeVarUint(encoder, updates.length);
  for (const { bytes, authorId } of updates) {
    encoding.writeVarString(encoder, authorId ?? "");
    encoding.writeVarUint8Array(encoder, bytes);
  }
  return encoding.toUint8Array(encoder);
}

export function encodeAwareness(node: string, awareness: Uint8Array): Uint8Array {
  const encoder = begin(node, Kind.awareness);
  encoding.writeUint8Array(encoder, awareness);
  return encoding.toUint8Array(encoder);
}

export function encodeQuestion(node: string): Uint8Array {
  return encoding.toUint8Array(begin(node, Kind.question));
}

export function senderOf(bytes: Uint8Array): string {
  return decoding.readVarString(decoding.createDecoder(bytes));
}

/** Hands on what another node says. Throws when the bytes are none of this. */
export function hearSectionNews(bytes: Uint8Array, listener: SectionListener): void {
  const decoder = decoding.createDecoder(bytes);
  const node = decoding.readVarString(decoder);
  const kind = decoding.readUint8(decoder);
  if (kind === Kind.question) return listener.asked();
  if (kind === Kind.awareness) return listener.heard(decoding.readTailAsUint8Array(decoder), node);
  const seq = decoding.readVarUint(decoder);
  const updates = Array.from({ length: decoding.readVarUint(decoder) }, () => ({
    authorId: decoding.readVarString(decoder) || null,
    bytes: decoding.readVarUint8Array(decoder),
  }));
  listener.grown({ seq, updates });
}

function begin(node: string, kind: number): encoding.Encoder {
  const encoder = encoding.createEncoder();
  encoding.writeVarString(encoder, node);
  encoding.writeUint8(encoder, kind);
  return encoder;
}
