import { exec } from "node:child_process";
import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { readText, root } from "./read-repository.ts";

/** What a Dockerfile leaves behind, as far as it can be had without an engine. */
export interface Image {
  /** The working directory of the last stage. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly user: string;
  readonly command: readonly string[];
  readonly healthcheck: readonly string[];
  remove(): Promise<void>;
}

interface Stage {
  readonly folder: string;
  env: Record<string, string>;
  user: string;
  command: string[];
  healthcheck: string[];
}

/** Follows a Dockerfile on this machine: each stage is a folder of its own that begins empty, or as the stage
 *  it is from. Node.js and what a step installs globally are this checkout's. Throws on a line that it cannot
 *  follow. */
export async function buildImage(dockerfile: string): Promise<Image> {
  const top = await mkdtemp(path.join(tmpdir(), "upiao-image-"));
  const stages = new Map<string, Stage>();
  let stage: Stage | undefined;
  try {
    for (const { instruction, rest } of instructionsOf(readText(dockerfile))) {
      if (instruction === "FROM") stage = await beginStage(top, stages, rest);
      else await follow(stage!, stages, instruction, rest);
    }
  } catch (error) {
    await rm(top, { recursive: true, force: true });
    throw error;
  }
  return { ...stage!, remove: () => rm(top, { recursive: true, force: true }) };
}

function instructionsOf(text: string): { instruction: string; rest: string }[] {
  const lines = text.replaceAll(/\\\n/g, " ").split("\n");
  return lines
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map((line) => {
      const [, instruction, rest] = /^([A-Z]+)\s+(.*)$/.exec(line)!;
      return { instruction: instruction!, rest: rest! };
    });
}

async function beginStage(top: string, stages: Map<string, Stage>, from: string): Promise<Stage> {
  const [, base, name] = /^(\S+)(?:\s+AS\s+(\S+))?$/.exec(from)!;
  const folder = path.join(top, name ?? "image");
  await mkdir(folder);
  const parent = stages.get(base!);
  if (parent) await cp(parent.folder, folder, { recursive: true });
  else if (!base!.startsWith("node:")) throw new Error(`no way to follow FROM ${from}`);
  const stage: Stage = { folder, env: { ...parent?.env }, user: "root", command: [], healthcheck: [] };
  if (name) stages.set(name, stage);
  return stage;
}

async function follow(
  stage: Stage,
  stages: ReadonlyMap<string, Stage>,
  instruction: string,
  rest: string,
): Promise<void> {
  switch (instruction) {
    case "WORKDIR":
      if (rest !== "/app") throw new Error("every stage works in /app");
      return;
    case "ENV":
      for (const [, name, value] of rest.matchAll(/(\w+)=(\S+)/g)) stage.env[name!] = value!;
      return;
    case "COPY":
      return copy(stage, stages, rest);
    case "RUN":
      return run(stage, rest);
    case "USER":
      stage.user = rest;
      return;
    case "CMD":
      stage.command = JSON.parse(rest);
      return;
    case "HEALTHCHECK":
      stage.healthcheck = JSON.parse(rest.slice(rest.indexOf("[")));
      return;
    case "EXPOSE":
      return;
    default:
      throw new Error(`no way to follow ${instruction} ${rest}`);
  }
}

async function copy(stage: Stage, stages: ReadonlyMap<string, Stage>, rest: string): Promise<void> {
  const [, from, source, target] = /^(?:--from=(\S+)\s+)?(\S+)\s+(\S+)$/.exec(rest)!;
  const to = path.join(stage.folder, target!);
  if (from) {
    const inStage = path.join(stages.get(from)!.folder, path.relative("/app", source!));
    await cp(inStage, to, { recursive: true, verbatimSymlinks: true });
    return;
  }
  const ignored = ignoredNames();
  await cp(path.join(root, source!), to, {
    recursive: true,
    filter: (name) => !ignored(path.relative(root, name)),
  });
}

/** The two kinds of line that our .dockerignore has: a name at the top, and `**` before a name. */
function ignoredNames(): (name: string) => boolean {
  const patterns = readText(".dockerignore")
    .split("\n")
    .filter(Boolean)
    .map((line) => {
      const name = line
        .replace(/^\*\*\//, "")
        .replaceAll(".", "\\.")
        .replaceAll("*", "[^/]*");
      return new RegExp(`^${line.startsWith("**/") ? "(.*/)?" : ""}${name}$`);
    });
  return (name) => patterns.some((pattern) => pattern.test(name));
}

async function run(stage: Stage, command: string): Promise<void> {
  const [, installed, version] = /^npm install --global (\w+)@(\S+)$/.exec(command) ?? [];
  if (installed) {
    const ours = JSON.parse(readText("package.json")).devDependencies[installed];
    if (ours !== version)
      throw new Error(`the image installs ${installed} ${version}, the checkout has ${ours}`);
    return;
  }
  await promisify(exec)(command, {
    cwd: stage.folder,
    env: {
      ...process.env,
      ...stage.env,
      PATH: `${path.join(root, "node_modules/.bin")}:${process.env.PATH}`,
    },
    maxBuffer: 64 * 1024 * 1024,
  });
}
