export const root: string;
export const outDir: string;
export function stampOfInputs(): string;
export function isFresh(): boolean;
