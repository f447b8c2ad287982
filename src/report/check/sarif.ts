/** SARIF 2.1.0 (OASIS), with what code scanning of GitHub asks for besides. */
import { allRules } from '../../core/rules/all-rules.js';
import type { Finding } from '../../core/rules/findings.js';
import type { AnyRuleId } from '../../core/rules/ids.js';
import type { Severity } from '../../core/rules/seen.js';
import { compareText } from '../../core/text.js';
import type { Waived, WaivedBy } from '../../core/waivers/types.js';
import { EXIT } from '../../errors.js';
import type { Messages } from '../../messages/index.js';
import { messageOf, ruleTitle } from '../words.js';
import { summaryJson } from './json.js';
import type { CheckFailure, Outcome, Speech } from './outcome.js';
import { placeShown, repositoryPath, uriOf } from './place-shown.js';
import { ruleHelp } from './rule-help.js';
import { runningNumbers } from './running-number.js';

const LEVEL: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};
/** What paths are relative to; whoever reads the report knows where that is. */
const ROOT = '%SRCROOT%';

export function checkSarif(outcome: Outcome, speech: Speech): string {
  const { report, ok, version, prefix } = outcome;
  const { say, language } = speech;
  const all: Partial<Waived>[] = [
    ...report.findings.map((finding) => ({ finding })),
    ...report.waived,
  ];
  const ids = [...new Set(all.flatMap(({ finding }) => finding?.rule ?? []))].sort(compareText);
  const rules = new Map(ids.map((id, index) => [id, index]));
  const numberOf = runningNumbers();
  const run = {
    tool: {
      driver: {
        name: 'dangan',
        version,
        semanticVersion: version,
        language,
        rules: ids.map((id) => ruleJson(id, outcome, speech)),
      },
    },
    language,
    // Code scanning keeps the findings of several archives in one repository apart by this.
    automationDetails: { id: prefix === '' ? 'dangan/' : `dangan/${prefix}/` },
    invocations: [{ executionSuccessful: true, exitCode: ok ? 0 : 1 }],
    originalUriBaseIds: { [ROOT]: { description: { text: say.reports.root } } },
    columnKind: 'utf16CodeUnits',
    results: all.flatMap(({ finding, by }) =>
      finding
        ? {
            ruleId: finding.rule,
            ruleIndex: rules.get(finding.rule),
            ...resultJson(finding, numberOf(finding.fingerprint), outcome, say),
            // As soon as one result has it, all have to.
            suppressions: by ? [suppressionJson(by, outcome, say)] : [],
          }
        : [],
    ),
    properties: summaryJson(report),
  };
  return logOf(run);
}

function logOf(run: object): string {
  const log = {
    $schema:
      'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [run],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/**
 * A run that came to nothing. Code scanning refuses it, telling why, and so closes no alert; it also refuses a run that
 * has no list of results.
 */
export function failedLog({ code, message, hint, exitCode, version }: CheckFailure): string {
  const notification = {
    level: 'error',
    message: { text: withoutLinks(`${message}\n${hint}`) },
    descriptor: { id: code },
  };
  const isSaidWrong = exitCode === EXIT.usage;
  return logOf({
    tool: { driver: { name: 'dangan', version, semanticVersion: version } },
    invocations: [
      {
        executionSuccessful: false,
        exitCode,
        [isSaidWrong ? 'toolConfigurationNotifications' : 'toolExecutionNotifications']: [
          notification,
        ],
      },
    ],
    results: [],
  });
}

function ruleJson(id: AnyRuleId, outcome: Outcome, speech: Speech): object {
  const facts = [...allRules(), ...outcome.own].find((rule) => rule.id === id);
  const help = ruleHelp(id, outcome, speech);
  return {
    id,
    shortDescription: { text: ruleTitle(id, speech.say) },
    ...(help && {
      fullDescription: { text: help.summary },
      help: { text: help.text, markdown: help.markdown },
    }),
    ...(facts && { defaultConfiguration: { level: LEVEL[facts.severity] } }),
    properties: { tags: ['archive', id.slice(0, id.indexOf('-'))] },
  };
}

function resultJson(finding: Finding, number: number, outcome: Outcome, say: Messages): object {
  const { severity, indicator, fingerprint, fix } = finding;
  const { about, asked, ...place } = placeShown(finding, outcome);
  const related = relatedJson(about, asked, outcome);
  return {
    level: LEVEL[severity],
    message: { text: withoutLinks(messageOf(finding, say)) },
    locations: [
      {
        ...locationJson(place, outcome),
        ...(indicator && {
          logicalLocations: [{ name: indicator.code, fullyQualifiedName: indicator.path }],
        }),
      },
    ],
    ...(related && { relatedLocations: [{ id: 1, ...related }] }),
    partialFingerprints: {
      'dangan/v1': fingerprint,
      // GitHub reads this one only; left out, it would be reckoned from the text of the line.
      primaryLocationLineHash: `${fingerprint}:${number}`,
    },
    ...(fix !== 'none' && { properties: { fix } }),
  };
}

/** What a finding is about where it is shown elsewhere, or the line that asks for it. */
function relatedJson(
  about: string | undefined,
  asked: Finding['at'],
  outcome: Outcome,
): object | undefined {
  const path = asked?.file ?? about;
  if (path === undefined) return undefined;
  const location = asked
    ? locationJson(asked, outcome)
    : { physicalLocation: { artifactLocation: artifactJson(path, outcome) } };
  return { ...location, message: { text: withoutLinks(path) } };
}

function suppressionJson(by: WaivedBy, outcome: Outcome, say: Messages): object {
  const { kind, reason, owner, until, at } = by;
  return {
    kind: 'external',
    status: 'accepted',
    justification: reason ?? say.reports.waivedBy({ kind }),
    ...(at && { location: locationJson(at, outcome) }),
    properties: { kind, owner, until },
  };
}

function locationJson(
  { file, line, column }: { readonly file: string; readonly line: number; readonly column: number },
  outcome: Outcome,
): object {
  return {
    physicalLocation: {
      artifactLocation: artifactJson(file, outcome),
      region: { startLine: line, startColumn: column },
    },
  };
}

function artifactJson(path: string, outcome: Outcome): object {
  return { uri: uriOf(repositoryPath(outcome, path)), uriBaseId: ROOT };
}

/**
 * A name such as `[附件](1)` would be a link to a related location. Other brackets stay as they are: most readers do
 * not take the escape away again.
 */
function withoutLinks(text: string): string {
  return text.replace(/(\\*)\](?=\()/g, '$1$1\\]');
}
