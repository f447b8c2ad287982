/** A bundle of ours as files, small: what `dangan pack` writes, without the program. */
import { bagOf, digestOf, lacking, manifestOf, type BagContents } from './bags.js';

export function ourBundle(payload: BagContents): BagContents {
  const system = 'format: dangan/scoring-system@1\n';
  const evidence = Object.entries(payload).map(([path, data]) => ({
    path,
    indicator: path.includes('1.1 ') ? '1/1.1' : '2',
    title: path,
    bytes: Buffer.byteLength(data),
    sha256: digestOf('sha256', data),
  }));
  const index = {
    schema: 'dangan/bundle-index@1',
    system: { title: '标准', sha256: digestOf('sha256', system) },
    emptyFolders: [],
    indicators: [
      { id: '1', code: '1', children: [{ id: '1/1.1', code: '1.1', children: [] }] },
      { id: '2', code: '2', children: [] },
    ],
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
