/** The schemas that are published: of the files that people write, and of what is printed for programs. */
import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';

const validators = new Map<string, ValidateFunction>();

export function schemaOf(name: string): object {
  const file = new URL(`../../schemas/${name}.schema.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as object;
}

/** What is wrong in a document, by the schema of that name. */
export function faultsBy(name: string, document: unknown): readonly ErrorObject[] {
  const options = { strict: true, strictRequired: false, allowUnionTypes: true, allErrors: true };
  const validate = validators.get(name) ?? new Ajv(options).compile(schemaOf(name));
  validators.set(name, validate);
  validate(document);
  return validate.errors ?? [];
}
