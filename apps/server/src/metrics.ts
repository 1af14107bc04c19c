import { Counter, collectDefaultMetrics, Gauge, Registry } from "prom-client";

export interface Measured {
  readonly load: () => { connections: number; rooms: number };
  readonly isBusConnected: () => boolean;
}

/** What `/metrics` tells an operator; nothing of it names a person or a section. */
export function openMetrics({ load, isBusConnected }: Measured) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read());
      },
    });
  gauge("upiao_sync_connections", "Co-editing connections of this node", () => load().connections);
  gauge("upiao_sync_sections", "Sections open on this node", () => load().rooms);
  gauge(
    "upiao_bus_connected",
    "1: news of the other nodes come through; 0: their texts are read from the log",
    () => (isBusConnected() ? 1 : 0),
  );
  const notFound = new Counter({
    name: "upiao_not_found_total",
    help: "Answers NOT_FOUND of the API: whoever tries ids shows here",
    registers: [registry],
  });
  return { notFound, contentType: registry.contentType, print: () => registry.metrics() };
}
