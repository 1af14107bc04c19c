import { readFileSync } from "node:fs";
import { join } from "node:path";
import { catalogDir } from "./catalog-dir.ts";

/** A file of the reference data that is missing, or is not what it should be. It names the file. */
export class BadDataFile extends Error {
  override readonly name = "BadDataFile";
}

/** The text of a file of the reference data. */
export function readText(file: string, folder = catalogDir()): string {
  try {
    return readFileSync(join(folder, file), "utf8");
  } catch (cause) {
    throw new BadDataFile(`the reference data lack the file ${file}`, { cause });
  }
}

/** A JSON file of the reference data, whose fields are checked as they are read. */
export function readJson(file: string, folder = catalogDir()): DataRecord {
  const text = readText(file, folder);
  try {
    return new DataRecord(file, "", JSON.parse(text));
  } catch (cause) {
    if (cause instanceof BadDataFile) throw cause;
    throw new BadDataFile(`the reference file ${file} is not JSON`, { cause });
  }
}

type Fields = Readonly<Record<string, unknown>>;

/** An object in a JSON file, which knows where it is so that a wrong field can be named. */
export class DataRecord {
  private readonly fields: Fields;

  constructor(
    private readonly file: string,
    private readonly path: string,
    value: unknown,
  ) {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      throw new BadDataFile(`the reference file ${file} needs an object at «${path}»`);
    }
    this.fields = value as Fields;
  }

  text(field: string): string {
    const value = this.fields[field];
    return typeof value === "string" && value !== "" ? value : this.refuse(field, "a text");
  }

  optionalText(field: string): string | null {
    return this.fields[field] == null ? null : this.text(field);
  }

  optionalNumber(field: string): number | null {
    const value = this.fields[field];
    if (value == null) return null;
    return typeof value === "number" ? value : this.refuse(field, "a number");
  }

  flag(field: string): boolean {
    const value = this.fields[field];
    return typeof value === "boolean" ? value : this.refuse(field, "true or false");
  }

  /** True, or a text that says how far it is so. */
  flagOrRestriction(field: string): boolean {
    return typeof this.fields[field] === "string" || this.flag(field);
  }

  /** The text that says how far it is so; null: it says nothing of the kind. */
  restriction(field: string): string | null {
    return typeof this.fields[field] === "string" ? this.text(field) : null;
  }

  oneOf<const Word extends string>(field: string, words: readonly Word[]): Word {
    const value = this.text(field);
    return words.find((word) => word === value) ?? this.refuse(field, `one of ${words.join(", ")}`);
  }

  record(field: string): DataRecord {
    return new DataRecord(this.file, this.pathOf(field), this.fields[field]);
  }

  records(field: string): DataRecord[] {
    const value = this.fields[field];
    if (!Array.isArray(value)) return this.refuse(field, "a list");
    return value.map((item, index) => new DataRecord(this.file, `${this.pathOf(field)}[${index}]`, item));
  }

  /** Where in its file it is. */
  get place(): string {
    return `the reference file ${this.file} at «${this.path}»`;
  }

  has(field: string): boolean {
    return this.fields[field] != null;
  }

  /** A list of texts. */
  list(field: string): string[] {
    const value = this.fields[field];
    const isList = Array.isArray(value) && value.every((item) => typeof item === "string");
    return isList ? value : this.refuse(field, "a list of texts");
  }

  /** An object that holds nothing but texts. */
  texts(field: string): Record<string, string> {
    const inner = this.record(field);
    return Object.fromEntries(Object.keys(inner.fields).map((key) => [key, inner.text(key)]));
  }

  private refuse(field: string, wanted: string): never {
    throw new BadDataFile(`the reference file ${this.file} needs ${wanted} at «${this.pathOf(field)}»`);
  }

  private pathOf(field: string): string {
    return this.path === "" ? field : `${this.path}.${field}`;
  }
}
