import cluster from "node:cluster";
import {
  type Aggregator,
  AggregatorRegistry,
  Counter,
  collectDefaultMetrics,
  Gauge,
  Registry,
} from "prom-client";
import { figuresOfAllWorkers } from "./worker-link.ts";

export interface Measured {
  readonly load: () => { connections: number; rooms: number; copies: number };
  readonly isBusConnected: () => boolean;
}

/** What `/metrics` tells an operator; nothing of it names a person or a section. */
export function openMetrics({ load, isBusConnected }: Measured) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string, read: () => number, aggregator: Aggregator = "sum") =>
    new Gauge({
      name,
      help,
      aggregator,
      registers: [registry],
      collect() {
        this.set(read());
      },
    });
  gauge("upiao_sync_connections", "Co-editing connections", () => load().connections);
  gauge(
    "upiao_sync_proposal_copies",
    "Open co-editing sections of which a copy is kept for those who may only propose",
    () => load().copies,
  );
  gauge(
    "upiao_sync_sections",
    "Sections open, counted in each process that has them open",
    () => load().rooms,
  );
  gauge(
    "upiao_bus_connected",
    "1: news of the other nodes come through; 0: their texts are read from the log",
    () => (isBusConnected() ? 1 : 0),
    "min",
  );
  const notFound = new Counter({
    name: "upiao_not_found_total",
    help: "Answers NOT_FOUND of the API: whoever tries ids shows here",
    registers: [registry],
  });
  if (cluster.isWorker) {
    AggregatorRegistry.setRegistries([registry]);
    // It answers from now on.
    new AggregatorRegistry();
  }
  /** Whichever worker is asked tells the figures of all. */
  const print = () => (cluster.isWorker ? figuresOfAllWorkers() : registry.metrics());
  return { notFound, contentType: registry.contentType, print };
}
