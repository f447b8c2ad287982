import { stampWord } from '../../../core/stamp/word/stamp.js';
import type { Stamp } from '../../../core/stamp/types.js';
import { stampOf } from './stamp-office.js';

/** A Word document, a template, with macros or without; what WPS writes as docx. */
export const stampDocx: Stamp = stampOf('word', stampWord);
