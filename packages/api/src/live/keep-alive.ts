import type { WebSocket } from "ws";

/** Pings a socket, and cuts it when it has not answered by the next time. */
export function keepAlive(socket: WebSocket, everyMs: number): void {
  let answered = true;
  socket.on("pong", () => {
    answered = true;
  });
  const beat = setInterval(() => {
    if (!answered) return socket.terminate();
    answered = false;
    socket.ping();
  }, everyMs);
  beat.unref();
  socket.once("close", () => clearInterval(beat));
}
