export function stampOfInputs(): string;
