/** The first two numbers of a frame that carries text: sync, then «what you lack» or «update». */
const sync = 0;
const missing = 1;
const update = 2;

export interface FrameListener {
  onHeard(): void;
  /** Whether a frame with text may leave. */
  maySend(isAnswer: boolean): boolean;
  onSent(isAnswer: boolean): void;
}

/** A WebSocket that tells of the frames with text which leave through it, since the server acknowledges them by
 *  number and the provider does not say what it sends; and that holds back those which may not leave. Yjs tidies
 *  formatting marks after other people's changes: such a change of nobody's would get a reader thrown out. */
export function countingSocket(Socket: typeof WebSocket, begin: () => FrameListener): typeof WebSocket {
  return class CountingSocket extends Socket {
    private readonly listener = begin();

    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols);
      this.addEventListener("message", () => this.listener.onHeard());
    }

    override send(data: string | ArrayBufferLike | Blob | ArrayBufferView): void {
      const [type, step] = data instanceof Uint8Array ? data : [];
      const hasText = type === sync && (step === missing || step === update);
      const isAnswer = step === missing;
      if (hasText && !this.listener.maySend(isAnswer)) return;
      if (hasText) this.listener.onSent(isAnswer);
      super.send(data as Uint8Array<ArrayBuffer>);
    }
  };
}
