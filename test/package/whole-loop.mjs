// Runs in a project that has installed the package: the whole loop by the library alone. Prints what came of each step.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as dangan from 'dangan';

const [root, folder, key, password] = process.argv.slice(2);
const at = (name) => join(folder, name);
const notes = [];
const progress = [];
const onNote = (text) => notes.push(text);
const onProgress = ({ done, all, of }) => progress.push([done, all, of]);
const options = { language: 'en', onNote, onProgress };
writeFileSync(at('领导小组分工.pdf'), '%PDF-1.4');
writeFileSync(at('工作 计划.docx'), 'no Word file');
const unit = { system: `${root}/criteria.yaml`, unit: '县水利局' };
const made = await dangan.init(at('made'), { ...options, ...unit });
const place = { to: '1.1', ...options };
const done = {
  init: made,
  scaffold: await dangan.scaffold(made.path, options),
  add: await dangan.add(made.path, [at('领导小组分工.pdf'), at('工作 计划.docx')], place),
  stamp: await dangan.stamp(made.path, options),
  catalogue: await dangan.catalogue(made.path, { output: at('目录.csv'), ...options }),
  bind: await dangan.bind(made.path, { output: at('合订.pdf'), indicator: '1', ...options }),
  rules: await dangan.rules(options),
  identify: await dangan.identify([root], options),
  validate: await dangan.validate(`${root}/criteria.yaml`, options),
  check: await dangan.check(root, { ...options, today: '2020-12-31' }),
  status: await dangan.status(root, { ...options, states: ['short', 'late'] }),
  score: await dangan.score(root, { ...options, byOwner: true }),
  plan: await dangan.fix(root, { ...options, write: true }),
  journal: await dangan.undo(root, options),
  pack: await dangan.pack(root, {
    ...options,
    ...{ output: at('bundle.zip'), allowErrors: true, sign: key, password },
  }),
  verify: await dangan.verify(at('bundle.zip'), { ...options, key: key.replace('.key', '.pub') }),
  unpack: await dangan.unpack(at('bundle.zip'), at('bag'), options),
};
const log = await dangan.log(root, options);
const refused = await dangan.check(root, { rules: ['no-such-rule'] }).catch((error) => error);
const signal = globalThis.AbortSignal.abort(new Error('enough'));
const stopped = await dangan.check(root, { signal }).catch((error) => error);
process.stdout.write(
  JSON.stringify({
    done,
    log,
    notes,
    progress,
    stopped: { code: stopped.code, cause: stopped.cause.message },
    refused: {
      ...dangan.errorWords(refused),
      isOurs: refused instanceof dangan.DanganError,
      code: refused.code,
      exitCode: refused.exitCode,
    },
  }),
);
