// `dangan stamp` beside the plainest programs that do the same to each document of a folder.
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * @param name - Of the documents: how many, and of which kinds.
 * @param libraries - One program for each kind, run one after the other.
 * @param make - Makes an archive of them in a folder.
 * @param dangan - The words that run it.
 */
export function stampBeside(folder, dangan, { name, libraries, make }) {
  const programs = libraries.map((library) =>
    fileURLToPath(new URL(`stamp-with-${library}.mjs`, import.meta.url)),
  );
  return {
    name: `stamp ${name}`,
    beside: `${libraries.join(', ')} in a loop`,
    make: () => {
      const [root, copy, out] = ['whole', 'copy', 'out'].map((each) =>
        join(folder, `${name.replaceAll(/\W+/g, '-')}-${each}`),
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
      const line = programs.map((program) => `"$0" '${program}' "$1" "$2"`).join(' && ');
      return [
        { words: dangan('stamp', copy, '--write'), before: afresh },
        { words: ['sh', '-c', line, process.execPath, root, out], before: emptied },
      ];
    },
  };
}
