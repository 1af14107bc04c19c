import { type ReactNode, useEffect, useRef } from "react";

/** The page's one h1. It names the page in the tab and takes the focus, so that a screen reader says where a
 *  link has led. */
export function PageTitle({ title, children }: { title: string; children?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – UPIAO`;
    heading.current?.focus();
  }, [title]);
  return (
    <header className="page-title">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </header>
  );
}
