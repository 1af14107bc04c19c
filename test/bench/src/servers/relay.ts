import { createServer } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";

/** Hands every frame on to all others of its room, and knows nothing of what it says: the least that a server can do. With
 *  `JOINED=1` the frames of one turn of the event loop leave in one write. */
const joined = process.env.JOINED === "1";
const rooms = new Map<string, Set<WebSocket>>();
const corked = new Set<Duplex>();

const http = createServer();
const sockets = new WebSocketServer({ server: http, perMessageDeflate: false });
sockets.on("connection", (socket, request) => {
  const name = request.url ?? "";
  const room = rooms.get(name) ?? new Set();
  rooms.set(name, room.add(socket));
  socket.on("close", () => room.delete(socket));
  socket.on("message", (data: Buffer) => {
    // The handshake is between a client and its server: an empty answer to an empty question.
    if (data[0] === 0 && data[1] === 0) return socket.send(Uint8Array.of(0, 1, 2, 0, 0));
    for (const other of room) if (other !== socket) send(other, data);
  });
});

function send(socket: WebSocket, data: Buffer): void {
  if (!joined) return socket.send(data);
  const { _socket: stream } = socket as unknown as { _socket: Duplex };
  if (!corked.has(stream)) {
    stream.cork();
    if (corked.size === 0) setImmediate(uncorkAll);
    corked.add(stream);
  }
  socket.send(data);
}

function uncorkAll(): void {
  for (const stream of corked) stream.uncork();
  corked.clear();
}

http.listen(Number(process.env.PORT), "127.0.0.1", () => process.stdout.write("ready\n"));
