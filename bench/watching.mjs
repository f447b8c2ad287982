// How soon after a change in an archive that is watched its new findings are there.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { performance } from 'node:perf_hooks';

/**
 * A row that has no other program beside it: what is to be held is a time.
 *
 * @param make - Gives the archive.
 */
export function watchBesideClock(name, make, dangan, goalSeconds) {
  return {
    name: `watch ${name}`,
    beside: `${goalSeconds} s`,
    goal: 1,
    seen: (runs) => secondsToNews(make(), dangan('check', '--watch', '--format', 'json'), runs),
    theirs: goalSeconds,
  };
}

/** The median of the seconds from a file that comes or goes to the line that tells it. */
async function secondsToNews(root, [command, ...words], runs) {
  const watching = spawn(command, [...words, root], { stdio: ['ignore', 'pipe', 'ignore'] });
  const lines = createInterface({ input: watching.stdout });
  const next = async () => JSON.parse((await once(lines, 'line'))[0]);
  await next();
  const group = join(root, '档案/1 测评项目1/1.1 领导机构和工作制度1');
  const file = join(group, '没有序号.docx');
  const times = [];
  for (let run = 0; run < runs; run += 1) {
    for (const change of [() => writeFileSync(file, '新'), () => rmSync(file)]) {
      const began = performance.now();
      const told = next();
      change();
      const { new: added, mended } = await told;
      if (added.length + mended.length === 0) throw new Error('a change without news');
      times.push((performance.now() - began) / 1000);
    }
  }
  watching.kill('SIGINT');
  await once(watching, 'exit');
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
}
