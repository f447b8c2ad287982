/** Formats and the extensions that go with them. */
import type { FileFormat, FormatClass } from './types.js';

interface FormatFacts {
  readonly class: FormatClass;
  /** The first is the one to give; programs open it under the others as well. Without dots. */
  readonly extensions: readonly string[];
}

/** `other: usual second third` by class. */
const TABLE: Readonly<Record<FormatClass, string>> = {
  // WPS gives its documents extensions of its own, whichever of Office's formats they are in. Word opens RTF as `.doc`.
  document: `docx: docx wps; docm: docm; dotx: dotx wpt; dotm: dotm; xlsx: xlsx et; xlsm: xlsm; xlsb: xlsb;
    xltx: xltx ett; xltm: xltm; pptx: pptx dps; pptm: pptm; ppsx: ppsx; ppsm: ppsm; potx: potx dpt; potm: potm;
    vsdx: vsdx; ooxml: docx docm dotx dotm xlsx xlsm xlsb xltx xltm pptx pptm ppsx ppsm potx potm wps et dps wpt ett dpt;
    doc: doc dot wps wpt; xls: xls xlt et ett; ppt: ppt pps pot dps dpt; vsd: vsd; msg: msg; works: wps;
    odt: odt ott; ods: ods ots; odp: odp otp; odg: odg otg; ofd: ofd; pdf: pdf ai; xps: xps oxps; epub: epub;
    rtf: rtf doc wps; txt: txt text md log json yaml yml ini csv tsv xml html htm srt; csv: csv tsv txt text log md;
    html: html htm xhtml shtml xml txt text; xml: xml xhtml svg kml html htm txt text; eml: eml txt text;
    mht: mht mhtml eml; url: url txt`,
  image: `jpg: jpg jpeg jpe jfif; png: png; heic: heic heif hif; avif: avif; webp: webp;
    tiff: tif tiff dng nef arw cr2; gif: gif; bmp: bmp dib; psd: psd psb; dwg: dwg`,
  // Programs open the two of MPEG-4 under each other's name.
  video: `mp4: mp4 m4v mov m4a; mov: mov qt mp4 m4v; 3gp: 3gp 3g2 mp4; avi: avi; mkv: mkv mka; webm: webm mkv;
    wmv: wmv wma asf; flv: flv; mpg: mpg mpeg vob mpe; ts: ts mts m2ts; rm: rm rmvb ra`,
  audio: `mp3: mp3; wav: wav; m4a: m4a m4b mp4 aac; aac: aac; flac: flac; ogg: ogg oga ogv opus; amr: amr; ape: ape;
    mid: mid midi`,
  archive: `zip: zip; rar: rar; 7z: 7z; tar: tar; tgz: tar.gz tgz gz; gz: gz; bz2: bz2 tbz2 tbz tar.bz2; xz: xz txz tar.xz`,
  other: `exe: exe com dll scr; lnk: lnk`,
};

const FORMATS = new Map<FileFormat, FormatFacts>();
/** By extension without its dot, the formats that may have it. */
const BY_EXTENSION = new Map<string, Set<FileFormat>>();

for (const [formatClass, rows] of Object.entries(TABLE) as [FormatClass, string][]) {
  for (const row of rows.split(';')) {
    const [name = '', list = ''] = row.trim().split(': ');
    const [format, extensions] = [name as FileFormat, list.split(' ')];
    FORMATS.set(format, { class: formatClass, extensions });
    for (const extension of extensions) {
      const formats = BY_EXTENSION.get(extension) ?? new Set();
      BY_EXTENSION.set(extension, formats.add(format));
    }
  }
}

export function classOf(format: FileFormat): FormatClass {
  return FORMATS.get(format)?.class ?? 'other';
}

/** With its dot. `undefined` where only a person can tell, for what is encrypted. */
export function extensionOf(format: FileFormat): string | undefined {
  return format === 'ooxml' ? undefined : `.${FORMATS.get(format)?.extensions[0] ?? format}`;
}

/**
 * Do programs open a file of this format under this extension?
 *
 * @param extension - With its dot, in any case.
 * @returns `undefined` for an extension that nothing is known of.
 */
export function opensAs(format: FileFormat | undefined, extension: string): boolean | undefined {
  const formats = BY_EXTENSION.get(extension.slice(1).toLowerCase());
  return formats && format !== undefined ? formats.has(format) : formats && false;
}

/** @param extension - With its dot, in any case. */
export function isKnownExtension(extension: string): boolean {
  return BY_EXTENSION.has(extension.slice(1).toLowerCase());
}

/**
 * What files with this extension are; of several, the usual.
 *
 * @param extension - With its dot, in any case.
 */
export function classOfExtension(extension: string): FormatClass | undefined {
  const [format] = BY_EXTENSION.get(extension.slice(1).toLowerCase()) ?? [];
  return format && classOf(format);
}

/** The classes, and then the formats. */
export const FORMAT_WORDS: readonly string[] = [...Object.keys(TABLE), ...FORMATS.keys()];

/** Is it the name of a format, or of a class of formats? */
export function isFormatOrClass(word: string): word is FileFormat | FormatClass {
  return FORMATS.has(word as FileFormat) || word in TABLE;
}
