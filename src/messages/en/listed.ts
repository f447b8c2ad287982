/** The first few names in quotation marks, and how many more there are. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, 5).map((name) => `“${name}”`);
  const more = names.length - shown.length;
  return shown.join(', ') + (more === 0 ? '' : ` and ${more} more`);
}
