/** Made by `scripts/schema-validator.mjs` from the schema of that name. */
declare module '*.schema.json?validator' {
  const validate: import('./core/yaml-file/schema-faults.js').Validate;
  export default validate;
  export const schemaKeys: import('./core/yaml-file/schema-faults.js').SchemaKeys;
}
