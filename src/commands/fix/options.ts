export interface FixOptions {
  readonly write?: boolean;
  readonly rule: readonly string[];
  readonly unsafe?: boolean;
  readonly output?: string;
  readonly plan?: string;
  readonly format: 'text' | 'json';
  readonly all?: boolean;
}
