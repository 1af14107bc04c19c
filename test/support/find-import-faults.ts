import path from "node:path";

/** A file of the repository, named from its top. */
export interface SourceFile {
  readonly name: string;
  readonly text: string;
}

/** What a package.json says of its dependencies. */
export interface PackageManifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

export interface Repository {
  readonly files: readonly SourceFile[];
  /** By folder, "" being the top. */
  readonly manifests: ReadonlyMap<string, PackageManifest>;
}

const doors = ["bus", "catalog", "db", "document", "domain", "export", "identity"];

/** Which packages the code of a package may import. One way: from the doors down to the rules. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  document: ["domain"],
  bus: [],
  catalog: ["domain"],
  db: ["domain"],
  identity: ["db", "domain"],
  export: ["document", "domain"],
  api: doors,
  sync: doors,
  portal: doors,
  web: ["document", "domain"],
  server: [...doors, "api", "sync", "portal"],
};

/** Every import that goes the wrong way, past an index or beyond what a package.json names, as a sentence. */
export function findImportFaults({ files, manifests }: Repository): string[] {
  const known = new Set(files.map(({ name }) => name));
  const faults: string[] = [];
  const edges = new Map<string, string[]>();
  for (const { name, text } of files) {
    const home = homeOf(name);
    if (home === null) continue;
    const values: string[] = [];
    for (const { from, typeOnly } of importsOf(text)) {
      const fault = from.startsWith(".")
        ? faultOfRelative(name, home, from)
        : faultOfPackage(name, home, from, manifests);
      if (fault) faults.push(`${name} imports ${from}: ${fault}`);
      if (from.startsWith(".") && !typeOnly) values.push(path.posix.join(path.posix.dirname(name), from));
    }
    edges.set(
      name,
      values.filter((target) => known.has(target)),
    );
  }
  return [...faults, ...findCircles(edges)];
}

interface Home {
  readonly folder: string;
  readonly name: string;
}

function homeOf(file: string): Home | null {
  const [, folder, name] = /^((?:packages|apps)\/([^/]+))\//.exec(file) ?? [];
  if (folder && name) return { folder, name };
  if (file.startsWith("test/bench/")) return { folder: "test/bench", name: "bench" };
  return file.startsWith("test/") ? { folder: "test", name: "test" } : null;
}

const isTest = (file: string): boolean => /\.(test|contract)\.tsx?$|(^|\/)(test|testing)\//.test(file);
// Read by a tool of the workshop, never by the product.
const isTooling = (file: string): boolean => /\.config\.ts$|\/codegen\.ts$|\/(scripts|build)\//.test(file);

function faultOfRelative(file: string, home: Home, from: string): string | null {
  const target = path.posix.join(path.posix.dirname(file), from);
  if (target.startsWith(`${home.folder}/`)) return null;
  // An app is started, not imported; the tests' support and the bench start what it starts, by the same means.
  if (/^test\/(support|bench)\//.test(file) && target.startsWith("apps/server/")) return null;
  return "a package is used through its index, by its name";
}

function faultOfPackage(
  file: string,
  home: Home,
  from: string,
  manifests: ReadonlyMap<string, PackageManifest>,
): string | null {
  if (from.startsWith("node:")) return null;
  const [, scope, name] = /^(@[^/]+\/)?([^/]+)/.exec(from) ?? [];
  const asked = `${scope ?? ""}${name}`;
  if (scope === "@upiao/" && from !== asked) return "a package is used through its index and nothing else";
  if (isTest(file) && ["@upiao/test", `@upiao/${home.name}`].includes(asked)) return null;

  const own = manifests.get(home.folder);
  const named = { ...own?.dependencies, ...own?.optionalDependencies };
  if (isTest(file) || isTooling(file)) {
    Object.assign(named, own?.devDependencies, manifests.get("")?.devDependencies);
  } else if (from.startsWith("@types/") || own?.devDependencies?.[asked]) {
    return `${home.folder}/package.json names it for development only`;
  }
  if (!(asked in named)) return `${home.folder}/package.json does not name it`;
  if (scope === "@upiao/" && !isTest(file) && !mayImport[home.name]?.includes(name!)) {
    return `${home.name} stands below ${name}, or beside it`;
  }
  return null;
}

interface Import {
  readonly from: string;
  readonly typeOnly: boolean;
}

/** Statements, and calls of `import()`, whose place is a literal. */
function* importsOf(text: string): Generator<Import> {
  const statement = /^\s*(import|export)\s+(type\s+)?(?:[\w*{][^"';]*?\bfrom\s*)?["']([^"']+)["']/gm;
  for (const [, , type, from] of text.matchAll(statement))
    yield { from: from!, typeOnly: type !== undefined };
  for (const [, from] of text.matchAll(/\bimport\(\s*["']([^"']+)["']\s*\)/g)) {
    yield { from: from!, typeOnly: true }; // loaded later: it closes no circle
  }
}

function findCircles(edges: ReadonlyMap<string, readonly string[]>): string[] {
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) {
      circles.push(`${[...way.slice(way.indexOf(file)), file].join(" → ")}: a circle`);
      return;
    }
    if (done.has(file)) return;
    for (const next of edges.get(file) ?? []) visit(next, [...way, file]);
    done.add(file);
  };
  for (const file of edges.keys()) visit(file, []);
  return circles;
}
