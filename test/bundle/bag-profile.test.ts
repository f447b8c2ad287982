/** `verify --profile`: bags against BagIt profiles, clause by clause. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseProfile } from '../../src/core/bundle/bag-profile/parse-profile.js';
import {
  declaring,
  IDENTIFIER,
  parsed,
  profileJson,
  profileWith,
} from '../helpers/bag-profiles.js';
import {
  bagOf,
  declaration,
  digestOf,
  folderWith,
  lacking,
  reportOn,
  seenIn,
  temporary,
  zipOf,
  type BagContents,
} from '../helpers/bags.js';
import { dangan } from '../helpers/cli.js';
import { smallArchive } from '../helpers/small-archive.js';

const bag = declaring(
  bagOf({ 'data/1 组织/01：通知.docx': '甲', 'data/2 活动/01：照片.jpg': '乙' }),
);

const found = async (path: string, clauses: object) =>
  (await reportOn(path, profileWith(clauses))).findings
    .filter(({ messageId }) => messageId.startsWith('bundle-profile-'))
    .map(({ severity, messageId, file }) =>
      `${severity === 'error' ? '' : `${severity} `}${messageId.slice('bundle-profile-'.length)} ${file ?? ''}`.trim(),
    );
const onBag = (clauses: object, files: BagContents = bag) => found(folderWith(files), clauses);

test('a profile that asks for nothing is met by a bag that names it', async () => {
  expect(await onBag({})).toEqual([]);
});

describe('bag-info.txt', () => {
  const asks = (rule: object) => ({ 'Bag-Info': { 'Contact-Name': rule } });
  const saying = (...values: string[]) =>
    declaring(bagOf({ 'data/a': 'a' }), ...values.map((value) => `Contact-Name: ${value}\n`));

  test.each([
    ['required, missing', { required: true }, [], ['info/required bag-info.txt']],
    ['required, there', { required: true }, ['甲'], []],
    ['required, empty', { required: true }, [''], ['warning info/empty bag-info.txt']],
    ['recommended, missing', { recommended: true }, [], ['warning info/recommended bag-info.txt']],
    ['twice, which is allowed by default', {}, ['甲', '乙'], []],
    [
      'twice, where once is allowed',
      { repeatable: false },
      ['甲', '乙'],
      ['info/repeated bag-info.txt'],
    ],
    ['one of the values', { values: ['甲', '乙'] }, ['乙', '甲'], []],
    ['another value', { values: ['甲'] }, ['丙'], ['info/value bag-info.txt']],
    ['one of two is another value', { values: ['甲'] }, ['甲', '丙'], ['info/value bag-info.txt']],
    ['an empty list of values', { values: [] }, ['丙'], []],
    ['values of a label that need not be there', { values: ['甲'] }, [], []],
    ['a folded value', { values: ['York University'] }, ['York\n  University'], []],
  ])('%s', async (_what, rule, values, expected) => {
    expect(await onBag(asks(rule), saying(...values))).toEqual(expected);
  });

  test('labels are compared without regard to case', async () => {
    expect(await onBag({ 'Bag-Info': { 'SOURCE-organization': { required: true } } })).toEqual([]);
  });

  test('the bag must name the profile', async () => {
    expect(await onBag({}, bagOf({ 'data/a': 'a' }))).toEqual(['info/identifier bag-info.txt']);
  });

  test('a bag may name several profiles', async () => {
    const both = declaring(bag, 'BagIt-Profile-Identifier: https://example.org/other.json\n');
    expect(await onBag({}, both)).toEqual([]);
  });

  test('a bag without bag-info.txt lacks what is required', async () => {
    expect(await onBag(asks({ required: true }), lacking(bag, 'bag-info.txt'))).toEqual([
      'info/identifier bag-info.txt',
      'info/required bag-info.txt',
    ]);
  });
});

describe('manifests', () => {
  test.each([
    [{ 'Manifests-Required': ['sha256'] }, []],
    [{ 'Manifests-Required': ['SHA-256'] }, []],
    [{ 'Manifests-Required': ['md5'] }, ['manifest/required manifest-md5.txt']],
    [{ 'Manifests-Allowed': ['sha256', 'md5'] }, []],
    [{ 'Manifests-Allowed': ['md5'] }, ['manifest/forbidden manifest-sha256.txt']],
    [{ 'Tag-Manifests-Required': ['md5'] }, ['manifest/required tagmanifest-md5.txt']],
    [{ 'Tag-Manifests-Allowed': ['md5'] }, ['manifest/forbidden tagmanifest-sha256.txt']],
    [{ 'Tag-Manifests-Allowed': [] }, ['manifest/forbidden tagmanifest-sha256.txt']],
  ])('%j', async (clauses, expected) => {
    expect(await onBag(clauses)).toEqual(expected);
  });

  test('a manifest in an algorithm that is not known here is a manifest', async () => {
    const bag2 = { ...bag, 'manifest-blake2b.txt': '' };
    expect(await onBag({ 'Manifests-Required': ['blake2b'] }, bag2)).toEqual([]);
    expect(await onBag({ 'Manifests-Allowed': ['sha256'] }, bag2)).toEqual([
      'manifest/forbidden manifest-blake2b.txt',
    ]);
  });
});

describe('files', () => {
  const withTags = { ...bag, 'meta/目录.xml': 'x', 'fetch.txt': '' };

  test.each([
    [{ 'Tag-Files-Required': ['meta/目录.xml'] }, []],
    [{ 'Tag-Files-Required': ['目录.xml'] }, ['file/tag-required 目录.xml']],
    [{ 'Tag-Files-Allowed': ['*'] }, []],
    [{ 'Tag-Files-Allowed': ['meta/*'] }, []],
    [{ 'Tag-Files-Allowed': [] }, ['file/tag-forbidden meta/目录.xml']],
    [{ 'Payload-Files-Required': ['data/1 组织/01：通知.docx', 'data/2 活动/'] }, []],
    [
      { 'Payload-Files-Required': ['data/1 组织/02：计划.docx'] },
      ['file/payload-required data/1 组织/02：计划.docx'],
    ],
    [{ 'Payload-Files-Required': ['data/3 空/'] }, ['file/folder-required data/3 空/']],
    [{ 'Payload-Files-Allowed': ['data/*'] }, []],
    [
      { 'Payload-Files-Allowed': ['data/*.docx'] },
      ['file/payload-forbidden data/2 活动/01：照片.jpg'],
    ],
    [{ 'Allow-Fetch.txt': false }, ['file/fetch-forbidden fetch.txt']],
    [{ 'Fetch.txt-Required': true }, []],
    [{ 'Data-Empty': true }, ['file/not-empty data']],
    [{ 'Data-Empty': false }, []],
  ])('%j', async (clauses, expected) => {
    expect(await onBag(clauses, withTags)).toEqual(expected);
  });

  test('fetch.txt is asked for', async () => {
    expect(await onBag({ 'Fetch.txt-Required': true })).toEqual(['file/fetch-required fetch.txt']);
  });

  test.each([
    ['a file of no bytes', { 'data/.keep': '' }, []],
    ['two of them', { 'data/.keep': '', 'data/a': '' }, ['file/not-empty data']],
    ['a file with bytes', { 'data/.keep': 'x' }, ['file/not-empty data']],
  ])('empty data may hold %s', async (_what, payload: BagContents, expected) => {
    expect(await onBag({ 'Data-Empty': true }, declaring(bagOf(payload)))).toEqual(expected);
  });

  test('a folder that is there and holds nothing is not enough', async () => {
    const path = folderWith(bag);
    mkdirSync(join(path, 'data', '3 空'));
    expect(await found(path, { 'Payload-Files-Required': ['data/3 空/'] })).toEqual([
      'file/folder-required data/3 空/',
    ]);
  });

  test('names are compared in one Unicode form', async () => {
    const decomposed = declaring(bagOf({ 'data/cafe\u0301.txt': 'a' }));
    const names = ['data/caf\u00e9.txt'];
    const clauses = { 'Payload-Files-Required': names, 'Payload-Files-Allowed': names };
    expect(await onBag(clauses, decomposed)).toEqual([]);
  });
});

describe('version and form', () => {
  test('another version of BagIt than is accepted', async () => {
    const old = declaring({ ...bagOf({ 'data/a': 'a' }), 'bagit.txt': declaration('0.97') });
    expect(await onBag({}, old)).toEqual(['form/version bagit.txt']);
  });

  const zip = ['application/zip'];
  test.each([
    ['folder', { Serialization: 'forbidden' }, []],
    ['folder', { Serialization: 'optional', 'Accept-Serialization': zip }, []],
    ['folder', { Serialization: 'required', 'Accept-Serialization': zip }, ['form/folder']],
    ['zip', { Serialization: 'forbidden' }, ['form/file']],
    ['zip', { Serialization: 'required', 'Accept-Serialization': zip }, []],
    [
      'zip',
      { Serialization: 'required', 'Accept-Serialization': ['application/x-zip-compressed'] },
      [],
    ],
    [
      'zip',
      { Serialization: 'optional', 'Accept-Serialization': ['application/tar'] },
      ['form/format'],
    ],
    ['zip', { Serialization: 'optional', 'Accept-Serialization': ['*/*'] }, []],
    ['zip', {}, []],
  ])('%s, %j', async (form, clauses, expected) => {
    expect(await found(form === 'zip' ? zipOf(bag) : folderWith(bag), clauses)).toEqual(expected);
  });

  test('what the specification does not have is said not to be judged', async () => {
    const clauses = {
      'Manifest-Required': ['md5'],
      'Bag-Info': { A: { regex: '.' }, B: { regex: '' } },
    };
    const { findings, holds } = await reportOn(folderWith(bag), profileWith(clauses));
    const unknown = findings.filter(({ messageId }) => messageId === 'bundle-profile-form/unknown');
    expect({ holds, unknown: unknown.map(({ params }) => params) }).toEqual({
      holds: true,
      unknown: [
        { key: 'Manifest-Required', nearest: 'Manifests-Required' },
        { key: 'Bag-Info → A → regex', nearest: undefined },
      ],
    });
  });
});

