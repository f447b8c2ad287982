import type { spotCheck as en } from '../en/spot-check.js';
import { thousands } from '../thousands.js';

export const spotCheck: typeof en = {
  options: {
    sample: '只抽查这么多个文件，随机抽取，尽量每个指标都抽到',
    seed: '重做同一次抽查：填上次显示的种子',
    indicator: '只核验这个指标（编号或名称，含下级指标）的文件；可以写多次',
  },
  sampleForm: (d) => `--sample 后面要写抽查几个文件，从 1 起，如 50；这里写的是“${d.value}”`,
  seedAlone: '--seed 要和 --sample 一起用',
  holds: '所查部分完好，其余没有读',
  wholeBut: (d) => `所查部分完好，其余没有读，但${d.words}`,
  parts: {
    fixity: '所查文件与清单相符',
    contents: '所查部分与索引相符',
  },
  share: (d) =>
    `抽查 ${thousands(d.files)} 个文件 / ${thousands(d.ofFiles)} 个（${d.percent}），${d.size} / ${d.ofSize}`,
  rest: '其余文件：没有读，只按清单点了名。',
  indicators: (d) => `只查指标 ${d.codes.join('、')}`,
  seed: (d) =>
    `重做同一次抽查：--sample ${d.count} --seed ${d.seed}${d.codes.map((code) => ` --indicator ${code}`).join('')}`,
  warnings:
    '所查部分完好，以上提醒可以转告对方。要核验整个包，请不带 --sample 和 --indicator 再运行一次。',
  whole: '要核验整个包，请不带 --sample 和 --indicator 再运行一次。',
};
