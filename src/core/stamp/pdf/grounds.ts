/** How dark the page is where the name comes to stand, as far as plain fills tell. */
import type { Listener, Operands } from './content-end.js';
import { boxBy, overlap, type Box, type Matrix } from './matrix.js';

/** What lies there; `undefined` of pictures and of all that has no single colour. */
interface Fill {
  readonly box: Box;
  readonly isDark: boolean | undefined;
}

interface State {
  readonly isDark: boolean | undefined;
  /** Of a colour of one number: is it grey? */
  readonly isGray: boolean;
  readonly isOpaque: boolean;
  readonly clip: Box;
}

/** Of what is brighter, black is read; of what is darker, white. */
const DARK = 0.4;
/** What takes less of a line is passed over. */
const SHARE = 0.5;
const MOST = 2000;
const UNIT: Box = [0, 0, 1, 1];
const FILLS = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*']);
const GRAYS = new Set(['DeviceGray', 'G', 'CalGray']);

export class Grounds {
  private fills: Fill[] = [];
  private readonly region: Box;

  /** @param region - Where it matters what lies there. */
  constructor(region: Box) {
    this.region = region;
  }

  /** @param isOpaque - Of a named state: `undefined` when it says nothing of it. */
  painter(isOpaque: (state: string) => boolean | undefined): Painter {
    const start = { isDark: true, isGray: true, isOpaque: true, clip: this.region };
    return new Painter((fill) => this.add(fill), isOpaque, start);
  }

  private add(fill: Fill): void {
    // What lies beneath all of it is seen no more.
    if (shareOf(this.region, fill.box) === 1) this.fills = [];
    // It is not known any more what lies uppermost.
    if (this.fills.length >= MOST) this.fills = [{ box: this.region, isDark: undefined }];
    this.fills.push(fill);
  }

  /** @param line - Where the name stands. */
  isDark(line: Box): boolean {
    return this.fills.findLast(({ box }) => shareOf(line, box) >= SHARE)?.isDark ?? false;
  }
}

/** Hears of what is painted, in a page or in a form on it. */
export class Painter implements Listener {
  private readonly add: (fill: Fill) => void;
  private readonly isOpaque: (state: string) => boolean | undefined;
  private state: State;
  private readonly saved: State[] = [];
  private readonly path = new Path();
  private clips = false;

  constructor(
    add: (fill: Fill) => void,
    isOpaque: (state: string) => boolean | undefined,
    state: State,
  ) {
    this.add = add;
    this.isOpaque = isOpaque;
    this.state = state;
  }

  /** A form goes on with what is in force where it is drawn. @param box - None of it is seen outside. */
  within(isOpaque: (state: string) => boolean | undefined, box: Box | undefined): Painter {
    const { clip } = this.state;
    const inner = box === undefined ? clip : (overlap(clip, box) ?? NOWHERE);
    return new Painter(this.add, isOpaque, { ...this.state, clip: inner });
  }

  /** A picture: nobody looks at its colours. */
  picture(matrix: Matrix): void {
    this.fill(boxBy(matrix, UNIT), undefined);
  }

  operator(operator: string, { numbers, name, matrix }: Operands): void {
    if (operator === 'q') this.saved.push(this.state);
    else if (operator === 'Q') this.state = this.saved.pop() ?? this.state;
    else if (operator === 'gs') {
      this.state = { ...this.state, isOpaque: this.isOpaque(name) ?? this.state.isOpaque };
    } else if (operator === 'sh') this.fill(this.state.clip, undefined);
    else if (operator === 'ID') this.picture(matrix);
    else if (operator === 'W' || operator === 'W*') this.clips = true;
    else if (this.path.add(operator, numbers, matrix)) return;
    else if (FILLS.has(operator)) this.paint();
    else if (operator === 'n' || operator === 'S' || operator === 's') this.end();
    else this.colour(operator, numbers, name);
  }

  private paint(): void {
    for (const { box, isWhole } of this.path.parts()) {
      this.fill(box, isWhole ? this.state.isDark : undefined);
    }
    this.end();
  }

  private end(): void {
    const [first, ...others] = this.path.parts();
    // Of several parts it is not known which one counts.
    if (this.clips && first !== undefined && others.length === 0) {
      this.state = { ...this.state, clip: overlap(this.state.clip, first.box) ?? NOWHERE };
    }
    this.clips = false;
    this.path.clear();
  }