describe('a malformed profile', () => {
  const text = (change: (json: Record<string, unknown>) => unknown) => {
    const json = profileJson() as Record<string, unknown>;
    change(json);
    return JSON.stringify(json, undefined, 1);
  };
  const problems = (source: string) => {
    const result = parsed(source);
    if ('profile' in result) return [];
    return result.problems.map(
      ({ at, ...fault }) => `${at.line}:${at.column} ${Object.values(fault).map(String).join(' ')}`,
    );
  };

  test.each([
    ['nothing wrong', text(() => 0), []],
    ['a list', '[]', ['1:1 type  object']],
    [
      'no version of BagIt',
      text((json) => (json['Accept-BagIt-Version'] = [])),
      ['9:2 empty Accept-BagIt-Version'],
    ],
    [
      'a number for a version',
      text((json) => (json['Accept-BagIt-Version'] = [0.97])),
      ['10:3 type Accept-BagIt-Version → 0 string'],
    ],
    [
      'no identifier',
      text(
        (json) =>
          delete (json['BagIt-Profile-Info'] as Record<string, unknown>)[
            'BagIt-Profile-Identifier'
          ],
      ),
      ['2:2 missing BagIt-Profile-Info BagIt-Profile-Identifier'],
    ],
    [
      'a version to come',
      text(
        (json) =>
          ((json['BagIt-Profile-Info'] as Record<string, unknown>)['BagIt-Profile-Version'] =
            '2.0'),
      ),
      [
        '4:3 value BagIt-Profile-Info → BagIt-Profile-Version 2.0 1.1,1.1.0,1.2,1.2.0,1.3,1.3.0,1.4,1.4.0',
      ],
    ],
    [
      'text for true',
      text((json) => (json['Data-Empty'] = 'true')),
      ['12:2 type Data-Empty boolean'],
    ],
    [
      'required but not allowed',
      text((json) =>
        Object.assign(json, { 'Manifests-Required': ['md5'], 'Manifests-Allowed': ['sha256'] }),
      ),
      ['13:3 not-allowed Manifests md5'],
    ],
    [
      'a folder that no pattern reaches',
      text((json) =>
        Object.assign(json, {
          'Payload-Files-Required': ['data/a/'],
          'Payload-Files-Allowed': ['data/b/*'],
        }),
      ),
      ['13:3 not-allowed Payload-Files data/a/'],
    ],
    [
      'fetch.txt required but not allowed',
      text((json) => Object.assign(json, { 'Fetch.txt-Required': true, 'Allow-Fetch.txt': false })),
      ['12:2 fetch'],
    ],
    [
      'one file, of no format',
      text((json) => (json['Serialization'] = 'required')),
      ['12:2 no-formats required'],
    ],
  ])('%s', (_what, source, expected) => {
    expect(problems(source)).toEqual(expected);
  });

  test('a version before 1.2.0 need not say which', () => {
    const source = text(
      (json) =>
        delete (json['BagIt-Profile-Info'] as Record<string, unknown>)['BagIt-Profile-Version'],
    );
    expect(problems(source)).toEqual([]);
  });
});

