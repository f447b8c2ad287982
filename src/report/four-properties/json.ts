import { codeOf, type Verdict } from '../../core/bundle/four-properties/judge.js';
import type { Finding } from '../../core/rules/findings.js';
import type { Messages } from '../../messages/index.js';
import { messageOf } from '../words.js';
import { countStates, emptyLine, reasonsOf, type Checked } from './sheet.js';

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
  const findingJson = (finding: Finding) => ({
    rule: finding.rule,
    severity: finding.severity,
    message: messageOf(finding, say),
    file: finding.file,
  });
  switch (state) {
    case 'passed':
      return { state, checked: words.passed[key] };
    case 'failed':
      return {
        state,
        ...(verdict.findings.length > 0 && { findings: verdict.findings.map(findingJson) }),
        ...(verdict.empty.length > 0 && {
          reasons: verdict.empty.map((each) => emptyLine(each, say)),
        }),
      };
    case 'notApplicable':
      return { state, reasons: [words.notAsked[verdict.why]] };
    case 'notChecked':
      return { state, reasons: reasonsOf(verdict, say) };
  }
}
