import { parseArgs } from "node:util";
import { makeRooms } from "./make-rooms.ts";

const { values } = parseArgs({
  options: {
    sections: { type: "string", default: "1" },
    url: { type: "string", default: "http://localhost:4000" },
  },
});
try {
  const rooms = await makeRooms(values.url, Number(values.sections), process.env);
  process.stdout.write(`${JSON.stringify(rooms)}\n`);
} catch (error) {
  process.stderr.write(`✗ ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
