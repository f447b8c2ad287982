/**
 * The indicator that a folder of a bundle belongs to: that of the innermost folder that is one's own.
 *
 * @param indicators - By id.
 */
export function folderOwners(
  indicators: ReadonlyMap<string, { readonly folders: readonly string[] }>,
): (folder: string) => string | undefined {
  const known = new Map<string, string>();
  for (const [id, { folders }] of indicators) for (const folder of folders) known.set(folder, id);
  let lastFolder = '';
  let last: string | undefined;
  return (folder) => {
    if (folder === lastFolder) return last;
    lastFolder = folder;
    for (let end = folder.length; end > 0; end = folder.lastIndexOf('/', end - 1)) {
      last = known.get(folder.slice(0, end));
      if (last !== undefined) return last;
    }
    return (last = undefined);
  };
}
