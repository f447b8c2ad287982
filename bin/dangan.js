#!/usr/bin/env node
import { readFileSync } from 'node:fs';

const words = process.argv.slice(2);
if (words.length === 1 && (words[0] === '--version' || words[0] === '-V')) {
  // Answered here: loading the rest would cost more than node itself.
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  process.stdout.write(`${JSON.parse(text).version}\n`);
} else {
  const { main } = await import('../dist/main.js');
  process.exitCode = await main(words);
}
