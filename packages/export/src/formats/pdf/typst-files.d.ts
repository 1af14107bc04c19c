declare module "*.typ?raw" {
  const source: string;
  export default source;
}
