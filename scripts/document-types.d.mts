export function documentTypes(): Promise<string>;
