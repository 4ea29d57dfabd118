/** What a browser is told that something of it changed, never what: it asks for that itself. Queries of a kind begin with its name. */
export const liveKinds = ['messages', 'notices', 'documents'] as const;
export type LiveKind = (typeof liveKinds)[number];
