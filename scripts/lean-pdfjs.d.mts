import type { Plugin } from 'esbuild';

export const leanPdfjs: Plugin;