  private fill(whole: Box, isDark: boolean | undefined): void {
    const box = overlap(whole, this.state.clip);
    if (box !== undefined) this.add({ box, isDark: this.state.isOpaque ? isDark : undefined });
  }

  private colour(operator: string, numbers: readonly number[], name: string): void {
    const [one = 0, two = 0, three = 0, four = 0] = numbers;
    const rgb = () => 0.3 * one + 0.59 * two + 0.11 * three;
    const cmyk = () => (1 - four) * (1 - 0.3 * one - 0.59 * two - 0.11 * three);
    if (operator === 'g') this.light(one);
    else if (operator === 'rg') this.light(rgb());
    else if (operator === 'k') this.light(cmyk());
    else if (operator === 'cs') {
      this.state = { ...this.state, isGray: GRAYS.has(name), isDark: undefined };
    } else if (operator === 'sc' || operator === 'scn') {
      const gray = numbers.length === 1 && this.state.isGray ? one : undefined;
      this.light(numbers.length === 3 ? rgb() : numbers.length === 4 ? cmyk() : gray);
    }
  }

  private light(light: number | undefined): void {
    this.state = { ...this.state, isDark: light === undefined ? undefined : light < DARK };
  }
}

const NOWHERE: Box = [0, 0, 0, 0];

/** More parts than a page has that is made of plain fills. */
const MOST_PARTS = 64;
const CORNERS = 8;

interface Part {
  readonly box: Box;
  /** Is all of the box filled? */
  readonly isWhole: boolean;
}

/** The path that is being made: rectangles, and any other shape as one. */
class Path {
  private rectangles: Part[] = [];
  private points: Box[] = [];
  private shape: Box | undefined;
  private isOdd = false;

  /** @returns Whether the operator was one of a path. */
  add(operator: string, numbers: readonly number[], matrix: Matrix): boolean {
    if (operator === 're') this.rectangle(numbers, matrix);
    else if (operator === 'm' || operator === 'l') this.point(numbers, matrix);
    else if (operator === 'c' || operator === 'v' || operator === 'y') {
      this.isOdd = true;
      this.point(numbers.slice(-2), matrix);
    } else return operator === 'h';
    return true;
  }

  private rectangle(numbers: readonly number[], matrix: Matrix): void {
    const [x = 0, y = 0, width = 0, height = 0] = numbers;
    const [left, bottom] = [Math.min(x, x + width), Math.min(y, y + height)];
    const box = boxBy(matrix, [left, bottom, left + Math.abs(width), bottom + Math.abs(height)]);
    if (this.rectangles.length < MOST_PARTS) this.rectangles.push({ box, isWhole: true });
    else {
      this.isOdd = true;
      this.join(box);
    }
  }

  private point([x = 0, y = 0]: readonly number[], matrix: Matrix): void {
    const point = boxBy(matrix, [x, y, x, y]);
    if (this.points.length < CORNERS) this.points.push(point);
    else this.isOdd = true;
    this.join(point);
  }

  private join(box: Box): void {
    this.shape = this.shape === undefined ? box : boxAround(this.shape, box);
  }

  parts(): readonly Part[] {
    const box = this.shape;
    if (box === undefined) return this.rectangles;
    const isWhole = !this.isOdd && this.points.every((point) => isCornerOf(box, point));
    return [...this.rectangles, { box, isWhole }];
  }

  clear(): void {
    this.rectangles = [];
    this.points = [];
    this.shape = undefined;
    this.isOdd = false;
  }
}

function boxAround(one: Box, other: Box): Box {
  return [
    Math.min(one[0], other[0]),
    Math.min(one[1], other[1]),
    Math.max(one[2], other[2]),
    Math.max(one[3], other[3]),
  ];
}

function isCornerOf([left, bottom, right, top]: Box, [x, y]: Box): boolean {
  const isNear = (one: number, other: number) => Math.abs(one - other) < 0.5;
  return (isNear(x, left) || isNear(x, right)) && (isNear(y, bottom) || isNear(y, top));
}

/** How much of a box another takes. */
function shareOf(box: Box, other: Box): number {
  const both = overlap(box, other);
  return both === undefined ? 0 : areaOf(both) / areaOf(box);
}

function areaOf([left, bottom, right, top]: Box): number {
  return (right - left) * (top - bottom);
}
