/** `node dist/samples.js FOLDER`: write the sample documents there, to look at them or to try things out. */
import { join } from 'node:path';
import { writeSamples } from './index.js';
import { FROM_OFFICE, FROM_YOUTH, PUT_STRAIGHT_IN } from './messy.js';

const folder = process.argv[2];
if (folder === undefined) {
  process.stderr.write('node dist/samples.js FOLDER\n');
  process.exitCode = 2;
} else {
  await writeSamples(join(folder, '办公室报送'), FROM_OFFICE);
  await writeSamples(join(folder, '团委报送'), FROM_YOUTH);
  await writeSamples(join(folder, '直接放进去的'), PUT_STRAIGHT_IN);
}
