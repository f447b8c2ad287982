import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { viteValidators } from './scripts/schema-validator.mjs';

/**
 * What waits for Windows first, so that at the end no worker waits for it; the tests beside the code in a row, for they
 * share their modules: to load those anew for each takes longer than the tests.
 */
class WindowsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId, project }: TestSpecification) =>
      project.config.isolate ? Number(!moduleId.includes('/test/windows/')) : 2;
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

const plugins = [viteValidators()];
const patience = {
  testTimeout: 120_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 60_000 } },
};

export default defineConfig({
  test: {
    globalSetup: 'test/temporary-folder.ts',
    maxWorkers: 2,
    sequence: { sequencer: WindowsFirst },
    projects: [
      { plugins, test: { ...patience, name: 'test', include: ['test/**/*.test.ts'] } },
      {
        plugins,
        test: { ...patience, name: 'src', include: ['src/**/*.test.ts'], isolate: false },
      },
    ],
  },
});
