// What is bundled into dist comes from others, whose licences ask to go with it.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const RULE = '-'.repeat(80);

/** Write one text with the licences of every package that the bundles have something of. @param results - Of esbuild, with metafiles. */
export function writeLicenses(results, file) {
  const inputs = results.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  const folders = new Set(inputs.flatMap((path) => packageOf(path) ?? []));
  writeFileSync(file, [...folders].sort().map(licenseIn).join(`\n${RULE}\n\n`));
}

/** `…/node_modules/@cantoo/pdf-lib`: the innermost, where a package brings others along. */
function packageOf(path) {
  return /^(?:[\w-]+:)?(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
}

function licenseIn(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((each) => /^(licen[cs]e|copying)\b/i.test(each));
  const text = file === undefined ? '' : `\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
  return `${name} ${version} (${license})\n${text}`;
}
