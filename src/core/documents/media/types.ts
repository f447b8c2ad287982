export interface MediaFacts {
  readonly seconds: number | undefined;
  /** Milliseconds since 1970. */
  readonly created: number | undefined;
}
