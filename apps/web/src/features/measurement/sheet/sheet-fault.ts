/** Why a file is not a spreadsheet that can be imported; its sentence is `measurement.sheet.fault.…`. */
export type SheetFaultCode =
  | "TOO_LARGE"
  | "NOT_A_SHEET"
  | "TOO_MANY_SHEETS"
  | "TOO_MANY_ROWS"
  | "TOO_SLOW"
  | "EMPTY"
  | "NO_CODE_COLUMN"
  | "NO_VALUE_COLUMN"
  | "OTHER_YEAR"
  | "COLUMN_TWICE";

export interface SheetFault {
  readonly code: SheetFaultCode;
  readonly details: Readonly<Record<string, string | number>>;
}

/** Thrown by what reads a file; it says nothing that people should not read. */
export class BadSheet extends Error {
  override readonly name = "BadSheet";
  constructor(
    readonly code: SheetFaultCode,
    readonly details: SheetFault["details"] = {},
  ) {
    super(code);
  }
}
