import { stampSlides } from '../../../core/stamp/slides/stamp.js';
import type { Stamp } from '../../../core/stamp/types.js';
import { stampOf } from './stamp-office.js';

/** A presentation of PowerPoint or of WPS as pptx, with macros or without, a show or a template. */
export const stampPptx: Stamp = stampOf('slides', stampSlides);
