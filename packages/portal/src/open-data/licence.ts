/** Under which everything published may be used again. */
export const licenceAddress = "https://creativecommons.org/licenses/by/4.0/";

/** Of the fields that are documented. A field may be added; one that went or meant something else would be `v2`, beside this. */
export const dataVersion = "v1";

export const dataPath = "/pubblico/dati";
export const schemaPath = "/pubblico/dati/schema/piano-1.json";
