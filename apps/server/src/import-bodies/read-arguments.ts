import { parseArgs } from "node:util";
import { Failure } from "./failure.ts";
import { usage } from "./sentences.ts";

export interface Arguments {
  readonly istat: string;
  readonly ipa: string | null;
  readonly mergers: string | null;
  readonly day: string;
  readonly apply: boolean;
  readonly allowMany: boolean;
}

/** What the command is asked to do; `today` is the day of an edition of which none is said. */
export function readArguments(args: readonly string[], today: string): Arguments {
  const { istat, ipa = null, mergers = null, day = today, ...flags } = parse(args);
  if (!istat || !isDay(day)) throw new Failure("USAGE", usage);
  return { istat, ipa, mergers, day, apply: flags.apply ?? false, allowMany: flags["allow-many"] ?? false };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      // pnpm hands on the two hyphens that some put before the options.
      args: args[0] === "--" ? args.slice(1) : [...args],
      options: {
        istat: { type: "string" },
        ipa: { type: "string" },
        mergers: { type: "string" },
        day: { type: "string" },
        apply: { type: "boolean" },
        "allow-many": { type: "boolean" },
      },
    }).values;
  } catch {
    throw new Failure("USAGE", usage);
  }
}

function isDay(day: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}
