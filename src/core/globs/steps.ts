/** Patterns as steps, and texts that they take: in time linear in either, whatever is written. */

/** Of a pattern: signs that it takes, or leave to pass over the steps that follow. */
export type Step =
  | {
      readonly is: 'sign';
      readonly takes: (sign: string) => boolean;
      /** One after the other, and none too. */
      readonly many: boolean;
      /** The one sign that it takes, where there is but one. */
      readonly literal?: string;
    }
  | { readonly is: 'optional'; readonly steps: number };

export function literal(sign: string): Step {
  return { is: 'sign', takes: (other) => other === sign, many: false, literal: sign };
}

/** All the signs of a text, one step each. */
export function literals(text: string): Step[] {
  return Array.from(text, literal);
}

/** Text in, whether the steps take all of it out. */
export type Fits = (text: string) => boolean;

/**
 * What most patterns are, `*.bak` and `/档案/草稿`, is compared at once.
 *
 * @param isAny - The step that takes any sign of any text that will come, as often as there is one.
 */
export function fitsOf(steps: readonly Step[], isAny: (step: Step) => boolean): Fits {
  const whole = textOf(steps);
  if (whole !== undefined) return (text) => text === whole;
  const [first] = steps;
  const last = steps.at(-1);
  const tail = first && isAny(first) ? textOf(steps.slice(1)) : undefined;
  if (tail !== undefined) return (text) => text.endsWith(tail);
  const head = last && isAny(last) ? textOf(steps.slice(0, -1)) : undefined;
  if (head !== undefined) return (text) => text.startsWith(head);
  return (text) => takesAll(steps, text);
}

function textOf(steps: readonly Step[]): string | undefined {
  let text = '';
  for (const step of steps) {
    if (step.is !== 'sign' || step.literal === undefined) return undefined;
    text += step.literal;
  }
  return text;
}

/**
 * Do the steps, one after the other, take all of the text? Every place in the pattern that the text so far may have
 * come to is followed at once: there is nothing to go back to.
 */
function takesAll(steps: readonly Step[], text: string): boolean {
  let places = new Uint8Array(steps.length + 1);
  let next = new Uint8Array(steps.length + 1);
  places[0] = 1;
  passOver(steps, places);
  for (const sign of text) {
    next.fill(0);
    let isAlive = false;
    for (const [at, step] of steps.entries()) {
      if (places[at] === 0 || step.is !== 'sign' || !step.takes(sign)) continue;
      next[step.many ? at : at + 1] = 1;
      isAlive = true;
    }
    if (!isAlive) return false;
    passOver(steps, next);
    [places, next] = [next, places];
  }
  return places[steps.length] === 1;
}

/** The places that are come to without taking a sign. */
function passOver(steps: readonly Step[], places: Uint8Array): void {
  for (const [at, step] of steps.entries()) {
    if (places[at] === 0) continue;
    if (step.is === 'optional') {
      places[at + 1] = 1;
      places[at + 1 + step.steps] = 1;
    } else if (step.many) places[at + 1] = 1;
  }
}
