/** A digest in groups of four, so that two people can compare it by telephone. */
export function groupsOfFour(digest: string): string {
  return digest.replace(/.{4}(?=.)/g, '$& ');
}

/** The groups on one line where there is room for them, else on two, broken in the middle. */
export function digestLines(digest: string, columns: number): readonly string[] {
  const groups = groupsOfFour(digest);
  if (groups.length <= columns) return [groups];
  const middle = groups.indexOf(' ', groups.length / 2 - 1);
  return [groups.slice(0, middle), groups.slice(middle + 1)];
}
