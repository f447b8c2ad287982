import { check } from './check.js';
import { bundle } from './bundle.js';
import { cli } from './cli.js';
import { errors } from './errors.js';
import { bundleFindings } from './findings-bundle.js';
import { nameFindings } from './findings-name.js';
import { portFindings } from './findings-port.js';
import { scoringFindings } from './findings-scoring.js';
import { treeFindings } from './findings-tree.js';
import { rules } from './rules.js';
import { settings } from './settings.js';

export const en = {
  check,
  bundle,
  cli,
  errors,
  rules,
  settings,
  findings: {
    ...scoringFindings,
    ...treeFindings,
    ...nameFindings,
    ...portFindings,
    ...bundleFindings,
  },
};
