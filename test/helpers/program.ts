import { fileURLToPath } from 'node:url';

/** The executable, for tests that start it themselves. */
export const PROGRAM = fileURLToPath(new URL('../../bin/dangan.js', import.meta.url));
