import { createTestDatabase, WireCutter } from "@upiao/test";
import pg from "pg";
import { type BusStand, describeBus } from "./bus.contract.ts";
import { openPostgresBus } from "./open-bus.ts";

describeBus("a bus on PostgreSQL", async (): Promise<BusStand> => {
  const test = await createTestDatabase("empty");
  const wire = new WireCutter();
  const url = await wire.lay(test.url);
  const database = new pg.Client({ connectionString: test.url });
  await database.connect();
  const say = async (message: string) => {
    await database.query("SELECT pg_notify('upiao', $1)", [message]);
  };
  return {
    open: (onError) => openPostgresBus(url, onError),
    changeRights: (body) => say(JSON.stringify({ topic: "rights", body })),
    async overhear(listener) {
      database.on("notification", ({ payload }) => listener(payload ?? ""));
      await database.query("LISTEN upiao");
    },
    say,
    cut: () => wire.cut(),
    mend: () => wire.mend(),
    stall: () => wire.stall(),
    async close() {
      await database.end();
      await wire.cut();
      await test.drop();
    },
  };
});