test('a profile with a byte order mark is read', () => {
  expect(parsed(`\ufeff${JSON.stringify(profileJson())}`)).toMatchObject({
    profile: { identifier: IDENTIFIER },
  });
});

test('a profile in GBK is told to be no UTF-8', () => {
  const gbk = Buffer.from([0x7b, 0x22, 0xd6, 0xd0, 0xce, 0xc4, 0x22, 0x3a, 0x31, 0x7d]);
  expect(parseProfile(gbk)).toMatchObject({ problems: [{ wrong: 'not-text' }] });
});

describe('the command', () => {
  const fileWith = (text: string) => {
    const path = join(temporary(), 'profile.json');
    writeFileSync(path, text);
    return path;
  };
  const verify = (path: string, profile: string) => dangan(['verify', path, '--profile', profile]);

  test('a bag that meets the profile: exit 0, and said so', () => {
    const { code, out } = verify(zipOf(bag), fileWith(JSON.stringify(profileJson())));
    expect({ code, out }).toMatchObject({
      code: 0,
      out: expect.stringContaining('符合约定') as string,
    });
  });

  test('a bag that does not: exit 1, with each clause', () => {
    const profile = profileJson({ 'Manifests-Required': ['md5'], 'Tag-Files-Required': ['a.xml'] });
    const { code, out } = verify(zipOf(bag), fileWith(JSON.stringify(profile)));
    expect(code).toBe(1);
    expect(out).toMatch(/不合约定[^]*manifest-md5\.txt[^]*a\.xml[^]*照约定重新制作/);
  });

  test('a malformed profile: exit 2, with the place, and nothing else', () => {
    const path = fileWith('{\n  "BagIt-Profile-Info": {},\n}');
    const { code, out, note } = verify(zipOf(bag), path);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(note).toContain('第 3 行第 1 列');
  });

  test('no such profile: exit 2', () => {
    expect(verify(zipOf(bag), join(temporary(), 'none.json')).code).toBe(2);
  });

  test('its JSON says which profile it was judged by', () => {
    const path = fileWith(JSON.stringify(profileJson()));
    const { out } = dangan(['verify', zipOf(bag), '--profile', path, '--format', 'json']);
    expect(JSON.parse(out)).toMatchObject({
      parts: { profile: true },
      profile: { from: 'inspector', identifier: IDENTIFIER, version: '1.0' },
    });
  });
});

