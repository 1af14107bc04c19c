import { cpus, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { routings } from "./country/node-of.ts";
import { simulateCountry } from "./country/simulate.ts";

const { values } = parseArgs({
  options: {
    bodies: { type: "string", default: "8000" },
    sections: { type: "string", default: "16000" },
    connections: { type: "string", default: "40000" },
    /** With all who type at it; before, a fifth of this each with nobody, a quarter of them and half. */
    minutes: { type: "string", default: "5" },
    /** Percent. */
    typing: { type: "string", default: "10" },
    workers: { type: "string", default: "3" },
    routing: { type: "string", default: "any" },
  },
});
const options = {
  bodies: Number(values.bodies),
  sections: Number(values.sections),
  connections: Number(values.connections),
  minutes: Number(values.minutes),
  typing: Number(values.typing),
  workers: Number(values.workers),
  routing: routings.find((known) => known === values.routing) ?? "any",
};
const machine = {
  cpus: cpus().length,
  model: cpus()[0]?.model,
  memoryBytes: totalmem(),
  node: process.version,
};
const result = await simulateCountry(options, (line) => process.stderr.write(`${line}\n`));
process.stdout.write(`${JSON.stringify({ machine, options, ...result }, null, 2)}\n`);
