// `dangan stamp` beside the plainest program that does the same to each document of a folder.
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * @param kind - Extension of the documents.
 * @param make - Makes an archive of them in a folder.
 * @param dangan - The words that run it.
 */
export function stampBeside(folder, dangan, { kind, library, make }) {
  const plain = fileURLToPath(new URL(`stamp-with-${library}.mjs`, import.meta.url));
  return {
    name: `stamp 300 ${kind}`,
    beside: `${library} in a loop`,
    make: () => {
      const [root, copy, out] = ['300', 'copy', 'out'].map((name) =>
        join(folder, `${kind}-${name}`),
      );
      if (!existsSync(root)) make(root);
      const afresh = () => {
        rmSync(copy, { recursive: true, force: true });
        cpSync(root, copy, { recursive: true });
      };
      const emptied = () => {
        rmSync(out, { recursive: true, force: true });
        mkdirSync(out, { recursive: true });
      };
      return [
        { words: dangan('stamp', copy, '--write'), before: afresh },
        { words: [process.execPath, plain, root, out], before: emptied },
      ];
    },
  };
}
