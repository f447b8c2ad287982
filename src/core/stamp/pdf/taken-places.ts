/** Where on a page something is printed already, as far as its contents tell without its fonts. */
import { matrixOf, type Listener, type Operands } from './content-end.js';
import { boxBy, IDENTITY, overlap, times, type Box, type Matrix } from './matrix.js';

/** Of a letter of any writing and each byte of its code, in letters of size 1: Chinese ones have two bytes. */
const WIDTH = 0.55;
const [BELOW, ABOVE] = [-0.22, 0.85];

/** What is larger than this share of the page lies beneath what is printed: a background, or a scan. */
const BACKGROUND = 0.4;
const MOST = 2000;

interface TextState {
  readonly size: number;
  readonly leading: number;
  readonly stretch: number;
  readonly spacing: number;
  readonly rise: number;
}

const NO_STATE: TextState = { size: 0, leading: 0, stretch: 1, spacing: 0, rise: 0 };

/** Collects boxes within a region, in the units of the page. */
export class TakenPlaces {
  readonly boxes: Box[] = [];
  private readonly region: Box;
  private readonly page: number;

  /** @param page - What is seen of it. */
  constructor(region: Box, page: Box) {
    this.region = region;
    this.page = (page[2] - page[0]) * (page[3] - page[1]);
  }

  add(box: Box): void {
    const inRegion = this.boxes.length < MOST ? overlap(box, this.region) : undefined;
    const size = (box[2] - box[0]) * (box[3] - box[1]);
    if (inRegion !== undefined && size < this.page * BACKGROUND) this.boxes.push(inRegion);
  }

  /** @param onForm - Is told of what is drawn from elsewhere, by its name and how. */
  listener(onForm: (name: string, matrix: Matrix) => void): Listener {
    const texts = new TextTracker((box) => this.add(box));
    return {
      operator: (operator, operands) => {
        if (operator === 'Do') onForm(operands.name, operands.matrix);
        else texts.operator(operator, operands);
      },
    };
  }
}

class TextTracker implements Listener {
  private readonly add: (box: Box) => void;
  private state = NO_STATE;
  private readonly saved: TextState[] = [];
  private line: Matrix = IDENTITY;
  private now: Matrix = IDENTITY;

  constructor(add: (box: Box) => void) {
    this.add = add;
  }

  operator(operator: string, { numbers, shown, matrix }: Operands): void {
    const last = numbers.at(-1) ?? 0;
    switch (operator) {
      case 'q':
        this.saved.push(this.state);
        break;
      case 'Q':
        this.state = this.saved.pop() ?? this.state;
        break;
      case 'BT':
        this.line = this.now = IDENTITY;
        break;
      case 'Tm':
        this.line = this.now = matrixOf(numbers);
        break;
      case 'Td':
        this.move(numbers.at(-2) ?? 0, last);
        break;
      case 'TD':
        this.state = { ...this.state, leading: -last };
        this.move(numbers.at(-2) ?? 0, last);
        break;
      case 'T*':
        this.move(0, -this.state.leading);
        break;
      case 'Tf':
        this.state = { ...this.state, size: last };
        break;
      case 'TL':
        this.state = { ...this.state, leading: last };
        break;
      case 'Tz':
        this.state = { ...this.state, stretch: last / 100 };
        break;
      case 'Tc':
        this.state = { ...this.state, spacing: last };
        break;
      case 'Ts':
        this.state = { ...this.state, rise: last };
        break;
      case "'":
      case '"':
        this.move(0, -this.state.leading);
        this.show(shown, matrix);
        break;
      case 'Tj':
      case 'TJ':
        this.show(shown, matrix);
        break;
    }
  }

  private move(x: number, y: number): void {
    this.line = this.now = times([1, 0, 0, 1, x, y], this.line);
  }

  private show(bytes: number, matrix: Matrix): void {
    const { size, stretch, spacing, rise } = this.state;
    const width = bytes * (WIDTH * size + spacing) * stretch;
    const box: Box = [0, BELOW * size + rise, width, ABOVE * size + rise];
    if (bytes > 0 && size !== 0) this.add(boxBy(times(this.now, matrix), box));
    this.now = times([1, 0, 0, 1, width, 0], this.now);
  }
}
