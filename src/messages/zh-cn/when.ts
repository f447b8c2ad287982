const QUARTERS = ['一', '二', '三', '四'];

/** 一段日子，由最短的写法说成人话：`2020`、`2020-H1`、`2020-Q1`、`2020-03`、`2020-W12`、`2020-03-12`，或起止。 */
export function when(label: string): string {
  const [from = '', to] = label.split('..');
  return to === undefined ? one(from) : `${one(from)}至${one(to)}`;
}

function one(label: string): string {
  const [year = '', part, day] = label.split('-');
  if (!/^\d{4}$/.test(year)) return label;
  if (part === undefined) return `${year}年`;
  const number = Number(part.replace(/^[HQW]/, ''));
  if (part.startsWith('H')) return `${year}年${number === 1 ? '上' : '下'}半年`;
  if (part.startsWith('Q')) return `${year}年第${QUARTERS[number - 1] ?? number}季度`;
  if (part.startsWith('W')) return `${year}年第${number}周`;
  return `${year}年${number}月${day === undefined ? '' : `${Number(day)}日`}`;
}
