/** Words with which titles end, and the kinds of evidence that they tell of. */
import type { EvidenceKind } from '../system/types.js';

const BY_KINDS: readonly (readonly [readonly EvidenceKind[], string])[] = [
  [['plan'], '方案 计划 规划 要点 预案 安排 部署 设想 纲要 分工 议程 日程'],
  [['notice'], '通知 通告 公告 公示 通知书 告知书'],
  [['minutes'], '纪要 记录 记录本 记录簿 笔录'],
  [['minutes', 'form'], '记录表 日志'],
  [
    ['form', 'minutes'],
    '检查记录 巡查记录 巡检记录 点检记录 排查记录 值班记录 培训记录 教育记录 演练记录 消毒记录 监测记录 检测记录 运行记录 维护记录 维修记录 保养记录 使用记录 清洗记录 交接记录 处置记录',
  ],
  [['summary'], '总结 小结'],
  [['summary', 'report'], '总结报告 总结汇报'],
  [['report'], '报告 汇报 情况 反馈 体会 心得 事迹 简介 概况 综述 论文 述职'],
  [['report'], '事迹材料 经验材料 典型材料 推荐材料 反映材料'],
  [['report', 'statement'], '说明'],
  [['statement'], '不适用说明 声明 承诺书 保证书'],
  [['statement', 'certificate'], '证明 证明书 证明材料'],
  [['bulletin'], '简报 快报 专报 动态'],
  [['bulletin', 'report'], '月报 周报 季报 年报 半年报'],
  [['bulletin', 'news'], '信息'],
  [['document', 'bulletin'], '通报'],
  [['news'], '报道 新闻 新闻稿 通讯稿 稿件 推文 推送 报道稿'],
  [['news', 'screenshot'], '报道图 报道截图 新闻截图 稿件截图 推文截图'],
  [['screenshot'], '截图 截屏'],
  [['photo'], '照片 图片 合影 剪影 掠影 相册 图集 组图 现场图 实景图 宣传图'],
  [['audio'], '录音'],
  [['video'], '录像 视频 短片 纪录片 微电影'],
  [['list'], '名单 名册 花名册 台账 台帐 签到 签到册 签到簿 登记册 登记簿 清单 目录 通讯录'],
  [['list', 'form'], '签到表 一览表 登记表 名单表 明细表'],
  [['form'], '表 表格 统计 问卷 回执 成绩单 验收单 检查单 申请单 交接单'],
  [['rule'], '制度 办法 规定 细则 规则 守则 章程 公约 民约 条例 规范 职责 规程 准则 机制 标准'],
  [
    ['document'],
    '文件 决定 决议 意见 批复 函 复函 请示 命令 决定书 判决书 申请书 申报书 建议书 任命书 倡议书 协议 协议书 合同 责任书 责任状',
  ],
  [['approval'], '审批 批件 签批件 签批 呈批件 批示'],
  [['approval', 'form'], '审批表 审批单 呈批表 呈报表 审核表 备案表'],
  [
    ['opinion'],
    '评价意见 鉴定意见 考核意见 审核意见 评审意见 审查意见 意见书 评价 评议 测评 鉴定 评语',
  ],
  [['opinion', 'form'], '评价表 评议表 测评表 鉴定表 评分表'],
  [['certificate'], '证书 证件 证 执照 奖状 聘书 资质'],
  [['object', 'photo'], '实物 奖杯 奖牌 锦旗 牌匾 展板 公示牌'],
  [['link'], '网址 链接'],
];

/** Ends of other words. */
const OTHERS = new Set([
  '代表',
  '发表',
  '仪表',
  '外表',
  '年表',
  '手表',
  '钟表',
  '公证',
  '保证',
  '论证',
  '认证',
  '见证',
  '信函',
]);

const KINDS = new Map(
  BY_KINDS.flatMap(([kinds, words]) => words.split(' ').map((word) => [word, kinds] as const)),
);
const LONGEST_WORD = Math.max(...[...KINDS.keys()].map((word) => word.length));

export interface KindWord {
  readonly word: string;
  readonly kinds: readonly EvidenceKind[];
}

/** The longest word of a kind that the text ends with. */
export function kindWordAtEnd(text: string): KindWord | undefined {
  for (let length = Math.min(LONGEST_WORD, text.length); length > 0; length -= 1) {
    const word = text.slice(-length);
    const kinds = KINDS.get(word);
    if (kinds) return { word, kinds };
    if (OTHERS.has(word)) return undefined;
  }
  return undefined;
}

/** What a scan, a draft or a collection adds behind the word of the kind; numbers, dates and issues. */
const TAILS = [
  ...[
    '扫描件',
    '复印件',
    '影印件',
    '原件',
    '电子版',
    '正文',
    '全文',
    '原文',
    '附件',
    '样本',
    '模板',
  ],
  ...[
    '征求意见稿',
    '送审稿',
    '讨论稿',
    '初稿',
    '草稿',
    '草案',
    '试行',
    '修订',
    '盖章',
    '红头',
    '稿',
  ],
  ...['汇编', '合集', '汇总', '资料', '材料', '季度', '年度', '上半年', '下半年', '之'],
];
/** One sign of those. */
const TAIL_SIGN =
  /[\d０-９〇一二三四五六七八九十①-⑳\s年月日号期第辑次版份篇部.．,，、_—～~·"”“》《'’-]$/u;

/** The text without one of those at its end; the same text when it has none. */
export function withoutTail(text: string): string {
  const tail = TAILS.find((each) => text.endsWith(each));
  if (tail !== undefined) return text.slice(0, -tail.length);
  return TAIL_SIGN.test(text.slice(-2)) ? text.slice(0, -1) : text;
}
