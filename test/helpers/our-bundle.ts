/** A bundle of ours as files, small: what `dangan pack` writes, without the program. */
import { parseName } from '../../src/core/naming/parse.js';
import { bagOf, digestOf, sealed, type BagContents } from './bags.js';

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
  const bag = bagOf(payload);
  return sealed({
    ...bag,
    'bag-info.txt': `${String(bag['bag-info.txt'])}Criteria-Digest: sha256:\n  ${digestOf('sha256', system)}\n`,
    'criteria.yaml': system,
    'index.json': JSON.stringify(index, null, 2),
  });
}

/** What `index.json` and `checks.json` hold, as far as tests tell it otherwise. */
export interface BundleJson {
  files: number;
  unit: string;
  system: { edition?: string };
  emptyFolders: string[];
  indicators: {
    id: string;
    code: string;
    name?: string;
    points?: string;
    folders: string[];
    children: object[];
  }[];
  evidence: Record<string, unknown>[];
  allowErrors: boolean;
  summary: { error: number };
}

/** A bundle with one of its JSON files told otherwise, which the tag manifest does not show. */
export function retold(
  bundle: BagContents,
  name: 'index.json' | 'checks.json',
  change: (json: BundleJson) => void,
): BagContents {
  const json = JSON.parse(String(bundle[name])) as BundleJson;
  change(json);
  return sealed({ ...bundle, [name]: `${JSON.stringify(json, undefined, 2)}\n` });
}

/** The folders of indicators that a path is in, the outer ones first. */
function foldersOf(path: string): (readonly [folder: string, id: string])[] {
  const parts = path.split('/');
  return parts.slice(0, -1).flatMap((name, at) => {
    const id = IDS[name.split(' ')[0] ?? ''];
    return id === undefined ? [] : [[parts.slice(0, at + 1).join('/'), id] as const];
  });
}
