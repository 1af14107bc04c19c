import { readFileSync } from "node:fs";

const isLauncher = /^(\S*\/)?((node|bun) \S*)?\b(npm|npx|pnpm|pnpx|yarn)\b/;
const isShell = /^(\S*\/)?(sh|ash|dash|bash|zsh)\b/;

/** Ends this process, as SIGTERM would, when npx or pnpm above it is killed: not each of them passes a signal
 *  on, and a server that nobody sees would keep the port. */
export function endWithLauncher() {
  const chain = chainOfLaunchers();
  if (chain.length === 0) return;
  const watch = setInterval(() => {
    if (chainOfLaunchers().length === chain.length) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGTERM");
  }, 500);
  watch.unref();
}

/** From our parent upwards; above the last npm or pnpm begins the person's own shell, which may end before us. */
function chainOfLaunchers() {
  const chain = [];
  let length = 0;
  for (let pid = process.ppid; pid > 1; pid = parentOf(pid)) {
    const command = commandOf(pid);
    chain.push(pid);
    if (isLauncher.test(command)) length = chain.length;
    else if (!isShell.test(command)) break;
  }
  return chain.slice(0, length);
}

// Linux tells both without starting a program. Elsewhere the chain is empty, and the terminal's signals suffice.
function commandOf(pid) {
  return readProcess(pid, "cmdline").replaceAll("\0", " ");
}

function parentOf(pid) {
  // The name in parentheses may hold anything.
  const afterName = readProcess(pid, "stat").split(") ").at(-1);
  return Number(afterName.split(" ")[1]) || 0;
}

function readProcess(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return "";
  }
}
