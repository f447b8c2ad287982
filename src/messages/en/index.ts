import { change } from './change.js';
import { check } from './check.js';
import { bundle } from './bundle.js';
import { add } from './add.js';
import { mergeCopy } from './merge-copy.js';
import { move } from './move.js';
import { bind } from './bind.js';
import { catalogue } from './catalogue.js';
import { cli } from './cli.js';
import { completion } from './completion.js';
import { demo } from './demo.js';
import { diff } from './diff.js';
import { doctor } from './doctor.js';
import { errors } from './errors.js';
import { explain, rulesTable } from './explain.js';
import { bagProfileFindings } from './bag-profile.js';
import { bundleFindings } from './findings-bundle.js';
import { fourProperties } from './four-properties.js';
import { ownFindings } from './findings-own.js';
import { config } from './config.js';
import { footerFindings } from './findings-footer.js';
import { contentsFindings } from './findings-contents.js';
import { fileFindings } from './findings-file.js';
import { identify } from './identify.js';
import { init } from './init.js';
import { initSetup } from './init-setup.js';
import { ledger } from './ledger.js';
import { library } from './library.js';
import { limits } from './limits.js';
import { faults } from './faults.js';
import { coverageFindings } from './findings-coverage.js';
import { metaFindings } from './findings-meta.js';
import { score } from './score.js';
import { scoreFindings } from './scores.js';
import { nameFindings } from './findings-name.js';
import { portFindings } from './findings-port.js';
import { scoringFindings } from './findings-scoring.js';
import { scaffold } from './scaffold.js';
import { treeFindings } from './findings-tree.js';
import { marks } from './marks.js';
import { merge } from './merge.js';
import { notice } from './notice.js';
import { pack } from './pack.js';
import { review, reviewFault } from './review.js';
import { rules } from './rules.js';
import { spotCheck } from './spot-check.js';
import { stamp } from './stamp.js';
import { status } from './status.js';
import { validate } from './validate.js';
import { watch } from './watch.js';
import { settings } from './settings.js';
import { keygen } from './signing.js';
import { ledgerSheet } from './ledger-sheet.js';
import { scoreClear, scoreSet } from './score-set.js';
import { receipt } from './receipt.js';
import { reports } from './reports.js';
import { boxes } from './boxes.js';
import { baseline, waive, waiverFindings } from './waivers.js';

export const en = {
  change,
  check,
  bundle,
  add,
  mergeCopy,
  move,
  bind,
  catalogue,
  cli,
  completion,
  config,
  demo,
  errors,
  identify,
  init,
  initSetup,
  ledger,
  library,
  limits,
  merge,
  notice,
  pack,
  explain,
  rulesTable,
  faults,
  review,
  reviewFault,
  rules,
  marks,
  validate,
  watch,
  keygen,
  receipt,
  reports,
  ledgerSheet,
  scoreClear,
  scoreSet,
  settings,
  score,
  findings: {
    ...scoringFindings,
    ...treeFindings,
    ...nameFindings,
    ...portFindings,
    ...fileFindings,
    ...coverageFindings,
    ...metaFindings,
    ...scoreFindings,
    ...waiverFindings,
    ...bundleFindings,
    ...contentsFindings,
    ...footerFindings,
    ...ownFindings,
    ...bagProfileFindings,
  },
  scaffold,
  spotCheck,
  stamp,
  status,
  fourProperties,
  diff,
  doctor,
  boxes,
  waive,
  baseline,
};
