/** What a supervisor may do at one organisation, in the order it is shown. */
export const rightNames = ['mayApprove', 'mayRegister', 'maySeeInvoices', 'mayManage'] as const;
export type RightName = (typeof rightNames)[number];
