/** Files and folders that programs leave behind, and those that tools keep: neither is evidence. */

const JUNK_NAMES = new Set([
  'thumbs.db',
  'ehthumbs.db',
  'ehthumbs_vista.db',
  'desktop.ini',
  '.ds_store',
  '.localized',
  '.spotlight-v100',
  '.trashes',
  '.fseventsd',
  '.temporaryitems',
  '.documentrevisions-v100',
  '.apdisk',
  '__macosx',
  'icon\r',
  '$recycle.bin',
  'system volume information',
  '@eadir',
  '#recycle',
]);

export const JUNK_EXTENSIONS: ReadonlySet<string> = new Set([
  '.tmp',
  '.temp',
  '.crdownload',
  '.part',
  '.partial',
  '.td',
  '.swp',
  '.swo',
  '.lock',
  '.asd',
]);

/** The last characters of `JUNK_EXTENSIONS`, in both cases. */
const JUNK_ENDS = new Set(
  [...JUNK_EXTENSIONS].flatMap((extension) => {
    const last = extension.slice(-1);
    return [last.charCodeAt(0), last.toUpperCase().charCodeAt(0)];
  }),
);

const KEPT_NAMES = new Set(['ledger.yaml', '.gitkeep', '.keep', '.gitignore', '.gitattributes']);

/**
 * Left behind by a system or a program: `Thumbs.db`, `.DS_Store`, `~$计划.docx`, `.~计划.docx`, `._计划.docx`,
 * `~WRL0001.tmp`, a download that did not finish.
 */
export function isJunk(name: string): boolean {
  const first = name.charCodeAt(0);
  // Most evidence begins with a digit or a Han character: only the end of the name needs a look then.
  if (first < 0x80 && (first < 0x30 || first > 0x39)) {
    const two = name.slice(0, 2);
    if (two === '~$' || two === '.~' || two === '._') return true;
    if (JUNK_NAMES.has(name.toLowerCase())) return true;
  }
  // x, f and g end most names of evidence, and no extension below.
  if (!JUNK_ENDS.has(name.charCodeAt(name.length - 1))) return false;
  const dot = name.lastIndexOf('.');
  return dot >= 0 && name.length - dot <= 11 && JUNK_EXTENSIONS.has(name.slice(dot).toLowerCase());
}

/** Kept beside the evidence by this tool or by git: the ledger, `.gitkeep`. */
export function isKeptName(name: string): boolean {
  const first = name.charCodeAt(0);
  return (first === 0x2e || first === 0x6c || first === 0x4c) && KEPT_NAMES.has(name.toLowerCase());
}

/** Kept by programs beside the evidence, and of no use to whoever gets that. */
const TOOL_FOLDERS = new Set(['.dangan', '.git', '.svn']);

export function isToolFolder(name: string): boolean {
  return TOOL_FOLDERS.has(name.toLowerCase());
}

/** Is it judged as the name of evidence? */
export function isEvidence(name: string): boolean {
  return !isJunk(name) && !isKeptName(name);
}
