import {
  type InputHTMLAttributes,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useId,
  useState,
} from "react";

interface Props<T> extends Omit<InputHTMLAttributes<HTMLInputElement>, "value" | "children"> {
  /** The id of what names the field, and with it the list. */
  readonly labelledBy: string;
  readonly typed: string;
  readonly found: readonly T[];
  readonly keyOf: (option: T) => string;
  readonly children: (option: T) => ReactNode;
  readonly onType: (text: string) => void;
  readonly onChoose: (option: T) => void;
  /** Enter, where nothing in the list is marked. */
  readonly onEnter?: (() => void) | undefined;
  /** Esc, where the list is closed. */
  readonly onEscape?: () => void;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** A field with a list of what matches, after the combobox of ARIA 1.2: the focus stays in the field, the arrows
 *  move a mark through the list, and what was typed stands where nothing is chosen. */
export function Combobox<T>(props: Props<T>) {
  const {
    labelledBy,
    typed,
    found,
    keyOf,
    children,
    onType,
    onChoose,
    onEnter,
    onEscape,
    inputRef,
    ...input
  } = props;
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [marked, setMarked] = useState(-1);
  const isShown = isOpen && found.length > 0;
  const at = isShown && marked < found.length ? marked : -1;

  const choose = (option: T) => {
    setOpen(false);
    setMarked(-1);
    onChoose(option);
  };
  const move = (to: number) => {
    setOpen(true);
    setMarked(found.length === 0 ? -1 : (to + found.length) % found.length);
  };
  /** Whether the key was for the list, and not for the field. */
  const takesKey = (key: string): boolean => {
    const option = found[at];
    if (key === "ArrowDown") move(at + 1);
    else if (key === "ArrowUp") move(at < 0 ? -1 : at - 1);
    else if (key === "Enter" && at >= 0 && option !== undefined) choose(option);
    else if (key === "Enter" && onEnter) onEnter();
    else if (key === "Escape" && isShown) setOpen(false);
    else if (key === "Escape" && onEscape) onEscape();
    else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (takesKey(event.key)) event.preventDefault();
  };

  return (
    <>
      <input
        {...input}
        ref={inputRef}
        type="text"
        role="combobox"
        aria-labelledby={labelledBy}
        aria-expanded={isShown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={at < 0 ? undefined : `${id}-${at}`}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setOpen(true);
          setMarked(-1);
          onType(event.target.value);
        }}
        onKeyDown={onKeyDown}
        onBlur={(event) => {
          setOpen(false);
          input.onBlur?.(event);
        }}
      />
      <div
        id={`${id}-list`}
        className="combobox-list"
        role="listbox"
        aria-labelledby={labelledBy}
        hidden={!isShown}
      >
        {isShown &&
          found.map((option, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which keeps the focus.
            <div
              key={keyOf(option)}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              ref={index === at ? showMarked : undefined}
              // The field would lose the focus, and the list close under the pointer.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(option)}
            >
              {children(option)}
            </div>
          ))}
      </div>
    </>
  );
}

function showMarked(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: "nearest" });
}
