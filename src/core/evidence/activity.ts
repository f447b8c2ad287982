/** Which activity evidence belongs to. */
import { daysInSpan } from '../dates/calendar.js';
import { parseDate } from '../dates/parse-date.js';
import type { Evidence } from './types.js';

/** Longer than any activity: `2020年`, `第一季度`. */
const LONG_DAYS = 27;

/**
 * Name of its activity, or of the sub-folder that holds one: not one of a year or quarter, nor one that sorts by kind
 * (`图片`), which may be in that of an activity as well. Empty where it lies among others.
 */
export function activityOf({ entry, group }: Evidence): string {
  if (entry?.activity !== undefined) return entry.activity;
  if (group === '') return '';
  const parts = group.split('/').filter((name) => !isPeriod(name));
  return parts.slice(0, parts.findLastIndex((name) => !isKindName(name)) + 1).join('/');
}

function isPeriod(name: string): boolean {
  const span = parseDate(name);
  return span !== undefined && daysInSpan(span) > LONG_DAYS;
}

const KIND_NAME =
  /^(?:活动|实景|现场|相关|会议|文字|媒体)?(?:图片|照片|相片|截图|视频|录像|音像|影像|方案|计划|总结|通知|纪要|记录|报道|简报|信息|文件|资料|材料|名单|台账|附件|签到表?)(?:资料|材料|类)?$/u;

function isKindName(name: string): boolean {
  return KIND_NAME.test(name.replace(/^\d+\s*[：:.、-]?\s*/u, ''));
}
