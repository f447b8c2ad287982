import type { coverageFindings as en, Effect, Source } from '../en/findings-coverage.js';
import { noVeto } from './veto.js';
import { PERIODS } from './validate.js';
import { when } from './when.js';

interface Counted {
  readonly min: number;
  readonly max: number | undefined;
}

const range = ({ min, max }: Counted) =>
  max === undefined ? `至少 ${min}` : max === min ? ` ${min}` : ` ${min} 至 ${max}`;

/** 本身带引号的题名（“我们的节日”活动）不再套一层。 */
const quoted = (title: string) => (/[“”]/.test(title) ? title : `“${title}”`);

/** 还没有、它可能是的那几期。 */
const mayBe = (periods: readonly string[]) =>
  periods.length === 0
    ? ''
    : `（可能是${periods
        .slice(0, 5)
        .map(when)
        .join('、')}${periods.length > 5 ? `等 ${periods.length} 期` : ''}）`;

const undatedWords = (count: number) =>
  count === 0 ? '' : `（另有 ${count} 份看不出是哪一期的，待核对）`;

/** 前几个，其余的只说个数。 */
const listed = (titles: readonly string[]) => {
  const shown = titles
    .slice(0, 5)
    .map((title) => quoted(title))
    .join('、');
  return titles.length > 5 ? `${shown}等 ${titles.length} 样` : shown;
};

const have = (found: number, unit: string) => (found === 0 ? '现在没有' : `现有 ${found} ${unit}`);

const inDays = (days: number) =>
  days === 0 ? '就是今天' : days === 1 ? '就是明天' : `还有 ${days} 天`;

const EFFECTS: Readonly<Record<Effect, string>> = {
  disqualify: '取消资格',
  'bar-top': '不得评优',
  zero: '该项计零分',
};

const SOURCES: Readonly<Record<Source, string>> = {
  ledger: '台账',
  name: '文件名',
  folder: '文件夹',
  document: '文档属性',
  exif: '照片',
};

