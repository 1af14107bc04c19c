import * as Y from "yjs";

type Struct = Y.Item | Y.GC | Y.Skip;

/** The structs of one client in an update, which has them together: from where, to where, and how far they are taken. */
interface Run {
  readonly end: number;
  next: number;
}

/** The structs of a decoded update, each after those that it rests on: an update has them client by client. Null when
 *  some rest on each other in a circle, which no Yjs could ever read, or when a client's are not together. */
export function inOrder(structs: readonly Struct[]): readonly Struct[] | null {
  const first = structs[0]?.id.client;
  // As nearly all are.
  if (structs.every(({ id }) => id.client === first)) return structs;
  const runs = runsOf(structs);
  if (!runs) return null;
  const order: Struct[] = [];
  for (const run of runs.values()) if (!takeAll(run, { structs, runs, order })) return null;
  return order;
}

function runsOf(structs: readonly Struct[]): Map<number, Run> | null {
  const runs = new Map<number, Run>();
  for (let start = 0; start < structs.length; ) {
    const { client } = structs[start]!.id;
    if (runs.has(client)) return null;
    let end = start + 1;
    while (end < structs.length && structs[end]!.id.client === client) end++;
    runs.set(client, { end, next: start });
    start = end;
  }
  return runs;
}

interface Way {
  readonly structs: readonly Struct[];
  readonly runs: ReadonlyMap<number, Run>;
  readonly order: Struct[];
}

/** Takes this run to its end, and of others what it needs. */
function takeAll(first: Run, way: Way): boolean {
  const { structs, runs, order } = way;
  const waiting: { run: Run; need: Y.ID }[] = [];
  let run = first;
  for (;;) {
    const struct = run.next < run.end ? structs[run.next]! : null;
    const need = struct && needOf(struct, way);
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
    } else if (!struct || isTaken(last.need, way)) run = waiting.pop()!.run;
  }
}

/** What it rests on that comes with another client's structs and was not taken yet. */
function needOf(struct: Struct, way: Way): Y.ID | null {
  if (!(struct instanceof Y.Item)) return null;
  const { origin, rightOrigin, parent, id } = struct;
  if (origin && origin.client !== id.client && !isTaken(origin, way)) return origin;
  if (rightOrigin && rightOrigin.client !== id.client && !isTaken(rightOrigin, way)) return rightOrigin;
  return parent instanceof Y.ID && parent.client !== id.client && !isTaken(parent, way) ? parent : null;
}

function isTaken({ client, clock }: Y.ID, { structs, runs }: Way): boolean {
  const run = runs.get(client);
  return !run || run.next === run.end || clock < structs[run.next]!.id.clock;
}
