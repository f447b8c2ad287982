/** What pdf.js asks of iterators and Node has since 22. It brings the other things that are newer than Node 20 itself. */
type Test = (value: unknown) => boolean;

const helpers = {
  find(this: Iterable<unknown>, test: Test): unknown {
    for (const value of this) if (test(value)) return value;
    return undefined;
  },
  some(this: Iterable<unknown>, test: Test): boolean {
    for (const value of this) if (test(value)) return true;
    return false;
  },
};

const iterators = Object.getPrototypeOf(Object.getPrototypeOf([].values())) as object;
for (const [name, value] of Object.entries(helpers)) {
  if (!(name in iterators)) Object.defineProperty(iterators, name, { value, configurable: true });
}
