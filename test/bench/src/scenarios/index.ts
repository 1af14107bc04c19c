import type { Cluster, Server } from "../servers.ts";
import { cursors } from "./cursors.ts";
import { idle } from "./idle.ts";
import { kill } from "./kill.ts";
import { opening } from "./opening.ts";
import { reconnecting } from "./reconnecting.ts";
import { twoNodes } from "./two-nodes.ts";
import { quiet, ramp, room200, steady } from "./typing.ts";
import { writing } from "./writing.ts";

export interface Options {
  readonly seconds: number;
  readonly rounds: number;
}

export type Result = Readonly<Record<string, number | null>>;

/** What is tried on each server; null where it does not apply. */
export type Scenario = (server: Server, cluster: Cluster, options: Options) => Promise<Result | null>;

export const scenarios = {
  quiet,
  steady,
  ramp,
  room200,
  cursors,
  reconnecting,
  idle,
  opening,
  "two-nodes": twoNodes,
  writing,
  kill,
} satisfies Record<string, Scenario>;
