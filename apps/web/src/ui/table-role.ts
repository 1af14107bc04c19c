/** The role of a part of a table. Some browsers take its meaning from a table that is not laid out as one: said outright, it stays. */
export const as = (role: string) => ({ role });
