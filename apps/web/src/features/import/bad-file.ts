/** Why a file cannot be imported; its sentence is `import.fault.…`. */
export type FileFaultCode =
  | "TOO_LARGE"
  | "NOT_A_DOCUMENT"
  | "OLD_WORD"
  | "OPEN_DOCUMENT"
  | "PDF"
  | "WRONG_NAME"
  | "BROKEN"
  | "TOO_SLOW"
  | "EMPTY";

/** Thrown by what reads a file; it says nothing that people should not read. */
export class BadFile extends Error {
  override readonly name = "BadFile";
  constructor(
    readonly code: FileFaultCode,
    readonly most = 0,
  ) {
    super(code);
  }
}
