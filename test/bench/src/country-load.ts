import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Orders, ReportOfLoad } from "./country/load-process.ts";
import { Share } from "./country/share.ts";
import { Tally } from "./country/tally.ts";

let share: Share;
let cpu = process.cpuUsage();
const lag = monitorEventLoopDelay({ resolution: 10 });
lag.enable();

const answers: { [Order in keyof Orders]: (said: Orders[Order]["says"]) => unknown } = {
  enter({ sections, nodes }) {
    share = new Share(sections, nodes);
    return share.enter();
  },
  type: (part) => share.type(part),
  report,
  rest: () => share.rest(),
  check: () => share.check(),
};

/** What came since the last report. */
function report(): ReportOfLoad {
  const { user, system } = process.cpuUsage(cpu);
  cpu = process.cpuUsage();
  const { tally, askedAgain, holes } = share;
  share.tally = new Tally();
  const lagMs = lag.percentile(99) / 1e6;
  lag.reset();
  return { ...tally.print(), askedAgain, holes, lagMs, cpuSeconds: (user + system) / 1e6 };
}

process.on("message", async ({ order, says }: { order: keyof Orders; says: never }) => {
  process.send!({ answer: (await answers[order](says)) ?? null });
});
