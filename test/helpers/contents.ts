import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';

/**
 * Everything below a folder, dangan's own included, with its kind, size, time and digest; names that are no UTF-8 and
 * large files too. What is not a file is told by its kind.
 */
export function contentsOf(root: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  const visit = (folder: Buffer, shown: string) => {
    for (const name of readdirSync(folder, { encoding: 'buffer' })) {
      const path = Buffer.concat([folder, Buffer.from('/'), name]);
      const at = `${shown}${/\ufffd/.test(name.toString()) ? name.toString('hex') : name.toString()}`;
      const stat = lstatSync(path);
      if (stat.isDirectory()) {
        found[`${at}/`] = stat.mode.toString(8);
        if (stat.mode & 0o700) visit(path, `${at}/`);
      } else if (stat.isSymbolicLink()) found[at] = `link ${readlinkSync(path)}`;
      else if (!stat.isFile()) found[at] = 'special';
      else found[at] = `${stat.size} ${stat.mtimeMs} ${digestOf(path, stat.size)}`;
    }
  };
  visit(Buffer.from(root), '');
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Everything but dangan's own. */
export function ownersContents(root: string): Readonly<Record<string, string>> {
  const all = Object.entries(contentsOf(root));
  return Object.fromEntries(all.filter(([path]) => !path.includes('.dangan')));
}

/** Of huge files, made of nothing, the size will do. */
function digestOf(path: Buffer, size: number): string {
  return size > 50e6 ? 'huge' : sha256(readFileSync(path));
}

export function sha256(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}
