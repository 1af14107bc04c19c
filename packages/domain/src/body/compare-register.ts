import type {
  BodyChange,
  BodyRegister,
  IpaEntry,
  KnownBody,
  ListedArea,
  ListedComune,
  NewBody,
  RegisterFault,
  RegisterFaultCode,
  RegisterSource,
} from "./body-register.ts";
import { chooseIpaEntry, ipaNamesOfComune } from "./choose-ipa-entry.ts";
import { compareMergers } from "./compare-mergers.ts";
import { isSameName } from "./same-name.ts";
import { searchName } from "./search-name.ts";

/** More ended bodies than one in twenty, and without a merger that says why, are a wrong file. */
const largestShareEnded = 0.05;

export interface ComparedRegister {
  readonly changes: readonly BodyChange[];
  readonly faults: readonly RegisterFault[];
}

/** What an edition of the registers changes of the bodies that there are, or why it cannot be told. A Comune is known by
 *  its cadastral code, which it keeps when it moves to another Provincia and its ISTAT code changes; what stands over a
 *  province, by its ISTAT code; a union of Comuni, of which ISTAT knows nothing, by its IPA code. `day` is the day of the edition. */
export function compareRegister(
  register: BodyRegister,
  known: readonly KnownBody[],
  day: string,
  { allowMany = false }: { readonly allowMany?: boolean } = {},
): ComparedRegister {
  const comparison = new Comparison(register, known);
  for (const area of register.areas) comparison.takeArea(area);
  for (const comune of register.comuni) comparison.takeComune(comune);
  for (const entry of register.ipa) if (entry.kind === "UNIONE") comparison.takeUnion(entry);
  comparison.endTheRest(day, allowMany);
  return { changes: comparison.changes, faults: comparison.faults };
}

class Comparison {
  readonly changes: BodyChange[] = [];
  readonly faults: RegisterFault[] = [];
  /** The known bodies that the register lists, by id. */
  private readonly listed = new Set<string>();
  private readonly byCadastral: ReadonlyMap<string, KnownBody>;
  private readonly byIstat: ReadonlyMap<string, KnownBody>;
  private readonly unions: readonly KnownBody[];
  private readonly ipaByPlace = new Map<string, IpaEntry[]>();

  constructor(
    private readonly register: BodyRegister,
    private readonly known: readonly KnownBody[],
  ) {
    // One that is in force goes before one that has ended.
    const ordered = [...known].sort(
      (one, other) => Number(one.endedOn === null) - Number(other.endedOn === null),
    );
    const comuni = ordered.filter(({ type }) => type === "COMUNE");
    this.byCadastral = new Map(
      comuni.flatMap((body) => (body.cadastralCode ? [[body.cadastralCode, body]] : [])),
    );
    this.byIstat = new Map(ordered.flatMap((body) => (body.istatCode ? [[body.istatCode, body]] : [])));
    this.unions = ordered.filter(({ type }) => type === "UNIONE").reverse();
    for (const entry of register.ipa) {
      if (entry.kind === "UNIONE") continue;
      const place =
        entry.kind === "COMUNE" ? entry.cadastralCode || entry.istatCode : entry.istatCode.slice(0, 3);
      this.ipaByPlace.set(place, [...(this.ipaByPlace.get(place) ?? []), entry]);
    }
  }

  takeComune(row: ListedComune): void {
    const body = this.findComune(row);
    if (body === "FAULT") return;
    const entries = [
      ...(this.ipaByPlace.get(row.cadastralCode) ?? []),
      ...(this.ipaByPlace.get(row.istatCode) ?? []),
    ];
    const ipaCode = this.readIpa(ipaNamesOfComune(row.name), body, entries);
    const name = body && isSameName(body.name, row.name) ? body.name : row.name;
    if (name.includes("?")) this.fault(row.line, "BAD_NAME", row.name);
    const { istatCode, cadastralCode, provinceSign } = row;
    this.take(body, {
      type: "COMUNE",
      name,
      istatCode,
      cadastralCode,
      provinceSign,
      ipaCode,
      population2011: null,
    });
  }

  takeArea(row: ListedArea): void {
    const body = this.byIstat.get(row.istatCode) ?? this.findMovedArea(row);
    if (body && this.isEnded(body, row.line)) return;
    if (body && body.provinceSign !== row.provinceSign && !bearsName(body.name, row.territory)) {
      this.fault(row.line, "OTHER_BODY", `${row.istatCode} ${row.territory} / ${body.name}`);
      return;
    }
    const keepsName = body !== null && body.type === row.type && bearsName(body.name, row.territory);
    const madeName = `${row.title} di ${row.territory.split("/")[0]}`;
    const entries = this.ipaByPlace.get(row.istatCode) ?? [];
    // Only IPA has the whole name of a body that is new to us: «Provincia dell'Ogliastra».
    const own = entries.filter(
      (entry) =>
        searchName(entry.name).startsWith(searchName(row.title)) && bearsName(entry.name, row.territory),
    );
    const name = keepsName ? body.name : own.length === 1 ? own[0]!.name : madeName;
    const ipaCode = this.readIpa([name], body, entries);
    const { type, istatCode, provinceSign } = row;
    this.take(body, {
      type,
      name,
      istatCode,
      cadastralCode: null,
      provinceSign,
      ipaCode,
      population2011: null,
    });
  }

