import { expect, test } from 'vitest';
import { gbkOf } from '../../../io/samples/gbk.js';
import { dayOfMail, readMail } from './mail.js';

const read = (...lines: readonly string[]) => readMail(lines.join('\r\n'));
const latin1 = (text: string) => Buffer.from(text).toString('latin1');

test('a mail tells when it was sent, and how many characters its text has', () => {
  const mail = read(
    'Subject: =?utf-8?B?5Lya6K6u?=',
    ' 2020',
    'Date: Thu, 12 Mar 2020 20:30:00 +0000',
    '',
    'two words',
  );
  expect(mail).toEqual({ characters: 8, sent: '2020-03-13' });
});

test.each([
  ['8bit', 'utf-8', latin1('会议')],
  ['base64', 'gb2312', gbkOf('会议').toString('base64')],
  ['quoted-printable', 'UTF-8', '=E4=BC=9A=E8=\r\n=AE=AE'],
  ['base64', 'nonsense', Buffer.from('会议').toString('base64')],
])('a text in %s, %s, is counted', (encoding, charset, body) => {
  const mail = read(
    `Content-Type: text/plain; charset="${charset}"`,
    `Content-Transfer-Encoding: ${encoding}`,
    '',
    body,
  );
  expect(mail.characters).toBe(2);
});

const part = (type: string, text: string, ...more: readonly string[]) =>
  [`Content-Type: ${type}`, ...more, '', text].join('\r\n');
const parts = (kind: string, mark: string, ...each: readonly string[]) =>
  [
    `Content-Type: multipart/${kind}; boundary="${mark}"`,
    '',
    'no part',
    ...each.map((text) => `--${mark}\r\n${text}`),
    `--${mark}--`,
    'behind it',
  ].join('\r\n');

test('of two forms of the same text one is counted, and what is attached is not', () => {
  const both = parts('alternative', 'b', part('text/plain', 'one two'), part('text/html', '<p>x'));
  const attached = part('text/plain', 'file', 'Content-Disposition: attachment; filename=a.txt');
  const mail = parts('mixed', 'a', both, attached, part('image/png', 'iVBORw0KGgo='));
  expect(readMail(mail).characters).toBe(6);
});

test('a page is counted where there is no plain text', () => {
  const mail = parts(
    'alternative',
    'b',
    part('text/plain', ''),
    part('text/html', latin1('<p>一<p>二')),
  );
  expect(readMail(mail).characters).toBe(2);
});

test('a mail that is encrypted, or only carries files, has no text', () => {
  expect(readMail(part('application/pkcs7-mime', 'MIAG')).characters).toBeUndefined();
});

test('a part that was cut off is read as far as it goes', () => {
  const mail = parts('mixed', 'a', part('text/plain', 'one')).replace(/--a--[^]*/, '');
  expect(readMail(mail).characters).toBe(3);
});

test.each([
  ['Thu, 12 Mar 2020 08:30:00 +0800', '2020-03-12'],
  ['12 Mar 2020 20:30 GMT', '2020-03-13'],
  ['Thu, 12 Mar 2020 23:30:00 -0500 (EST)', '2020-03-12'],
  ['31 Feb 2020 08:30:00 +0800', undefined],
  ['yesterday', undefined],
  ['', undefined],
])('%j is of %s', (text, day) => {
  expect(dayOfMail(text)).toBe(day);
});

test.each([
  'a: b\r\n',
  ' ',
  '\r\n--a',
  '--a\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n',
  '=?utf-8?B?',
  '=\t',
])('a long run of %j takes as long as it is long', (piece) => {
  const began = performance.now();
  readMail(`Content-Type: multipart/mixed; boundary=a\r\nSubject: ${piece.repeat(300_000)}`);
  readMail(`Content-Type: multipart/mixed; boundary=a\r\n\r\n${piece.repeat(300_000)}`);
  expect(performance.now() - began).toBeLessThan(30_000);
});
