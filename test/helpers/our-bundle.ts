/** A bundle of ours as files, small: what `dangan pack` writes, without the program. */
import { parseName } from '../../src/core/naming/parse.js';
import { bagOf, digestOf, lacking, manifestOf, type BagContents } from './bags.js';

/** Path of codes by the code that a folder's name begins with. */
const IDS: Readonly<Record<string, string>> = { '1': '1', '1.1': '1/1.1', '2': '2' };

export function ourBundle(payload: BagContents): BagContents {
  const system = 'format: dangan/scoring-system@1\n';
  const folders = new Map(Object.keys(payload).flatMap(foldersOf));
  const evidence = Object.entries(payload).map(([path, data]) => {
    const { ordinal, title } = parseName(path.slice(path.lastIndexOf('/') + 1));
    return {
      path,
      indicator: foldersOf(path).at(-1)?.[1],
      ordinal,
      title,
      bytes: Buffer.byteLength(data),
      sha256: digestOf('sha256', data),
    };
  });
  const indicator = (id: string, children: readonly object[] = []) => ({
    id,
    code: id.slice(id.lastIndexOf('/') + 1),
    folders: [...folders].filter(([, each]) => each === id).map(([folder]) => folder),
    children,
  });
  const index = {
    schema: 'dangan/bundle-index@1',
    system: { title: '标准', sha256: digestOf('sha256', system) },
    emptyFolders: [],
    indicators: [indicator('1', [indicator('1/1.1')]), indicator('2')],
    evidence,
  };
  const bag = lacking(bagOf(payload), 'tagmanifest-sha256.txt');
  const files = {
    ...bag,
    'bag-info.txt': `${String(bag['bag-info.txt'])}Criteria-Digest: sha256:\n  ${digestOf('sha256', system)}\n`,
    'criteria.yaml': system,
    'index.json': JSON.stringify(index, null, 2),
  };
  return { ...files, 'tagmanifest-sha256.txt': manifestOf(files, 'sha256', 'tags') };
}

/** The folders of indicators that a path is in, the outer ones first. */
function foldersOf(path: string): (readonly [folder: string, id: string])[] {
  const parts = path.split('/');
  return parts.slice(0, -1).flatMap((name, at) => {
    const id = IDS[name.split(' ')[0] ?? ''];
    return id === undefined ? [] : [[parts.slice(0, at + 1).join('/'), id] as const];
  });
}
