import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** Path to text; folders end with `/` and have none. */
export type Snapshot = Readonly<Record<string, string>>;

/** A folder made to hold these. */
export function plant(root: string, tree: Snapshot): void {
  for (const [path, text] of Object.entries(tree)) {
    const place = join(root, path);
    if (path.endsWith('/')) {
      mkdirSync(place, { recursive: true });
    } else {
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, text);
      utimesSync(place, 1_600_000_000, 1_600_000_000);
    }
  }
}

/** Everything in the folder but dangan's own, with the time of each file. */
export function snapshot(root: string): Snapshot {
  const found: Record<string, string> = {};
  const visit = (path: string) => {
    for (const entry of readdirSync(join(root, path), { withFileTypes: true })) {
      if (entry.name === '.dangan') continue;
      const at = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory()) {
        found[`${at}/`] = '';
        visit(at);
      } else {
        const { mtimeMs } = lstatSync(join(root, at));
        found[at] = `${readFileSync(join(root, at), 'utf8')} ${Math.floor(mtimeMs)}`;
      }
    }
  };
  visit('');
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The bytes alone: what a rewrite leaves has the time of the rewrite. */
export function textsOf(tree: Snapshot): Snapshot {
  return Object.fromEntries(
    Object.entries(tree).map(([path, text]) => [path, text.replace(/ \d+$/, '')]),
  );
}
