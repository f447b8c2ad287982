import type { Examples } from '../examples.js';
import { quoted } from '../quoted.js';
import { counted } from './counted.js';

/** The words of `stamp`. */
export const stamp = {
  description: 'put the name of each document into its page footer, on the right',
  examples: [
    ['dangan stamp', 'show which documents would be stamped; nothing is changed'],
    ['dangan stamp --write', 'do it; `dangan undo` brings the same bytes back'],
    ['dangan stamp 档案/1.1 --write', 'one folder only'],
    ['dangan stamp --template "{code} {name}" --write', 'with the code of the indicator'],
    ['dangan stamp --convert docx --write', 'documents of old formats are converted first'],
  ] as Examples,
  options: {
    paths: 'folders and files of the archive; all of it when left out',
    write: 'carry it out',
    template:
      'what stands in the footer: {name}, {ordinal}, {title}, {code}, {indicator}, {unit}; stamp.template of dangan.yaml when left out',
    convert:
      'let LibreOffice make docx of doc, wps and rtf, xlsx of xls and et, pptx of ppt and dps; the new file takes the place of the old one',
    format: 'form of the result',
    all: 'list every file',
  },
  progress: {
    stamping: (d: { done: number; all: number }) => `Stamping ${d.done} of ${d.all}`,
    converting: (d: { done: number; all: number }) => `Converting ${d.done} of ${d.all}`,
  },
  footer: (d: { text: string }) => `footer: ${d.text}`,
  replaces: (d: { names: readonly string[] }) =>
    `instead of ${d.names.map((name) => `“${name}”`).join(', ')}`,
  becomes: (d: { name: string }) => `becomes ${d.name}`,
  moreInFolder: (d: { count: number }) => `… ${d.count} more`,
  moreFolders: (d: { files: number; folders: number }) =>
    `${d.files} more in ${d.folders} more ${d.folders === 1 ? 'folder' : 'folders'}; \`--all\` shows them`,
  planned: (d: { count: number; formats: string }) => `To be stamped: ${d.count} (${d.formats})`,
  done: (d: { count: number; formats: string; id: string }) =>
    `Stamped (${d.id}): ${d.count} (${d.formats})`,
  format: (d: { format: string; count: number }) => `${d.format} ${d.count}`,
  same: (d: { count: number }) =>
    counted(d.count, 'bears its name already', 'bear their names already'),
  nothing: 'Nothing to stamp.',
  outdated: (d: { path: string }) =>
    `Footers still say what was called otherwise: afterwards \`dangan stamp${d.path === '.' ? '' : ` ${quoted(d.path)}`}\` lists those to be replaced.`,
  leftHead: (d: { count: number }) => `Left as they are: ${d.count}`,
  left: {
    old: 'of an old format, in which no footer can be written',
    unsupported: 'of a format in which no footer can be written',
    'no-footer': 'pictures, sound, film, texts and the like, which have no footers',
    empty: 'empty: nothing is in them',
    protected: 'protected against editing',
    signed: 'signed: a change would break the signature',
    encrypted: 'open with a password only, or may not be changed',
    'pdf-a': 'PDF/A: a change would have to be judged anew',
    damaged:
      'damaged; not all of it can be read. One that still opens: save it anew (print a PDF to a new PDF), then run this again',
    'no-pages': 'without any pages',
    'too-large': 'too large',
    'no-room':
      'without room in their footers: the bottom margin is too small, or the footer is full; make room and run this again',
    'no-glyph': 'with characters in their names for which there is no font',
    absent: 'placeholders only; the file itself is elsewhere (cloud, Git LFS)',
    open: 'open in another program: close them and run this again (a ~$ file that is left over counts as open, too)',
    changed: 'changed in the meantime: run this again',
    unreadable: 'cannot be read from the disk',
    'gave-up': 'given up: they took too long, or too much memory',
    'not-converted': 'LibreOffice could not convert',
    'name-taken': 'not converted: another file has the name that they would get',
  },
  others: (d: { count: number }) => `… ${d.count} more (\`--all\` lists them)`,
  next: {
    write: (d: { command: string }) =>
      `Nothing has been changed yet. \`${d.command}\` does it; \`dangan undo\` brings the same bytes back.`,
    undo: 'Take it back with `dangan undo`',
    convert: 'With `--convert docx` LibreOffice converts those of old formats first',
    noOffice:
      'Those of old formats can be converted with `--convert docx` where LibreOffice is installed; or save them as docx in Word or WPS',
    lookAt: 'Please look through what was converted: now and then the layout shifts',
    untitled: (d: { count: number }) =>
      `${d.count} without an ordinal: the footer has the title alone. \`dangan fix\` first, then stamp.`,
  },
};
