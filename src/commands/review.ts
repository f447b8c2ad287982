import type { Command } from 'commander';
import type { Cli } from '../cli/context.js';
import { addExamples, helpAlone } from '../cli/help.js';
import { addReviewAdd } from './review/add.js';
import { addReviewRectify } from './review/rectify.js';
import { addReviewSheet } from './review/sheet.js';
import { addReviewShow } from './review/show.js';

export function addReviewCommand(program: Command, cli: Cli): void {
  const say = cli.say.review;
  const review = program.command('review').description(say.description);
  helpAlone(review, cli);
  addExamples(review, cli, say.examples);
  addReviewSheet(review, cli);
  addReviewAdd(review, cli);
  addReviewShow(review, cli);
  addReviewRectify(review, cli);
}
