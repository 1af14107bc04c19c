import type { EventEmitter } from "node:events";

/** By what the nodes hear each other's news of sections and of presence. */
export type WireKind = "POSTGRES" | "REDIS";

/** What comes by a wire, also from this node itself. */
export interface WireEvents {
  text: [text: string];
  ofSection: [sectionId: string, message: Uint8Array];
  /** It was cut, or not there yet, and what was said meanwhile was missed. */
  connected: [];
  lost: [error: unknown];
}

/** Carries messages to all other nodes, in the order in which this one says them. Loosely: what is said while it is cut,
 *  or beyond what it can take, is lost. */
export interface Wire extends EventEmitter<WireEvents> {
  readonly kind: WireKind;
  readonly isConnected: boolean;
  /** A message of more bytes does not fit. */
  readonly largestBytes: number;
  tell(text: string): void;
  tellSection(sectionId: string, message: Uint8Array): void;
  /** `onOpen` is called once it is heard what others tell of the section. */
  openSection(sectionId: string, onOpen: () => void): void;
  closeSection(sectionId: string): void;
  close(): Promise<void>;
}
