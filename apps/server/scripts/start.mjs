// One command from a checkout to a running platform. This file keeps to what an old Node.js can read, so that
// it can say that a newer one is needed.
const [major, minor] = process.versions.node.split(".").map(Number);

if (major > 20 || (major === 20 && minor >= 19)) {
  import("./start-platform.mjs").catch((error) => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  });
} else {
  process.stderr.write(
    `UPIAO ha bisogno di Node.js 20.19 o successivo, questo è il ${process.versions.node}. ` +
      "Installare una versione più recente da https://nodejs.org e riprovare.\n",
  );
  process.exit(1);
}
