import { AlignmentType, type INumberingOptions, LevelFormat } from "docx";

const depths = [0, 1, 2, 3, 4, 5] as const;
const bullets = ["•", "◦", "▪", "•", "◦", "▪"] as const;

type Config = INumberingOptions["config"][number];

/** Each list counts for itself, from its own first number: Word would count on where an earlier list has ended. */
export class ListReferences {
  private readonly configs = new Map<string, Config>();
  private instances = 0;

  /** What the items of a new list name. */
  next(start: number | null, depth: number): { reference: string; instance: number; level: number } {
    const reference = start === null ? "bullets" : `numbers-${start}`;
    if (!this.configs.has(reference)) this.configs.set(reference, configOf(reference, start));
    // Bullets count nothing.
    const instance = start === null ? 0 : ++this.instances;
    return { reference, instance, level: Math.min(depth, depths.length - 1) };
  }

  get config(): Config[] {
    return [...this.configs.values()];
  }
}

function configOf(reference: string, start: number | null): Config {
  return {
    reference,
    levels: depths.map((level) => ({
      level,
      format: start === null ? LevelFormat.BULLET : LevelFormat.DECIMAL,
      text: start === null ? bullets[level] : `%${level + 1}.`,
      start: start ?? 1,
      alignment: AlignmentType.START,
      style: { paragraph: { indent: { left: 425 * (level + 1), hanging: 425 } } },
    })),
  };
}
