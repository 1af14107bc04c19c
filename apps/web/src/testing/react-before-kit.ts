// design-react-kit turns NODE_ENV to production while it loads, and React asks once, when it loads: without this
// the JSX of a test finds a React without its development half.
if (typeof document !== "undefined") {
  await import("react");
  await import("react-dom");
  await import("react/jsx-dev-runtime");
}

export {};