describe('a bundle that `pack` made', () => {
  const pack = () => {
    const root = smallArchive();
    const to = join(temporary(), 'out');
    expect(dangan(['pack', root, '--folder', '-o', to]).code).toBe(0);
    return to;
  };

  test('meets the profile that it carries, and is judged by it', async () => {
    const { profile, parts, findings } = await reportOn(pack());
    expect({ from: profile?.from, parts: parts.profile, findings }).toEqual({
      from: 'bundle',
      parts: true,
      findings: [],
    });
  });

  test('its profile knows every label and every file that pack writes', () => {
    const path = pack();
    const { 'Bag-Info': labels, 'Tag-Files-Allowed': files } = JSON.parse(
      readFileSync(join(path, 'bagit-profile.json'), 'utf8'),
    ) as { 'Bag-Info': object; 'Tag-Files-Allowed': string[] };
    const info = readFileSync(join(path, 'bag-info.txt'), 'utf8').matchAll(/^([\w-]+):/gm);
    const unknown = [...info].map(([, label = '']) => label).filter((label) => !(label in labels));
    const beside = readdirSync(path).filter((name) => !files.includes(name));
    expect({ unknown, beside }).toEqual({
      unknown: ['BagIt-Profile-Identifier'],
      beside: [
        'bag-info.txt',
        'bagit.txt',
        'data',
        'manifest-sha256.txt',
        'tagmanifest-sha256.txt',
      ],
    });
  });

  test('what was put beside the evidence later is not allowed, even with the manifest made anew', async () => {
    const path = pack();
    const manifest = join(path, 'tagmanifest-sha256.txt');
    writeFileSync(join(path, '读我.txt'), 'x');
    const rows = [
      ...readFileSync(manifest, 'utf8').split('\n'),
      `${digestOf('sha256', 'x')}  读我.txt`,
    ];
    writeFileSync(manifest, `${rows.filter((row) => row !== '').join('\n')}\n`);
    expect(await seenIn(path)).toEqual(['bundle-profile-file/tag-forbidden 读我.txt']);
  });

  test('what is missing is told once, not once more for its profile', async () => {
    const path = pack();
    rmSync(join(path, 'index.html'));
    expect(await seenIn(path)).toEqual(['bundle-tag-missing/file index.html']);
  });

  test('a profile of the inspector takes the place of the one that it carries', async () => {
    const { profile } = await reportOn(pack(), profileWith({}));
    expect(profile?.profile?.identifier).toBe(IDENTIFIER);
  });
});
