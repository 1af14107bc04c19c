import { type ReactNode, useEffect, useRef } from "react";
import { useLocation } from "react-router";

interface Props {
  /** What the browser calls the page, and the heading's words where it has no others. */
  readonly title: string;
  /** The language of the words, where it is not the page's. */
  readonly lang?: "it";
  readonly className?: string;
  readonly children?: ReactNode;
}

// What is opened by its address begins at its top, and the browser puts the focus there.
let shownPath: string | null = null;

/** The heading of a page. It takes the focus when somebody has come here from another page: who does not see it
 *  hears where they are, as after a page that a server sends. */
export function PageHeading({ title, lang, className, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    const hasCome = shownPath !== null && shownPath !== pathname;
    shownPath = pathname;
    if (hasCome) heading.current?.focus({ preventScroll: true });
  }, [pathname]);
  useEffect(() => {
    document.title = `${title} · UPIAO`;
  }, [title]);
  return (
    <h1 ref={heading} tabIndex={-1} lang={lang} className={className}>
      {children ?? title}
    </h1>
  );
}
