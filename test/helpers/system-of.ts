import { assembleSystem } from '../../src/core/system/assemble.js';
import type { SystemSource } from '../../src/core/system/source.js';
import { knownKeys, schemaProblems } from '../../src/core/yaml-file/schema-faults.js';
import { parseYaml } from '../../src/io/yaml/yaml.js';
import validate, { schemaKeys } from '../../schemas/scoring-system.schema.json?validator';

/** The scoring system in a text; what it extends is given by the texts that follow. */
export function systemOf(text: string, ...bases: readonly string[]): SystemSource {
  const file = (each: string, at: number) => {
    const yaml = parseYaml(each, knownKeys(schemaKeys));
    const path = at === 0 ? 'criteria.yaml' : `base-${at}.yaml`;
    return { path, yaml, faults: schemaProblems(yaml, validate, schemaKeys, true) };
  };
  return assembleSystem(
    [file(text, 0), ...bases.map((base, at) => file(base, at + 1))],
    '{code} {name}',
  );
}

/** A whole system with these lines under its head. */
export function systemWith(lines: string): SystemSource {
  return systemOf(`format: dangan/scoring-system@1\ntitle: 测评标准\n${lines}`);
}
