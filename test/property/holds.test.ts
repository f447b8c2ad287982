// The short judge of files says what ajv says: files that are in order are judged by it alone.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holds, type Schema } from '../../src/core/yaml-file/holds.js';
import type { Validate } from '../../src/core/yaml-file/schema-faults.js';
import judgeProfile from '../../schemas/bagit-profile.schema.json?validator';
import judgeBaseline from '../../schemas/baseline.schema.json?validator';
import judgeLedger from '../../schemas/ledger.schema.json?validator';
import judgeScores from '../../schemas/scores.schema.json?validator';
import judgeSystem from '../../schemas/scoring-system.schema.json?validator';
import judgeWaivers from '../../schemas/waivers.schema.json?validator';

interface Asked {
  readonly $ref?: string;
  readonly definitions?: Readonly<Record<string, Asked>>;
  readonly anyOf?: readonly Asked[];
  readonly allOf?: readonly Asked[];
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly type?: string | readonly string[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Asked>>;
  readonly additionalProperties?: Asked | boolean;
  readonly items?: Asked;
}

const JUDGED: Readonly<Record<string, Validate>> = {
  'scoring-system': judgeSystem,
  ledger: judgeLedger,
  waivers: judgeWaivers,
  baseline: judgeBaseline,
  scores: judgeScores,
  'bagit-profile': judgeProfile,
};

const anything = fc.oneof(
  fc.constantFrom<unknown>(null, true, '', ' ', '1', 'a', -1, 0, 1, 1.5, 1e99, NaN, [], {}),
  fc.jsonValue({ maxDepth: 1 }),
);

/** Schemas lead back to themselves: below this, only what they require. */
const DEEP = 4;

/** Mostly what a schema asks for, and something else now and then. */
function near(asked: Asked, root: Asked, depth = 0): fc.Arbitrary<unknown> {
  const usual = fc.constant(asked).chain((each) => meant(each, root, depth));
  return fc.oneof({ weight: 40, arbitrary: usual }, { weight: 1, arbitrary: anything });
}

function meant(asked: Asked, root: Asked, depth: number): fc.Arbitrary<unknown> {
  if (asked.$ref !== undefined) {
    return near(root.definitions?.[asked.$ref.split('/').at(-1) ?? ''] ?? {}, root, depth);
  }
  if (asked.enum) return fc.constantFrom(...asked.enum);
  const forms = asked.properties ? undefined : (asked.anyOf ?? asked.allOf);
  if (forms) return fc.constantFrom(...forms).chain((form) => near(form, root, depth));
  const types = [asked.type ?? ['string', 'number']].flat();
  return fc.constantFrom(...types).chain((type) => typed(type, asked, root, depth));
}

function typed(type: string, asked: Asked, root: Asked, depth: number): fc.Arbitrary<unknown> {
  const { pattern, items = {} } = asked;
  switch (type) {
    case 'string':
      return pattern === undefined ? fc.string() : fc.stringMatching(new RegExp(pattern, 'u'));
    case 'integer':
      return fc.integer({ min: -1, max: 20 });
    case 'number':
      return fc.oneof(fc.integer({ min: -1, max: 99 }), fc.double({ noNaN: true, min: -1 }));
    case 'boolean':
      return fc.boolean();
    case 'array':
      return fc.array(near(items, root, depth + 1), { maxLength: depth < DEEP ? 2 : 0 });
    case 'null':
      return fc.constant(null);
    default:
      return object(asked, root, depth + 1);
  }
}

function object(asked: Asked, root: Asked, depth: number): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties: open = false } = asked;
  const optional = depth < DEEP ? [...Object.keys(properties), ...(open ? ['other'] : [])] : [];
  const schemaOf = (key: string) => properties[key] ?? (typeof open === 'object' ? open : {});
  return fc.subarray(optional, { maxLength: Math.min(4, optional.length) }).chain((keys) => {
    const all = [...new Set([...required, ...keys])];
    return fc.record(
      Object.fromEntries(all.map((key) => [key, near(schemaOf(key), root, depth)] as const)),
    );
  });
}

test.each(Object.entries(JUDGED))('%s: the short judge and ajv say the same', (name, judge) => {
  const file = new URL(`../../schemas/${name}.schema.json`, import.meta.url);
  const schema = JSON.parse(readFileSync(file, 'utf8')) as Asked & Schema;
  let valid = 0;
  fc.assert(
    fc.property(near(schema, schema), (value) => {
      const isValid = judge(value);
      valid += Number(isValid);
      expect(holds(value, schema)).toBe(isValid);
    }),
    { numRuns: 900 },
  );
  expect(valid).toBeGreaterThan(10);
});
