// Runs in a project that has installed the package: the whole loop by the library alone. Prints what came of each step.
import * as dangan from 'dangan';

const [root, bundle, unpacked] = process.argv.slice(2);
const notes = [];
const options = { language: 'en', onNote: (text) => notes.push(text) };
const done = {
  rules: await dangan.rules(options),
  identify: await dangan.identify([root], options),
  validate: await dangan.validate(`${root}/criteria.yaml`, options),
  check: await dangan.check(root, { ...options, today: '2020-12-31' }),
  status: await dangan.status(root, { ...options, states: ['short', 'late'] }),
  score: await dangan.score(root, { ...options, byOwner: true }),
  plan: await dangan.fix(root, { ...options, write: true }),
  journal: await dangan.undo(root, options),
  pack: await dangan.pack(root, { ...options, output: bundle, allowErrors: true }),
  verify: await dangan.verify(bundle, options),
  unpack: await dangan.unpack(bundle, unpacked, options),
};
const log = await dangan.log(root, options);
const refused = await dangan.check(root, { rules: ['no-such-rule'] }).catch((error) => error);
process.stdout.write(
  JSON.stringify({
    done,
    log,
    notes,
    refused: {
      ...dangan.errorWords(refused),
      isOurs: refused instanceof dangan.DanganError,
      code: refused.code,
      exitCode: refused.exitCode,
    },
  }),
);
