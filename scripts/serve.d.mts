export const CONTENT_SECURITY_POLICY: string
/** Serves `folder` on the first free port from `port` upwards (0 = any); `url` ends in '/'. */
export function serveFolder(folder: string, port?: number): Promise<{ url: string; close: () => Promise<void> }>
