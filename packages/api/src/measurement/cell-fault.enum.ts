import { cellFaultCodes } from "@upiao/domain";
import { registerEnumType } from "type-graphql";

export const enumOfCellFaults = Object.fromEntries(cellFaultCodes.map((code) => [code, code]));
registerEnumType(enumOfCellFaults, { name: "CellFault" });
