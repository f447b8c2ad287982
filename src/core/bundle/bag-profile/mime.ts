/** Names of the forms in which a bag can travel as one file. */

/** There is no registered name for most of them; these are in use. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  zip: ['application/zip', 'application/x-zip', 'application/x-zip-compressed'],
  tar: ['application/tar', 'application/x-tar', 'application/x-gtar', 'application/x-ustar'],
  'tar.gz': [
    'application/gzip',
    'application/x-gzip',
    'application/tar+gzip',
    'application/x-tar+gzip',
    'application/x-compressed-tar',
    'application/x-gtar',
    'application/tgz',
    'application/x-tgz',
    'application/x-tar-gz',
  ],
};

/** Is a file of this form among the MIME types? */
export function isAccepted(form: string, types: readonly string[]): boolean {
  const names = NAMES[form] ?? [];
  return types.some((type) => {
    const plain = type.trim().toLowerCase();
    return ['*', '*/*', 'application/*'].includes(plain) || names.includes(plain);
  });
}
