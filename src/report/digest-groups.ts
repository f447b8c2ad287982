/** A digest in groups of four, so that two people can compare it by telephone; fits a terminal of 80 columns. */
export function groupsOfFour(digest: string): string {
  return digest.replace(/.{4}(?=.)/g, '$& ');
}
