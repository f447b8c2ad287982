/** Tells equal texts apart: 1 for the first of them, 2 for the next. */
export function runningNumbers(): (text: string) => number {
  const seen = new Map<string, number>();
  return (text) => {
    const number = (seen.get(text) ?? 0) + 1;
    seen.set(text, number);
    return number;
  };
}
