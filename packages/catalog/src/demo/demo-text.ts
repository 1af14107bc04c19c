import { readText } from "../data-file.ts";

export interface DemoText {
  readonly title: string;
  readonly markdown: string;
}

/** A text of the demonstration, by its path under `data/demo` and without extension. The first line of the file
 *  is its title. All of them are invented. */
export function demoText(path: string, folder?: string): DemoText {
  const [heading = "", ...lines] = readText(`demo/${path}.md`, folder).split("\n");
  return { title: heading.replace(/^# /, ""), markdown: lines.join("\n").trim() };
}
