/** Why a file is no ZIP that is unpacked here. */
export class BadZip extends Error {
  override readonly name = "BadZip";
  constructor(readonly code: "NOT_A_ZIP" | "TOO_LARGE") {
    super(code);
  }
}

export interface BoundedZip {
  /** Of all files in it, as its directory has them. */
  readonly names: readonly string[];
  /** The wanted ones. */
  readonly unpack: () => Record<string, Uint8Array>;
}

interface Bounds {
  readonly isWanted: (name: string) => boolean;
  readonly mostUnpackedBytes: number;
}

/** Opens a ZIP file of which the wanted files unpack to no more than this, as its directory says before anything is unpacked;
 *  whatever that says of a file's size, the file gets no more room. Throws a `BadZip`. */
export async function openBoundedZip(
  bytes: Uint8Array,
  { isWanted, mostUnpackedBytes }: Bounds,
): Promise<BoundedZip> {
  const { unzipSync } = await import("fflate");
  const names: string[] = [];
  let unpacked = 0;
  const lookAt = ({ name, originalSize }: { name: string; originalSize: number }) => {
    names.push(name);
    if (isWanted(name)) unpacked += originalSize;
    return false;
  };
  orNoZip(() => unzipSync(bytes, { filter: lookAt }));
  if (unpacked > mostUnpackedBytes) throw new BadZip("TOO_LARGE");
  return {
    names,
    unpack: () => orNoZip(() => unzipSync(bytes, { filter: ({ name }) => isWanted(name) })),
  };
}

/** Files packed again without packing, for libraries that would start workers of their own to unpack what is large. */
export async function packPlainly(files: Record<string, Uint8Array>): Promise<ArrayBuffer> {
  const { zipSync } = await import("fflate");
  return zipSync(files, { level: 0 }).buffer as ArrayBuffer;
}

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

function orNoZip<Result>(read: () => Result): Result {
  try {
    return read();
  } catch {
    throw new BadZip("NOT_A_ZIP");
  }
}
