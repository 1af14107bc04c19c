import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

const usualPorts: Readonly<Record<string, number>> = { "postgres:": 5432, "redis:": 6379 };

/** A wire to a PostgreSQL or a Redis that can be cut and mended. */
export class WireCutter {
  private readonly sockets = new Set<Socket>();
  private server: Server | null = null;
  private port = 0;
  private target = new URL("postgres://127.0.0.1:5432");

  /** The address of the same server at the end of this wire. */
  async lay(address: string): Promise<string> {
    this.target = new URL(address);
    await this.mend();
    const url = new URL(address);
    url.hostname = "127.0.0.1";
    url.port = String(this.port);
    return url.href;
  }

  /** Cuts what goes through it, and lets nobody in until it is mended. */
  async cut(): Promise<void> {
    const { server } = this;
    this.server = null;
    const closed = new Promise((resolve) => server?.close(resolve));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  /** Nothing more comes through the connections that there are, and neither end is told. New ones work. */
  stall(): void {
    for (const socket of this.sockets) socket.unpipe();
  }

  async mend(): Promise<void> {
    this.server = createServer((near) => {
      const far = connect(
        Number(this.target.port) || usualPorts[this.target.protocol]!,
        this.target.hostname,
      );
      for (const socket of [near, far]) {
        this.sockets.add(socket);
        socket.on("error", () => {});
        socket.on("close", () => {
          this.sockets.delete(socket);
          near.destroy();
          far.destroy();
        });
      }
      near.pipe(far).pipe(near);
    });
    await new Promise<void>((resolve) => this.server!.listen(this.port, "127.0.0.1", resolve));
    this.port = (this.server.address() as AddressInfo).port;
  }
}
