import { QueryFailedError } from "typeorm";

/** What a log may hold of a fault: where it happened and of which kind, and none of the data on which it
 *  happened. PostgreSQL and the parsers put those into their messages, in quotes. */
export function describeFault(fault: unknown): object {
  if (!(fault instanceof Error)) return { kind: typeof fault };
  const frames = (fault.stack ?? "").split("\n").filter((line) => line.startsWith("    at "));
  if (fault instanceof QueryFailedError) {
    const { code, table, constraint } = fault.driverError as {
      code?: string;
      table?: string;
      constraint?: string;
    };
    return { kind: fault.name, code, table, constraint, stack: frames.join("\n") };
  }
  return { kind: fault.name, message: withoutData(fault.message), stack: frames.join("\n") };
}

function withoutData(message: string): string {
  return message.replace(/(["'`«]).*(["'`»])/gs, "$1…$2").replace(/\S+@\S+/g, "…@…");
}
