import { createTestDatabase, describeWithRedis, startRedis, WireCutter } from "@upiao/test";
import { Redis } from "ioredis";
import pg from "pg";
import { type BusStand, describeBus } from "./bus.contract.ts";
import { openRedisBus } from "./open-bus.ts";

await describeWithRedis("with Redis", () => {
  describeBus("a bus on Redis", async (): Promise<BusStand> => {
    const test = await createTestDatabase("empty");
    const redis = await startRedis();
    const wire = new WireCutter();
    const url = await wire.lay(redis.url);
    const database = new pg.Client({ connectionString: test.url });
    await database.connect();
    const connections: Redis[] = [];
    const connect = () => {
      const connection = new Redis(redis.url);
      connection.on("error", () => {});
      connections.push(connection);
      return connection;
    };
    return {
      open: (onError) => openRedisBus(url, test.url, onError),
      async changeRights(body) {
        await database.query("SELECT pg_notify('upiao', $1)", [JSON.stringify({ topic: "rights", body })]);
      },
      async overhear(listener) {
        const connection = connect();
        connection.on("pmessage", (_pattern, _channel, message) => listener(message));
        await connection.psubscribe("upiao:*");
      },
      async say(message) {
        const connection = connect();
        const channels = (await connection.pubsub("CHANNELS", "upiao:*")) as string[];
        await Promise.all(channels.map((channel) => connection.publish(channel, message)));
      },
      cut: () => redis.kill(),
      mend: () => redis.restart(),
      stall: () => wire.stall(),
      async close() {
        for (const connection of connections) connection.disconnect();
        await redis.stop();
        await wire.cut();
        await database.end();
        await test.drop();
      },
    };
  });
});
