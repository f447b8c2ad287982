import { mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  openSecretKey,
  readPassword,
  readPublicKey,
  readSecretKey,
} from '../../src/io/signature/key-files.js';
import { dangan } from '../helpers/cli.js';
import { runsHere } from '../helpers/programs.js';
import { minisign } from '../helpers/signing.js';
import { smallArchive } from '../helpers/small-archive.js';
import { danganInTerminal } from '../helpers/terminal.js';

const temporary = () => mkdtempSync(join(tmpdir(), 'dangan-keys-'));

/** A folder with `k.key` and `k.pub`, made by `dangan keygen`. */
function keysOf(words: readonly string[], environment: Record<string, string> = {}) {
  const folder = temporary();
  const path = join(folder, 'k.key');
  return { folder, path, run: dangan(['keygen', '-o', path, ...words], { environment }) };
}

test('keys are kept where minisign keeps its own, the secret one for nobody else to read', () => {
  const home = temporary();
  dangan(['keygen', '--no-password'], { environment: { HOME: home, USERPROFILE: home } });
  const mode = statSync(join(home, '.minisign', 'dangan.key')).mode & 0o777;
  expect(mode).toBe(process.platform === 'win32' ? 0o666 : 0o600);
  expect(readFileSync(join(home, '.minisign', 'dangan.pub'), 'utf8')).toMatch(/\nRW.{54}\n$/);
});

test('the public key is shown with its id', () => {
  const { path, run } = keysOf(['--no-password']);
  const { id } = readPublicKey(path, path.replace(/key$/, 'pub'));
  expect(run.out).toContain(`已生成密钥对，编号 ${id}\n`);
});

test.each(['k.key', 'k.pub'])('a %s that is there is never overwritten', (name) => {
  const folder = temporary();
  writeFileSync(join(folder, name), 'mine');
  expect(dangan(['keygen', '--no-password', '-o', join(folder, 'k.key')]).code).toBe(2);
  expect(readFileSync(join(folder, name), 'utf8')).toBe('mine');
});

test('a secret key is not made in an archive', () => {
  const root = smallArchive();
  const { code, note } = dangan(['keygen', '--no-password', '-o', join(root, '档案', 'k.key')]);
  expect({ code, note }).toMatchObject({
    code: 2,
    note: expect.stringContaining('档案') as string,
  });
});

test('a secret key is not made in a bundle', () => {
  const folder = temporary();
  writeFileSync(join(folder, 'bagit.txt'), '');
  expect(dangan(['keygen', '--no-password', '-o', join(folder, 'k.key')]).code).toBe(2);
});

test('without a terminal there must be a password', () => {
  expect(keysOf([]).run).toMatchObject({ code: 2, out: '' });
});

test('a password file may end in a line end and begin with the mark of Notepad', () => {
  const file = join(temporary(), 'password.txt');
  writeFileSync(file, '\uFEFF口令 42\r\n');
  expect(readPassword(file)).toBe('口令 42');
});

test('an empty password is refused', () => {
  expect(keysOf([], { DANGAN_KEY_PASSWORD: '' }).run.code).toBe(2);
});

const hasMinisign = runsHere('minisign', '-v');

describe.runIf(runsHere('python3', '--version') && hasMinisign)('in a terminal', () => {
  const path = () => join(temporary(), 'k.key');

  test('the password is asked for until both are the same, is never seen, and opens the key', () => {
    const at = path();
    const answers = ['abc\r', 'abd\r', '口x\u007f令\r', 'zz\u0015口令\r'];
    const { code, out } = danganInTerminal(['keygen', '-o', at], answers);
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.not.stringMatching(/ab[cd]|x口|zz/) as string,
    });
    writeFileSync(`${at}.x`, 'hello');
    expect(minisign(['-S', '-s', at, '-m', `${at}.x`], { input: '口令\n' }).status).toBe(0);
  });

  test('Ctrl-C at the question ends it, and no key is made', () => {
    const at = path();
    const { code } = danganInTerminal(['keygen', '-o', at], ['ab\u0003']);
    expect([code, statSync(at, { throwIfNoEntry: false })]).toEqual([130, undefined]);
  });
});

describe.runIf(hasMinisign)('minisign', () => {
  test('signs with our keys, and verifies with them', () => {
    const { folder, path } = keysOf(['--no-password']);
    writeFileSync(join(folder, 'x'), 'hello');
    minisign(['-S', '-s', path, '-m', join(folder, 'x')]);
    const verified = minisign(['-V', '-m', join(folder, 'x'), '-p', join(folder, 'k.pub')]);
    expect(verified.status).toBe(0);
  });

  test.each([
    ['without a password', ['-W'], '', ''],
    ['with a password', [], '口令 42\n口令 42\n', '口令 42'],
  ])('makes keys %s that open here', (_what, words, input, given) => {
    const folder = join(temporary(), 'minisign');
    mkdirSync(folder);
    const [path, pub] = [join(folder, 'm.key'), join(folder, 'm.pub')];
    minisign(['-G', '-s', path, '-p', pub, ...words], { input });
    expect(openSecretKey(readSecretKey(path), path, given).id).toBe(readPublicKey('', pub).id);
  });
});

test.each([
  ['the public key', (folder: string) => join(folder, 'k.pub'), 'public'],
  ['another file', (folder: string) => join(folder, 'x'), 'other'],
])('%s in place of the secret one is told', (_what, at, is) => {
  const { folder } = keysOf(['--no-password']);
  writeFileSync(join(folder, 'x'), 'x');
  expect(() => readSecretKey(at(folder))).toThrow(
    expect.objectContaining({ data: expect.objectContaining({ is }) as object }),
  );
});
