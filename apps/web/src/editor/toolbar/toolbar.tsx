import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { partReference } from "@upiao/document";
import { type KeyboardEvent, type MouseEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { partsIn } from "../reference/part-numbers.ts";
import { Icon, type IconName } from "./icons.tsx";
import { isHere, type Tool, toolGroups } from "./tools.ts";

/** Out of the plan, or to a part of it. */
export type LinkKind = "link" | "part";

interface Props {
  readonly editor: Editor;
  /** Asks where the chosen words lead. */
  readonly onLink: (kind: LinkKind) => void;
}

/** One stop for Tab; the arrows go from button to button (ARIA toolbar pattern). */
export function Toolbar({ editor, onLink }: Props) {
  const { t } = useTranslation();
  const bar = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState("undo");
  const shown = useEditorState({ editor, selector: ({ editor }) => readTools(editor) });
  const names = shown.groups.flatMap(({ tools }) => tools.map(({ name }) => name));
  const stop = names.includes(current) ? current : names[0];

  const buttonOf = (name: string) => bar.current?.querySelector<HTMLElement>(`[data-tool="${name}"]`);
  const move = (event: KeyboardEvent) => {
    const last = names.length - 1;
    const at = names.indexOf(stop ?? "");
    const to = {
      ArrowRight: at === last ? 0 : at + 1,
      ArrowLeft: at === 0 ? last : at - 1,
      Home: 0,
      End: last,
    }[event.key];
    const name = to === undefined ? undefined : names[to];
    if (name === undefined) return;
    event.preventDefault();
    setCurrent(name);
    buttonOf(name)?.focus();
  };

  return (
    <div
      ref={bar}
      className="section-toolbar"
      role="toolbar"
      tabIndex={-1}
      aria-label={t("editor.toolbar")}
      onKeyDown={move}
      // The caret stays where it is, so that the words chosen are still chosen.
      onMouseDown={(event: MouseEvent) => event.preventDefault()}
    >
      {shown.groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
        <div
          key={group.name}
          role="group"
          aria-label={t(`editor.toolGroup.${group.name}`)}
          className="section-toolbar__group"
        >
          {group.tools.map((tool) => (
            <button
              key={tool.name}
              type="button"
              className="section-toolbar__button"
              data-tool={tool.name}
              tabIndex={tool.name === stop ? 0 : -1}
              aria-label={t(`editor.tool.${tool.name}`)}
              aria-pressed={tool.isPressed}
              aria-disabled={tool.isIdle}
              title={t(`editor.tool.${tool.name}`) + (tool.keys ? ` (${tool.keys})` : "")}
              onFocus={() => setCurrent(tool.name)}
              onClick={() =>
                !tool.isIdle && (isLinkKind(tool.name) ? onLink(tool.name) : use(tool.name, editor))
              }
            >
              {tool.icon.startsWith("T") ? (
                <span aria-hidden="true">{tool.icon}</span>
              ) : (
                <Icon name={tool.icon as IconName} />
              )}
            </button>
          ))}
        </div>
      ))}
    </div>
  );
}

const isOnReference = (editor: Editor) => partReference(editor.getAttributes("link").href) !== null;

/** The dialog asks before anything is done. */
const links: readonly (Tool & { readonly name: LinkKind })[] = [
  {
    ...{ name: "link", icon: "link", keys: "Ctrl+K" },
    run: () => {},
    isPressed: (editor) => editor.isActive("link") && !isOnReference(editor),
    isIdle: () => false,
  },
  {
    ...{ name: "part", icon: "part" },
    run: () => {},
    isPressed: isOnReference,
    isIdle: ({ state }) => partsIn(state) === null,
  },
];

const isLinkKind = (name: string): name is LinkKind => links.some((link) => link.name === name);

const groups = toolGroups.map((group) =>
  group.name === "words" ? { ...group, tools: [...group.tools, ...links] } : group,
);

function readTools(editor: Editor) {
  return {
    groups: groups.map(({ name, tools }) => ({
      name,
      tools: tools
        .filter((tool) => isHere(tool, editor))
        .map((tool) => ({
          name: tool.name,
          icon: tool.icon,
          keys: tool.keys,
          isPressed: tool.isPressed?.(editor),
          isIdle: tool.isIdle(editor),
        })),
    })),
  };
}

function use(name: string, editor: Editor): void {
  groups
    .flatMap(({ tools }) => tools)
    .find((tool) => tool.name === name)
    ?.run(editor);
}
