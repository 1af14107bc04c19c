import type {
  BodyChange,
  BodyRegister,
  KnownBody,
  RegisterFault,
  RegisterFaultCode,
} from "./body-register.ts";

type Ended = Extract<BodyChange, { what: "ENDED" }>;

/** Which bodies have ended by the file of mergers. `listed` has those that the register still lists, by id. */
export function compareMergers(
  { mergers, comuni, areas }: BodyRegister,
  known: readonly KnownBody[],
  listed: ReadonlySet<string>,
): { changes: Ended[]; faults: RegisterFault[] } {
  const changes: Ended[] = [];
  const faults: RegisterFault[] = [];
  for (const { line, from, into, day, isHistory } of mergers) {
    const fault = (code: RegisterFaultCode, of: string) => faults.push({ file: "MERGERS", line, code, of });
    const of =
      known.find((body) => body.cadastralCode === from) ?? known.find((body) => body.istatCode === from);
    if (isHistory && (!of || listed.has(of.id))) continue;
    const successor =
      comuni.find((comune) => comune.cadastralCode === into || comune.istatCode === into) ??
      areas.find((area) => area.istatCode === into) ??
      // One that has itself ended since.
      known.find((body) => body.cadastralCode === into || body.istatCode === into);
    if (!of) fault("UNKNOWN_MERGED", from);
    else if (!successor?.istatCode) fault("UNKNOWN_SUCCESSOR", into);
    else if (listed.has(of.id)) fault("MERGED_AND_LISTED", of.name);
    else if (changes.some((change) => change.of.id === of.id)) fault("TWICE", from);
    else if (!isDone(of, successor.istatCode, day))
      changes.push({ what: "ENDED", of, day, into: successor.istatCode });
  }
  return { changes, faults };

  /** Whether an earlier import has written it. */
  function isDone(of: KnownBody, istatCode: string, day: string): boolean {
    const successor = known.find(({ id }) => id === of.successorId);
    return of.endedOn === day && successor?.istatCode === istatCode;
  }
}
