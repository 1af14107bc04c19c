import * as Y from "yjs";

type Struct = Y.Item | Y.GC | Y.Skip;

/** The structs of one client in an update, and how far they have been taken. */
interface Run {
  readonly structs: Struct[];
  next: number;
}

/** The structs of a decoded update, each after those that it rests on: an update has them client by client. Null when
 *  some rest on each other in a circle, which no Yjs could ever read. */
export function inOrder(structs: readonly Struct[]): readonly Struct[] | null {
  const first = structs[0]?.id.client;
  if (structs.every(({ id }) => id.client === first)) return structs;
  const runs = new Map<number, Run>();
  for (const struct of structs) {
    const run = runs.get(struct.id.client);
    if (run) run.structs.push(struct);
    else runs.set(struct.id.client, { structs: [struct], next: 0 });
  }
  const order: Struct[] = [];
  for (const run of runs.values()) if (!takeAll(run, runs, order)) return null;
  return order;
}

/** Takes this run to its end, and of others what it needs. */
function takeAll(first: Run, runs: ReadonlyMap<number, Run>, order: Struct[]): boolean {
  const waiting: { run: Run; need: Y.ID }[] = [];
  let run = first;
  for (;;) {
    const struct = run.structs[run.next];
    const need = struct && needOf(struct, runs);
    if (need) {
      const other = runs.get(need.client)!;
      waiting.push({ run, need });
      if (waiting.some((waiter) => waiter.run === other)) return false;
      run = other;
      continue;
    }
    if (struct) {
      order.push(struct);
      run.next++;
    }
    const last = waiting.at(-1);
    if (!last) {
      if (!struct) return true;
    } else if (!struct || isTaken(last.need, runs)) run = waiting.pop()!.run;
  }
}

/** What it rests on that comes with another client's structs and was not taken yet. */
function needOf(struct: Struct, runs: ReadonlyMap<number, Run>): Y.ID | undefined {
  if (!(struct instanceof Y.Item)) return undefined;
  const { origin, rightOrigin, parent, id } = struct;
  for (const other of [origin, rightOrigin, parent]) {
    if (other instanceof Y.ID && other.client !== id.client && !isTaken(other, runs)) return other;
  }
  return undefined;
}

function isTaken({ client, clock }: Y.ID, runs: ReadonlyMap<number, Run>): boolean {
  const run = runs.get(client);
  const next = run?.structs[run.next];
  return !next || clock < next.id.clock;
}
