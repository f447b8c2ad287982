/** Languages that everything is said in. */
export type Language = 'zh-CN' | 'en';
