/**
 * Data that is whatever a sentence takes it for, a text, a number or a list of two, so that any sentence can be printed.
 *
 * @param asked - Gets the names of the facts that the sentence asks for.
 */
export function anyData(asked: Set<string>): unknown {
  return new Proxy(
    {},
    {
      get(_, fact) {
        asked.add(String(fact));
        return anyFact(String(fact));
      },
    },
  );
}

function anyFact(name: string): unknown {
  const text = `‹${name}›`;
  const fact: unknown = new Proxy(() => undefined, {
    get(_, key) {
      const list = [fact, fact];
      if (key === Symbol.toPrimitive) return (hint: string) => (hint === 'number' ? 3 : text);
      if (key === Symbol.iterator) return () => list[Symbol.iterator]();
      if (key === 'length') return list.length;
      if (key in String.prototype && key !== 'slice') return methodOf(Object(text) as object, key);
      return key in list ? methodOf(list, key) : anyFact(String(key));
    },
  });
  return fact;
}

function methodOf(value: object, key: PropertyKey): unknown {
  const found = Reflect.get(value, key) as unknown;
  return typeof found === 'function' ? (found.bind(value) as unknown) : found;
}
