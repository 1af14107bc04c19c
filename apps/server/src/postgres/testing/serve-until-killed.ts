import { startPostgres } from "../start-postgres.ts";

// Another process for the tests: serves from the folder it is given and says the address, or why not.
startPostgres({ dataDir: process.argv[2]!, durable: true }).then(
  ({ url, stop }) => {
    process.stdout.write(`${url}\n`);
    process.once("SIGTERM", () => void stop());
  },
  (error: Error) => {
    process.stdout.write(`${error.message}\n`);
  },
);
