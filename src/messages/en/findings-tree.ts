import { quoted } from '../quoted.js';
import { counted } from './counted.js';

/** How much evidence is in a folder where nobody will look for it. */
function holds(files: number): string {
  if (files === 0) return '';
  return files === 1 ? ' (1 file of evidence in it)' : ` (${files} files of evidence in it)`;
}

/** What the `tree-*` rules found: what is there, what was expected. */
export const treeFindings = {
  'tree-folder-missing/leaf': (d: { name: string; leaves: number }) =>
    `There is no folder “${d.name}”`,
  'tree-folder-missing/group': (d: { name: string; leaves: number }) =>
    `There is no folder “${d.name}”, nor ${
      d.leaves === 1 ? 'the leaf indicator’s folder' : `the ${d.leaves} leaf indicators’ folders`
    } in it`,
  'tree-folder-unknown/folder': (d: { name: string; files: number }) =>
    `The scoring system has no indicator “${d.name}” here${holds(d.files)}`,
  'tree-folder-unknown/unnamed': (d: { name: string; files: number; path: string }) =>
    `“${d.name}” holds ${counted(d.files, 'piece')} of evidence with ordinals of their own; name it if it is an activity, else \`dangan move ${quoted(d.path)} --to CODE\` takes them out of it`,
  'tree-folder-unknown/alike': (d: { name: string; near: string; files: number }) =>
    `The scoring system has no indicator “${d.name}” here${holds(d.files)}; is it “${d.near}”?`,
  'tree-folder-unknown/duplicate': (d: { name: string; of: string; files: number }) =>
    `“${d.name}” is a second folder beside “${d.of}”; put what it holds there${holds(d.files)}`,
  'tree-folder-unknown/not-filed': (d: { name: string; indicator: string; files: number }) =>
    `The inspectors judge “${d.indicator}” themselves; no evidence needs to be filed here${holds(d.files)}`,
  'tree-folder-unknown/not-for-unit': (d: { name: string; indicator: string; files: number }) =>
    `“${d.indicator}” does not apply to this unit; no evidence needs to be filed here${holds(d.files)}`,
  'tree-folder-misnamed/name': (d: { name: string; expected: string }) =>
    `The folder is called “${d.name}”; by the indicator it is “${d.expected}”`,
  'tree-folder-misnamed/doubtful': (d: { name: string; expected: string }) =>
    `“${d.name}” has the code of “${d.expected}” and another name; see whose evidence it holds before renaming it`,
  'tree-folder-misnamed/alike': (d: { name: string; expected: string }) =>
    `“${d.name}” has a name like that of “${d.expected}” and another code; see whose evidence it holds before renaming it`,
  'tree-folder-misplaced/parent': (d: { name: string; expected: string }) =>
    `The folder “${d.name}” belongs in “${d.expected}”`,
  'tree-file-misplaced/file': (d: { folder: string }) =>
    `“${d.folder}” is not a leaf indicator; put this in the folder of the leaf indicator it proves`,
  'tree-file-misplaced/proposal': (d: { folder: string; leaf: string }) =>
    `“${d.folder}” is not a leaf indicator; by its title this belongs in “${d.leaf}”`,
  'tree-file-misplaced/year': (d: { folder: string; years: readonly string[] }) =>
    `“${d.folder}” is kept by years; put this into the folder of its year: ${d.years.join(', ')}`,
  'tree-link/link': () => 'This is a symbolic link; put the file itself here',
  'tree-link/shortcut': () => 'This is a shortcut; put the file itself here',
  'tree-link/other': () => 'This is neither a file nor a folder; it cannot be kept in an archive',
  'tree-junk-file/file': () => 'Left behind by a system or a program; this is no evidence',
  'tree-junk-file/folder': (d: { name: string }) =>
    `The folder “${d.name}” was left behind by a system or a program; it holds no evidence`,
};
