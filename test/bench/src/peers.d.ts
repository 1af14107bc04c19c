/** What the bench uses of the servers that it measures beside, which are not installed with the platform. */
declare module "@hocuspocus/server" {
  export class Server {
    constructor(options: { port: number; address: string; quiet: boolean; extensions: readonly object[] });
    listen(): Promise<unknown>;
  }
}
declare module "@hocuspocus/extension-database" {
  export class Database {
    constructor(options: {
      fetch(data: { documentName: string }): Promise<Uint8Array | null>;
      store(data: { documentName: string; state: Buffer }): Promise<void>;
    });
  }
}
declare module "@y/websocket-server/utils" {
  export function setupWSConnection(
    socket: import("ws").WebSocket,
    request: import("node:http").IncomingMessage,
  ): void;
}
