import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { judge } from "./bars.ts";
import { type Result, scenarios } from "./scenarios/index.ts";
import { Cluster, type ServerName, serverNames, startServer } from "./servers.ts";

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "10" },
    rounds: { type: "string", default: "3" },
    kills: { type: "string", default: "20" },
    only: { type: "string", default: Object.keys(scenarios).join() },
    servers: { type: "string", default: serverNames.join() },
  },
});
const chosen = values.only.split(",") as (keyof typeof scenarios)[];
const names = values.servers.split(",") as ServerName[];
const options = { seconds: Number(values.seconds), rounds: Number(values.kills) };
const say = (line: string) => process.stderr.write(`${line}\n`);

const cluster = await Cluster.start();
const all = new Map<string, Map<ServerName, Result[]>>();
try {
  // One server after the other within each round: what the machine does meanwhile is the same for all.
  for (let round = 1; round <= Number(values.rounds); round++) {
    for (const scenario of chosen) {
      // Its own rounds are inside; and the long histories take their time.
      if (round > 1 && (scenario === "kill" || scenario === "opening")) continue;
      for (const name of names) await run(round, scenario, name);
    }
  }
} finally {
  await cluster.stop();
}
report();

async function run(round: number, scenario: keyof typeof scenarios, name: ServerName): Promise<void> {
  const server = await startServer(name, cluster);
  try {
    const result = await scenarios[scenario](server, cluster, options);
    if (!result) return;
    const of = all.get(scenario) ?? new Map<ServerName, Result[]>();
    all.set(scenario, of.set(name, [...(of.get(name) ?? []), result]));
    say(`${round} ${scenario} ${name} ${print(result)}`);
  } catch (error) {
    say(`${round} ${scenario} ${name} failed: ${error instanceof Error ? error.message : error}`);
  } finally {
    await server.stop();
  }
}

function report(): void {
  const measured = new Map(
    [...all].map(([scenario, of]) => [
      scenario,
      new Map([...of].map(([name, results]) => [name, medianOf(results)])),
    ]),
  );
  const judged = judge(measured);
  const lines = judged.map(({ what, value, must, dream, verdict }) =>
    [
      what.padEnd(68),
      format(value).padStart(9),
      format(must).padStart(9),
      format(dream).padStart(9),
      verdict,
    ].join("  "),
  );
  say(["", ["".padEnd(68), "measured", "     must", "    dream"].join("  "), ...lines, ""].join("\n"));
  const figures = Object.fromEntries(
    [...measured].map(([scenario, of]) => [scenario, Object.fromEntries(of)]),
  );
  const machine = { cpus: cpus().length, model: cpus()[0]?.model, node: process.version };
  process.stdout.write(`${JSON.stringify({ machine, options: values, ratios: judged, figures }, null, 2)}\n`);
}

function medianOf(results: readonly Result[]): Result {
  return Object.fromEntries(
    Object.keys(results[0]!).map((key) => {
      const sorted = results
        .map((result) => result[key])
        .filter((value): value is number => typeof value === "number")
        .sort((one, two) => one - two);
      return [key, sorted[Math.floor(sorted.length / 2)] ?? null];
    }),
  );
}

function print(result: Result): string {
  return Object.entries(result)
    .map(([key, value]) => `${key}=${format(value)}`)
    .join(" ");
}

function format(value: number | null): string {
  if (value === null) return "–";
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(2);
}
