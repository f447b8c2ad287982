/** The stamper of each format, loaded with the libraries that it needs when the first document of its kind comes. */
import type { Stamp, StampFormat } from '../../core/stamp/types.js';

export async function stamperOf(format: StampFormat): Promise<Stamp> {
  switch (format) {
    case 'docx':
      return (await import('./office/stamp-docx.js')).stampDocx;
    case 'xlsx':
      return (await import('./office/stamp-xlsx.js')).stampXlsx;
    case 'pptx':
      return (await import('./office/stamp-pptx.js')).stampPptx;
    case 'pdf':
      return (await import('./pdf/stamp-pdf.js')).stampPdf;
  }
}
