import type { scoringFindings as en } from '../en/findings-scoring.js';
import { faults } from './faults.js';
import { conflict } from './findings-conflict.js';

export const scoringFindings: typeof en = {
  'scoring-yaml-invalid/fault': (d) => faults.yaml(d),
  'scoring-fullwidth-colon/key': (d) => faults.yaml({ fault: 'fullwidth-colon', key: d.key }),
  'scoring-schema-violation/fault': (d) => faults.schema(d),
  'scoring-duplicate-code/sibling': (d) =>
    `同级已有编号 ${d.code}（第 ${d.line} 行“${d.name}”），请对照原文核对`,
  'scoring-duplicate-code/elsewhere': (d) =>
    `编号 ${d.code} 在第 ${d.line} 行已经用过（“${d.name}”），请对照原文核对`,
  'scoring-duplicate-code/criterion': (d) =>
    `评分点编号 ${d.code} 在第 ${d.line} 行已经用过，引用它时分不清是哪一条`,
  'scoring-code-unquoted/number': (d) =>
    d.code === d.number
      ? `编号 ${d.code} 没加引号，别的软件会当成数字，请写成 "${d.code}"`
      : `编号 ${d.code} 没加引号，别的软件会读成数字 ${d.number}，请写成 "${d.code}"`,
  'scoring-code-unquoted/fullwidth-quotes': (d) =>
    `编号 ${d.written} 用的是全角引号，会被当成编号的一部分，请写成 "${d.code}"`,
  'scoring-sum-mismatch/children': (d) =>
    `本项 ${d.points} 分，下级 ${d.count} 项合计 ${d.sum} 分，请对照原文核对`,
  'scoring-sum-mismatch/unit': (d) =>
    `本项 ${d.points} 分，${d.unit} 的下级各项合计 ${d.sum} 分，请对照原文核对`,
  'scoring-sum-mismatch/criteria': (d) =>
    `本项 ${d.points} 分，${d.count} 条评分点合计 ${d.sum} 分，请对照原文核对`,
  'scoring-sum-mismatch/total': (d) =>
    `总分写的是 ${d.points} 分，最上级 ${d.count} 项合计 ${d.sum} 分，请对照原文核对`,
  'scoring-sum-mismatch/total-unit': (d) =>
    `总分写的是 ${d.points} 分，${d.unit} 的最上级各项合计 ${d.sum} 分，请对照原文核对`,
  'scoring-sum-mismatch/shares': (d) =>
    `${d.unit === undefined ? '' : `${d.unit} 的`}${d.count} 项的 weight 合计 ${d.sum}，应为 100%，请对照原文核对`,
  'scoring-sum-mismatch/methods': (d) =>
    `${d.count} 种测评方法的比例合计 ${d.sum}，应为 100%，请对照原文核对；合不成 100%，得分不按方法折算`,
  'scoring-points-invalid/value': (d) =>
    d.wrong === 'missing'
      ? '分值没有数，请对照原文补上'
      : d.wrong === 'negative'
        ? `分值是 ${d.found}，不能小于 0；扣分请写在 scoring 里（rule: deduct），扣几分写正数`
        : d.wrong === 'full-width'
          ? `分值“${d.found}”是全角的，请改成半角数字，${d.meant === undefined ? '如 6 或 0.5' : `写 ${d.meant}`}`
          : d.wrong === 'quoted'
            ? `分值 ${d.found} 加了引号，成了文字，请去掉引号`
            : `分值写的是“${d.found}”，不是数；请只写数，${d.meant === undefined ? '如 6 或 0.5' : `这里写 ${d.meant}`}`,
  'scoring-points-invalid/missing': (d) =>
    `“${d.name}”没有分值，同级另有 ${d.siblings} 项写了分值，请对照原文补上`,
  'scoring-sibling-name-clash/same': (d) =>
    `文件夹名“${d.folder}”与第 ${d.line} 行的指标相同，请用 folder: 给其中一项另起一个`,
  'scoring-name-unusable/unsafe': (d) =>
    `名称里有文件夹名不能用的字符，文件夹会写成“${d.folder}”；请用 folder: 起一个简称`,
  'scoring-name-unusable/long': (d) =>
    `名称有 ${d.length} 个字，作文件夹名太长，会缩成“${d.folder}”；请用 folder: 起一个简称`,
  'scoring-requirement-conflict/fault': (d) => conflict(d),
  'scoring-owner-missing/indicator': (d) => `“${d.name}”没有责任科室，请写上 owner`,
  'scoring-owner-missing/below': (d) =>
    `下级 ${d.count} 个末级指标都没有责任科室，可以在这里写 owner`,
  'scoring-owner-missing/all': (d) =>
    `整个体系没有写责任科室（owner），${d.count} 个末级指标的材料不知道找谁要`,
};
