import type { footerFindings as en } from '../en/findings-footer.js';

export const footerFindings: typeof en = {
  'content-footer-name/lacking': (d) =>
    d.count === 1
      ? `${d.first} 的页脚没有注明名称，用 \`dangan stamp\` 标注`
      : `${d.count} 份文档的页脚没有注明名称，如 ${d.first}；用 \`dangan stamp\` 标注`,
};
