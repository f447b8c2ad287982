import { dirname, extname, join, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Cli } from '../cli/context.js';
import { addExamples } from '../cli/help.js';
import type { ReceiptFacts } from '../core/bundle/receipt.js';
import { DanganError } from '../errors.js';
import { byteProgress } from './telling/byte-progress.js';
import { publicKeyIn } from './keys/public-key.js';

/** Verify a bundle and write the form that goes with its hand-over. */
export function addReceiptCommand(program: Command, cli: Cli): void {
  const { receipt: say } = cli.say;
  const command = program
    .command('receipt')
    .description(say.description)
    .argument('<bundle>', cli.say.bundle.verify.path)
    .option('-o, --output <file>', say.output)
    .option('--key <key>', cli.say.bundle.verify.key)
    .action(async (bundle: string, { output, key }: { output?: string; key?: string }) => {
      const path = resolve(cli.cwd, bundle);
      const { bundleTitle } = await import('../io/bundle/reading/read-receipt-facts.js');
      const { archiveAround } = await import('../io/archive/read-archive.js');
      const name = say.fileName({ name: bundleTitle(path) });
      // In an archive it would be committed with what is kept there.
      const folder = archiveAround(join(cli.cwd, name)) === undefined ? cli.cwd : dirname(path);
      const target = output === undefined ? join(folder, name) : resolve(cli.cwd, output);
      const kind = kindOf(target, output, cli);
      const { refuseReceiptPlace, writeReceipt } =
        await import('../io/bundle/writing/write-receipt.js');
      refuseReceiptPlace(target);
      const facts = await factsOf(path, key, cli);
      writeReceipt(target, await written(facts, kind, cli));
      cli.out(`${cli.paint.green(say.done({ path: target }))}\n${say.next}\n`);
      if (facts.signature.is !== 'valid') cli.note(`${say.signatureNote(facts.signature)}\n`);
      if (archiveAround(target) !== undefined) cli.note(`${say.inArchive}\n`);
    });
  addExamples(command, cli, say.examples);
}

function kindOf(target: string, given: string | undefined, cli: Cli): 'html' | 'docx' {
  const extension = extname(target).toLowerCase();
  if (extension === '.html' || extension === '.htm') return 'html';
  if (extension === '.docx') return 'docx';
  const what = cli.say.receipt.badOutput({ path: given ?? target });
  throw new DanganError('USAGE', { what, command: 'receipt' });
}

async function factsOf(
  path: string,
  keyGiven: string | undefined,
  cli: Cli,
): Promise<ReceiptFacts> {
  const key = await publicKeyIn(keyGiven, cli);
  const { readReceiptFacts } = await import('../io/bundle/reading/read-receipt-facts.js');
  const { receipt: say } = cli.say;
  const [verifying, digesting] = [
    byteProgress(cli, say.progress),
    byteProgress(cli, say.digesting),
  ];
  try {
    return await readReceiptFacts(path, {
      key,
      keyGiven,
      threads: cli.threads,
      signal: cli.signal,
      onProgress: verifying.show,
      onDigesting: digesting.show,
    });
  } finally {
    verifying.end();
    digesting.end();
  }
}

async function written(facts: ReceiptFacts, kind: 'html' | 'docx', cli: Cli): Promise<Uint8Array> {
  const { codeText } = await import('../core/bundle/receipt.js');
  const { codeOf } = await import('../report/receipt/code.js');
  const { formOf } = await import('../report/receipt/layout.js');
  const form = formOf(facts, cli.say);
  const code = codeOf(codeText(facts));
  if (kind === 'docx') {
    const { receiptDocx } = await import('../report/receipt/docx.js');
    return receiptDocx(form, code);
  }
  const { receiptHtml } = await import('../report/receipt/html.js');
  return Buffer.from(receiptHtml(form, code, cli.language));
}
