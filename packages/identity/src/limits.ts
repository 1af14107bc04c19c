/** A sitting ends after this many hours without use (ASVS 5, 7.3: at most 12 at level 2) … */
export const sessionIdleHours = 12;
/** … and at any rate after these days. */
export const sessionDays = 7;

/** Wrong passwords before a stranger has to wait, for one account and for one origin. */
export const wrongPerAccount = 10;
export const wrongPerOrigin = 100;
export const wrongMinutes = 15;

/** DESIGN §5. */
export const ticketMinutes = 5;

/** Shorter ones are guessed (ASVS 5, 6.2.1); longer ones would only cost the server time. */
export const shortestPassword = 10;
export const longestPassword = 256;
