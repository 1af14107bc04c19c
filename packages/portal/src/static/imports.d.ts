declare module "*.css?raw" {
  const text: string;
  export default text;
}

declare module "*.woff2?inline" {
  const dataAddress: string;
  export default dataAddress;
}
