/** 列出前几个名称，其余的只说个数。 */
export function listed(names: readonly string[]): string {
  const shown = names
    .slice(0, 5)
    .map((name) => `“${name}”`)
    .join('、');
  return names.length > 5 ? `${shown}等 ${names.length} 个` : shown;
}
