import type { Role } from "@upiao/domain";

/** In which role somebody wrote, as it stands after their name. */
export const roleWords: Readonly<Record<Role, string>> = {
  EDITOR: "redattore",
  RTD: "responsabile per la transizione digitale",
  REVIEWER: "revisore della Provincia",
  AUDITOR: "organo di controllo",
  SECRETARY: "segretario o vertice",
  ADMIN: "amministratore dell'ente",
};
