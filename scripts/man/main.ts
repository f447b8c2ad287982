// Writes the man pages into the folder that is given; the build runs it.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TONGUES } from '../reference/languages.js';
import { manPage } from './page.js';

const [folder = '', version = ''] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });

async function writePages(): Promise<void> {
  for (const tongue of TONGUES) {
    // npm puts all pages into one folder: the languages need names of their own.
    const name = tongue.language === 'en' ? 'dangan.1' : 'dangan.zh.1';
    writeFileSync(join(folder, name), await manPage(tongue, version));
  }
}

void writePages();
