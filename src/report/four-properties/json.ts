import { codeOf, type Verdict } from '../../core/bundle/four-properties/judge.js';
import type { Messages } from '../../messages/index.js';
import { findingWords } from '../finding-words.js';
import { countStates, reasonsOf, type Checked } from './sheet.js';

/** The report as `dangan/four-properties@1`; see `schemas/four-properties.schema.json`. */
export function fourPropertiesJson(checked: Checked, say: Messages): string {
  const { report, bundle, items, today, version } = checked;
  const { share, payload } = report;
  const document = {
    schema: 'dangan/four-properties@1',
    standard: 'DA/T 70-2018',
    stage: 'YJ',
    bundle: { name: bundle, digest: report.digest },
    date: today,
    software: { name: 'dangan', version },
    verified: {
      ok: report.holds,
      read: report.read,
      all: report.read && share === undefined,
      files: share ? share.files : payload.files,
      ofFiles: payload.files,
    },
    items: items.map(({ item, verdict }) => ({
      code: codeOf(item),
      key: item.key,
      property: item.property,
      name: say.fourProperties.items[item.key as keyof Messages['fourProperties']['items']],
      nameFrom: item.name === 'found' ? 'public material' : 'memory',
      ...verdictJson(item.key, verdict, say),
    })),
    summary: countStates(items),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function verdictJson(key: string, verdict: Verdict, say: Messages): object {
  const { state } = verdict;
  const words = say.fourProperties;
  switch (state) {
    case 'passed':
      return { state, checked: words.passed[key] };
    case 'failed':
      return {
        state,
        findings: verdict.findings.map((finding) => ({
          rule: finding.rule,
          severity: finding.severity,
          message: findingWords(finding, say),
          file: finding.file,
        })),
      };
    case 'notApplicable':
      return { state, reasons: [words.notAsked[verdict.why]] };
    case 'notChecked':
      return { state, reasons: reasonsOf(verdict, say) };
  }
}
