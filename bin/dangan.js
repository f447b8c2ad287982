#!/usr/bin/env node
'use strict';
// CommonJS: node starts it sooner than an ES module.
const words = process.argv.slice(2);
if (words.length === 1 && (words[0] === '--version' || words[0] === '-V')) {
  // Answered here: loading the rest would cost more than node itself.
  process.stdout.on('error', (error) => {
    if (error.code !== 'EPIPE') process.exitCode = 3;
  });
  process.stdout.write(`${require('../package.json').version}\n`);
} else {
  const { main } = require('./load.js')(words[0]);
  main(words).then(
    (exitCode) => {
      process.exitCode = exitCode;
    },
    (error) => {
      // By itself node would end with 1, which says that there are findings.
      process.exitCode = 3;
      console.error(error);
    },
  );
}
