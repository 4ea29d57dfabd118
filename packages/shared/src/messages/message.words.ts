/** Which threads a list shows. Of the office: open, those that wait for an answer, its own, new to the reader, closed; of others: all but what they put away. */
export const threadViews = ['inbox', 'waiting', 'mine', 'unread', 'archived'] as const;
export type ThreadView = (typeof threadViews)[number];

/** What the office does with a thread besides answering it. */
export const threadActs = ['take', 'release', 'close', 'reopen'] as const;
export type ThreadAct = (typeof threadActs)[number];

/** Files that go with one message. */
export const mostFilesOfMessage = 10;

/** Who is written to, all in one choice: people, or those of a role, of an organisation, or whose name or number holds words. */
export const receiverRoles = ['employee', 'supervisor'] as const;
export type ReceiverRole = (typeof receiverRoles)[number];
/** Written to by name, at once. */
export const mostNamedReceivers = 500;
