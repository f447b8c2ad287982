import { copyFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Cli, ProgramFor } from '../cli/context.js';
import { addExamples } from '../cli/help.js';
import { DanganError, EXIT } from '../errors.js';
import type * as Folder from '../io/demo-folder.js';
import type * as Messy from '../io/samples/messy.js';
import { pathBelow } from '../io/within.js';
import { Stage } from './demo/stage.js';

export function addDemoCommand(program: Command, cli: Cli, programFor: ProgramFor): void {
  const say = cli.say.demo;
  const command = program
    .command('demo')
    .description(say.description)
    .option('--keep <dir>', say.keep)
    .action((options: { readonly keep?: string }) => demo(options.keep, cli, programFor));
  addExamples(command, cli, say.examples);
}

/** What the demo makes, by name; the same in every language, so that its lines can be typed anywhere. */
const OFFICE = 'from-office';
const YOUTH = 'from-youth';
const BUNDLE = 'bundle.zip';
const DAMAGED = 'damaged.zip';
const UNPACKED = 'unpacked';
const SYSTEM = 'yuhang-tax-archive';
/** The documents are of 2020. */
const ON_DAY = ['--today', '2020-12-31'];

interface Play {
  readonly cli: Cli;
  readonly stage: Stage;
  readonly folder: string;
  readonly root: string;
  readonly disk: typeof Folder;
  readonly messy: typeof Messy;
}

/** The whole loop, by the commands themselves: what is shown is what they print. */
async function demo(keep: string | undefined, cli: Cli, programFor: ProgramFor): Promise<void> {
  const disk = await import('../io/demo-folder.js');
  const messy = await import('../io/samples/messy.js');
  const folder = await disk.demoFolder(keep === undefined ? undefined : resolve(cli.cwd, keep));
  const stage = new Stage(cli, programFor, folder);
  const play = { cli, stage, folder, root: join(folder, cli.say.demo.archive), disk, messy };
  stage.open(disk.aliasLine(cli.searchPath));
  for (const act of [startArchive, fileEvidence, mend, owed, bundle]) {
    if (cli.signal.aborted) throw new DanganError('INTERRUPTED', {});
    await act(play);
  }
}

async function startArchive({ cli, stage, root }: Play): Promise<void> {
  const { steps, archive, unit } = cli.say.demo;
  stage.step(steps.init);
  await stage.run(['init', archive, '--system', SYSTEM, '--unit', unit]);
  stage.goTo(root);
  stage.step(steps.scaffold);
  await stage.run(['scaffold'], { head: 8 });
}

async function fileEvidence({ cli, stage, folder, root, disk, messy }: Play): Promise<void> {
  const { steps, volunteers } = cli.say.demo;
  await disk.writeSamples(join(folder, OFFICE), messy.FROM_OFFICE);
  await disk.writeSamples(join(folder, YOUTH), messy.FROM_YOUTH);
  stage.step(steps.add);
  await stage.run(['add', `../${OFFICE}`, '--to', '一/2']);
  await stage.run(['add', `../${YOUTH}/IMG_2031.JPG`, '--to', '参与共建', '--title', volunteers]);
  const straight = await disk.folderNamed(root, '班子建设');
  await disk.writeSamples(straight, messy.PUT_STRAIGHT_IN);
  stage.step(steps.straight);
  const names = await disk.namesIn(straight);
  stage.show([`${pathBelow(root, straight)}/`, ...names.map((name) => `  ${name}`)].join('\n'));
}

async function mend({ cli, stage }: Play): Promise<void> {
  const { steps } = cli.say.demo;
  stage.step(steps.check);
  await stage.run(['check'], { code: EXIT.findings });
  stage.step(steps.fix);
  await stage.run(['fix']);
  stage.step(steps.write);
  await stage.run(['fix', '--write', '--unsafe']);
  stage.step(steps.undo);
  await stage.run(['undo']);
  stage.step(steps.again);
  await stage.run(['fix', '--write', '--unsafe'], { head: 0 });
  await stage.run(['check', ...ON_DAY], { code: EXIT.findings, head: 8 });
}

async function owed({ cli, stage }: Play): Promise<void> {
  stage.step(cli.say.demo.steps.owed);
  await stage.run(['status', ...ON_DAY], { head: 14 });
}

async function bundle({ cli, stage, folder, root, disk, messy }: Play): Promise<void> {
  const { steps, ...say } = cli.say.demo;
  const packed = join(folder, BUNDLE);
  stage.step(steps.pack);
  await stage.run(['pack', '-o', `../${BUNDLE}`, '--allow-errors', ...ON_DAY]);
  stage.step(steps.verify);
  await stage.run(['verify', `../${BUNDLE}`]);
  await copyFile(packed, join(folder, DAMAGED));
  await disk.tamper(join(folder, DAMAGED), await messy.VOLUNTEERS.bytes());
  stage.step(steps.tamper);
  await stage.run(['verify', `../${DAMAGED}`], { code: EXIT.findings });
  stage.step(steps.unpack);
  const unpacked = join(folder, UNPACKED);
  await stage.run(['unpack', `../${BUNDLE}`, '--to', `../${UNPACKED}`]);
  const count = await disk.sameEvidence(root, unpacked);
  stage.say(cli.paint.green(say.same({ count })));
  stage.say('');
  stage.say(`${say.bundle} ${cli.paint.bold(packed)}`);
  stage.say(`${say.viewer} ${await disk.viewerIn(unpacked)}`);
  stage.say(say.next);
}
