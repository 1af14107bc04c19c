import type { Plugin } from "vite";

/** Leaves out of bootstrap-italia the font of its video player, which stands inside the style sheet: we have no
 *  videos, and a browser reports it on every page as against the policy of the server. */
export function noDataFonts(): Plugin {
  return {
    name: "upiao:no-data-fonts",
    enforce: "pre",
    transform: {
      filter: { id: /bootstrap-italia\.min\.css$/ },
      handler: (code) => ({ code: code.replace(/@font-face\{[^}]*url\(data:[^}]*\}/g, ""), map: null }),
    },
  };
}
