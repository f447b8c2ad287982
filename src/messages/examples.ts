/** Examples that head the help of a command: what to type, and what that does. */
export type Examples = readonly (readonly [words: string, does: string])[];
