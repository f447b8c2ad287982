import { expect, test } from 'vitest';
import type { FileFormat, Mark } from '../documents/types.js';
import { howToBind, type How } from './how.js';

const how = (format: FileFormat | undefined, ...marks: Mark[]): How => howToBind({ format, marks });

test.each<[string, How, How['as']]>([
  ['a PDF gives its pages', how('pdf'), 'pages'],
  ['a signed PDF does so, too', how('pdf', 'signed'), 'pages'],
  ['a photo is a page', how('jpg'), 'picture'],
  ['a Word document is printed', how('docx'), 'convert'],
  ['one with macros is, too', how('docm', 'macros'), 'convert'],
  ['a scan in TIFF is printed', how('tiff'), 'convert'],
])('%s', (_, is, as) => {
  expect(is.as).toBe(as);
});

test.each<[string, How, string]>([
  ['what needs a password', how('pdf', 'encrypted'), 'encrypted'],
  ['what may not be printed', how('pdf', 'restricted'), 'encrypted'],
  ['a film', how('mp4'), 'no-pages'],
  ['an archive', how('zip'), 'no-pages'],
  ['an invoice in OFD', how('ofd'), 'not-printable'],
  ['a photo that only telephones show', how('heic'), 'not-printable'],
  ['an empty file', how(undefined, 'empty'), 'empty'],
  ['a pointer', how(undefined, 'pointer'), 'absent'],
  ['what nobody knows', how(undefined), 'unknown'],
])('%s has a page that stands in for it', (_, is, because) => {
  expect(is).toEqual({ as: 'stand-in', because });
});
