// Runs a command that people wait for, then keeps the bytecode that V8 has made of the program meanwhile.
// Usage: keep-bytecode.cjs COMMAND RUNS — the words after it for each way it is run, as JSON.
const process = require('node:process');
const { writeFileSync } = require('node:fs');
const { bytecodeOf, programFor, run, scriptOf } = require('../bin/load.js').forBuild;

async function keepBytecode([command, runs]) {
  const file = programFor(command);
  const script = scriptOf(file);
  const { main } = run(script, file);
  for (const words of JSON.parse(runs)) {
    // Where a language is told twice, the first is meant.
    const exitCode = await main([command, ...words, '--lang', 'zh-CN']);
    if (exitCode > 1) throw new Error(`${command} ${words.join(' ')} ended with ${exitCode}`);
  }
  writeFileSync(bytecodeOf(file), script.createCachedData());
  process.exitCode = 0;
}

// Until it is done: a promise that nothing settles ends the process, too.
process.exitCode = 1;
void keepBytecode(process.argv.slice(2));
