import { stampSheets } from '../../../core/stamp/sheets/stamp.js';
import type { Stamp } from '../../../core/stamp/types.js';
import { stampOf } from './stamp-office.js';

/** A workbook of Excel or of WPS as xlsx, with macros or without, or a template of one. */
export const stampXlsx: Stamp = stampOf('sheets', stampSheets);