  takeUnion(entry: IpaEntry): void {
    const { line, ipaCode, name, istatCode, cadastralCode } = entry;
    const seat =
      this.register.comuni.find((comune) => comune.cadastralCode === cadastralCode) ??
      this.register.comuni.find((comune) => comune.istatCode === istatCode) ??
      this.byCadastral.get(cadastralCode) ??
      this.byIstat.get(istatCode);
    const provinceSign = seat?.provinceSign ?? null;
    const body =
      this.unions.find((union) => union.ipaCode === ipaCode) ??
      // One that people had to write down before it was imported.
      this.unions.find((union) => union.ipaCode === null && searchName(union.name) === searchName(name));
    if (body && this.isEnded(body, line, "IPA")) return;
    this.take(body ?? null, {
      ...{ type: "UNIONE", name, ipaCode, provinceSign },
      ...{ istatCode: null, cadastralCode: null, population2011: null },
    });
  }

  /** Those that the register lists no more have ended, and into what the mergers say. */
  endTheRest(day: string, allowMany: boolean): void {
    const { changes, faults } = compareMergers(this.register, this.known, this.listed);
    this.changes.push(...changes);
    this.faults.push(...faults);
    const merged = new Set(changes.map(({ of }) => of.id));
    // The unions are counted for themselves: they are few, and would be lost among the Comuni.
    const hasUnions = this.register.ipa.some(({ kind }) => kind === "UNIONE");
    const registers = [
      ["ISTAT", isOfIstat],
      ["IPA", (body: KnownBody) => hasUnions && isOfIpa(body)],
    ] as const;
    for (const [file, isOfRegister] of registers) {
      const inForce = this.known.filter((body) => body.endedOn === null && isOfRegister(body));
      const ended = inForce.filter(({ id }) => !this.listed.has(id) && !merged.has(id));
      for (const of of ended) this.changes.push({ what: "ENDED", of, day, into: null });
      if (!allowMany && ended.length > inForce.length * largestShareEnded)
        this.fault(null, "MANY_ENDED", `${ended.length}/${inForce.length}`, file);
    }
  }

  private take(body: KnownBody | null, record: NewBody): void {
    if (!body) {
      this.changes.push({ what: "ADDED", body: record });
      return;
    }
    this.listed.add(body.id);
    const fields = [
      ["NAME", body.name, record.name],
      ["TYPE", body.type, record.type],
      ["ISTAT_CODE", body.istatCode, record.istatCode],
      ["CADASTRAL", body.cadastralCode, record.cadastralCode],
      ["PROVINCE", body.provinceSign, record.provinceSign],
      ["IPA_CODE", body.ipaCode, record.ipaCode],
    ] as const;
    for (const [what, before, after] of fields)
      if (after !== null && after !== before) this.changes.push({ what, of: body, before, after });
  }

  private findComune(row: ListedComune): KnownBody | null | "FAULT" {
    const body = this.byCadastral.get(row.cadastralCode);
    if (body) return this.isEnded(body, row.line) ? "FAULT" : body;
    const bearer = this.byIstat.get(row.istatCode);
    if (!bearer) return null;
    // Its code may go to another: then it is listed with a new one of its own.
    const movesAway = this.register.comuni.some(
      ({ cadastralCode }) => cadastralCode === bearer.cadastralCode,
    );
    if (movesAway) return null;
    if (this.isEnded(bearer, row.line)) return "FAULT";
    if (isSameName(bearer.name, row.name)) return bearer;
    this.fault(row.line, "OTHER_BODY", `${row.istatCode} ${row.name} / ${bearer.name}`);
    return "FAULT";
  }

  /** A body of the same territory and sign, whose code the register has no more. */
  private findMovedArea(row: ListedArea): KnownBody | null {
    const codes = new Set(this.register.areas.map(({ istatCode }) => istatCode));
    const moved = this.known.find(
      (body) =>
        (body.type === "PROVINCIA" || body.type === "CITTA_METROPOLITANA") &&
        body.endedOn === null &&
        body.provinceSign === row.provinceSign &&
        body.istatCode !== null &&
        !codes.has(body.istatCode) &&
        bearsName(body.name, row.territory),
    );
    return moved ?? null;
  }

  /** A file that lists what has ended is older than what we have, or tells of a Comune born again: people must look. */
  private isEnded(body: KnownBody, line: number, file: RegisterSource = "ISTAT"): boolean {
    if (body.endedOn === null) return false;
    this.fault(line, "ENDED_AND_LISTED", body.name, file);
    return true;
  }

  private readIpa(
    names: readonly string[],
    body: KnownBody | null,
    entries: readonly IpaEntry[],
  ): string | null {
    const found = chooseIpaEntry(names, body?.ipaCode ?? null, entries);
    if (found === "AMBIGUOUS") {
      const codes = entries.map(({ ipaCode }) => ipaCode).join(", ");
      this.faults.push({
        file: "IPA",
        line: entries[0]!.line,
        code: "AMBIGUOUS_IPA",
        of: `${names[0]}: ${codes}`,
      });
      return null;
    }
    // What IPA has no more is not taken away: a code is read, and its absence says nothing.
    return found?.ipaCode ?? body?.ipaCode ?? null;
  }

  private fault(
    line: number | null,
    code: RegisterFaultCode,
    of: string,
    file: RegisterSource = "ISTAT",
  ): void {
    this.faults.push({ file, line, code, of });
  }
}

function isOfIstat({ type, istatCode }: KnownBody): boolean {
  return type !== "UNIONE" && istatCode !== null;
}

function isOfIpa({ type, ipaCode }: KnownBody): boolean {
  return type === "UNIONE" && ipaCode !== null;
}

/** «Provincia della Spezia» bears the name of «La Spezia»: articles and particles are not the name. */
function bearsName(bodyName: string, territory: string): boolean {
  const words = searchName(bodyName).split(" ");
  const own = searchName(territory.split("/")[0]!)
    .split(" ")
    .filter((word) => word.length > 3);
  return own.every((word) => words.includes(word));
}