export const coverageFindings: typeof en = {
  'coverage-no-evidence/none': (d) => `${quoted(d.name)}还没有材料，应有：${listed(d.asked)}`,
  'coverage-no-evidence/unasked': (d) =>
    `${quoted(d.name)}还没有材料；测评体系没有列出要交什么，请对照测评标准存放`,
  'coverage-count/files': (d) =>
    `${d.found === 0 && d.min === 1 ? `缺少${quoted(d.title)}` : `${quoted(d.title)}应有${range(d)} 份，${have(d.found, '份')}`}${d.unsettled > 0 ? `（另有 ${d.unsettled} 份是草稿或已退回，不算）` : ''}${d.unfit > 0 ? `（另有 ${d.unfit} 份图片说明或字数不合要求，不算）` : ''}${d.undated > 0 ? `（另有 ${d.undated} 份日期不明，待核对）` : ''}`,
  'coverage-count/unfit': (d) =>
    `${quoted(d.title)}还不齐${d.unfit > 0 ? `：有 ${d.unfit} 份图片说明或字数不合要求，不算` : ''}`,
  'coverage-count/activities': (d) =>
    d.found === 0 && d.min === 1
      ? `${quoted(d.title)}还没有开展的材料`
      : `${quoted(d.title)}应开展${range(d)} 次，${d.found === 0 ? '现在没有材料' : `材料齐的有 ${d.found} 次`}`,
  'coverage-count/either': (d) => `缺少${quoted(d.title)}，有其中一种就行：${listed(d.ways)}`,
  'coverage-count/total': (d) => `${quoted(d.title)}合计应有${range(d)} 份，${have(d.found, '份')}`,
  'coverage-count/over': (d) =>
    `${quoted(d.title)}${d.activity === undefined ? '' : `（${when(d.activity)}）`}至多 ${d.max} ${d.isOfActivities ? '次' : '份'}，现有 ${d.found} ${d.isOfActivities ? '次' : '份'}，请挑选`,
  'coverage-count/submitted': (d) =>
    `${when(d.submitted)}才报送，${when(d.closed)}已经截止：${quoted(d.title)}迟交，算有`,
  'coverage-count/avoids': (d) => `上面有${quoted(d.title)}不能有的：${listed(d.what)}`,
  'coverage-count/proof': (d) => `${quoted(d.name)}写明不适用，但缺少证明：${quoted(d.proof)}`,
  'coverage-frequency/period': (d) =>
    `${quoted(d.title)}${when(d.period)}应有 ${d.min} ${d.isActivity ? '次' : '份'}，${have(d.found, d.isActivity ? '次' : '份')}${d.unfit > 0 ? `（另有 ${d.unfit} 份图片说明或字数不合要求，不算）` : ''}${undatedWords(d.undated)}`,
  'coverage-frequency/never': (d) =>
    `${quoted(d.title)}要求${PERIODS[d.every]}都有，${when(d.first)}到${when(d.last)}共 ${d.count} 期，都还没有`,
  'coverage-frequency/occasion': (d) =>
    d.found === 0 && d.min === 1
      ? `${quoted(d.title)}还没有${quoted(d.occasion)}的`
      : `${quoted(d.title)}：${quoted(d.occasion)}应有 ${d.min}，现有 ${d.found}`,
  'coverage-kind-missing/part': (d) =>
    `${quoted(d.title)}${d.activity === undefined ? '' : `（${when(d.activity)}）`}缺少${quoted(d.part)}${d.found === 0 ? '' : `：应有 ${d.min} 份，现有 ${d.found} 份`}`,
  'coverage-year/missing': (d) =>
    `${quoted(d.title)}每年都要有，${when(d.year)}还没有${undatedWords(d.undated)}`,
  'coverage-year/outside': (d) =>
    `是${when(d.date)}的；${quoted(d.title)}要${when(d.window)}的，所以不算`,
  'coverage-due/period': (d) =>
    `${quoted(d.title)}${when(d.period)}的还不齐，${have(d.found, '份')}；${when(d.due)}到期，${inDays(d.days)}`,
  'coverage-due/closing': (d) =>
    `${d.name === '' ? '报送' : quoted(d.name)}${when(d.due)}截止，${inDays(d.days)}；还有 ${d.count} 项要求不齐，见 \`dangan status\``,
  'coverage-due/closed': (d) =>
    `${d.name === '' ? '报送' : quoted(d.name)}已于${when(d.due)}截止；还有 ${d.count} 项要求逾期，见 \`dangan status\``,
  'coverage-veto/occurred': (d) => `否决项 ${d.code} 已经发生，${EFFECTS[d.effect]}：${d.text}`,
  'coverage-veto/unproven': (d) => `否决项 ${d.code} 没有发生，但缺少证明：${listed(d.proof)}`,
  'coverage-veto/unseen': (d) =>
    `否决项 ${d.code} 没有发生，证明还要有人核对：${listed(d.proof)}；核对什么见 \`dangan status\``,
  'coverage-veto/unsaid': (d) => `否决项 ${d.code} 是否发生还没有人说明：${d.text}；${noVeto(d)}`,
  'content-photo-caption/fields': (d) =>
    `图片说明还缺${listed(d.missing)}，请写进台账（${quoted(d.title)}）`,
  'content-report-length/short': (d) =>
    `有 ${d.found} 字，${quoted(d.title)}要${d.min === d.max ? ` ${d.min} 字左右` : `至少 ${d.min} 字`}`,
  'content-report-length/long': (d) =>
    `有 ${d.found} 字，${quoted(d.title)}要${d.min === d.max ? ` ${d.min} 字左右` : `不超过 ${d.max ?? d.min} 字`}`,
  'meta-date-unknown/none': (d) =>
    `看不出日期，不知道算不算${quoted(d.title)}${mayBe(d.periods)}；请把日期写进文件名或台账`,
  'meta-date-unknown/year': (d) =>
    `看不出是哪一年的，不知道算不算${quoted(d.title)}${mayBe(d.periods)}；请把年份写进文件名或台账`,
  'meta-date-unknown/rough': (d) =>
    d.periods.length > 1
      ? `是${when(d.date)}的，${quoted(d.title)}不止一期，一份只能算其中一期${mayBe(d.periods)}；请各期分开存放，或在台账里写明是哪一期`
      : `只知道是${when(d.date)}，不知道算不算${quoted(d.title)}；请把日期写进文件名或台账`,
  'meta-date-unknown/conflict': (d) =>
    `日期互相矛盾：${SOURCES[d.source]}是${when(d.date)}，${SOURCES[d.otherSource]}是${when(d.other)}，请核对`,
};
