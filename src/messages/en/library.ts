/** To programs that use the library. */
const KINDS = {
  text: 'a text',
  name: 'a text that is not empty',
  names: 'a list of paths, at least one and none of them empty',
  places: 'a path or a list of them, none of them empty',
  texts: 'a list of texts',
  flag: 'true or false',
  integer: 'a whole number',
  facts: 'an object whose values are texts',
  function: 'a function',
  signal: 'an AbortSignal',
} as const;

export const library = {
  noOptions: 'options have to be an object',
  unknownOption: (d: { option: string; nearest: string | undefined; known: readonly string[] }) =>
    `there is no option ${d.option}${d.nearest ? `. Did you mean ${d.nearest}?` : `; there are ${d.known.join(', ')}`}`,
  missingOption: (d: { option: string }) => `the option ${d.option} has to be given`,
  wrongKind: (d: { option: string; value: string; kind: keyof typeof KINDS }) =>
    `${d.option} has to be ${KINDS[d.kind]}, not ${d.value === '' ? 'an empty one' : `“${d.value}”`}`,
};
