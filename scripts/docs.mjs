// Writes the pages of the reference: `npm run docs`. With the word `pages`, what commands print is renewed in the others.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createViteServer } from 'vitest/node';
import { viteValidators } from './schema-validator.mjs';

const server = await createViteServer({
  configFile: false,
  appType: 'custom',
  logLevel: 'error',
  optimizeDeps: { noDiscovery: true },
  plugins: [viteValidators()],
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
});
const { referencePages } = await server.ssrLoadModule('/scripts/reference/index.ts');
const pages = await referencePages();
const others = process.argv.includes('pages')
  ? await (await server.ssrLoadModule('/scripts/renewed-pages.ts')).renewedPages()
  : [];
await server.close();

for (const [path, text] of [...pages, ...others]) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
// A page of something that is gone.
for (const folder of new Set([...pages.keys()].map((path) => dirname(path)))) {
  for (const name of readdirSync(folder)) {
    if (!pages.has(`${folder}/${name}`)) rmSync(`${folder}/${name}`);
  }
}
