import http from "node:http";

/** Readers who each ask again as soon as they have been answered; what came of it as JSON on standard output. */
const [url, readers, seconds, etag] = process.argv.slice(2) as [string, string, string, string | undefined];
const agent = new http.Agent({ keepAlive: true, maxSockets: Number(readers) });
const headers = { "accept-encoding": "gzip", ...(etag && { "if-none-match": etag }) };
const times: number[] = [];
const statuses: Record<number, number> = {};
let bytes = 0;

const end = performance.now() + Number(seconds) * 1_000;
await Promise.all(Array.from({ length: Number(readers) }, read));
agent.destroy();
times.sort((one, other) => one - other);
const share = (part: number) => times[Math.floor(times.length * part)] ?? 0;
process.stdout.write(
  JSON.stringify({
    ...{ answers: times.length, perSecond: Math.round(times.length / Number(seconds)) },
    ...{ p50Ms: share(0.5), p99Ms: share(0.99), bytesEach: Math.round(bytes / times.length), statuses },
  }),
);

async function read(): Promise<void> {
  while (performance.now() < end) {
    const began = performance.now();
    await new Promise<void>((resolve, reject) => {
      http
        .get(url, { agent, headers }, (answer) => {
          statuses[answer.statusCode!] = (statuses[answer.statusCode!] ?? 0) + 1;
          answer.on("data", (chunk: Buffer) => (bytes += chunk.length));
          answer.on("end", resolve);
        })
        .on("error", reject);
    });
    times.push(performance.now() - began);
  }
}
