/** Whether a client's hours may be approved from a mail: not at all, by its receiver logged in, or by whoever has the link. */
export const mailApprovals = ['off', 'signed-in', 'open'] as const;

/** What became of a link; `foreign`: somebody else is logged in. */
export const approvalLinkStates = ['good', 'expired', 'revoked', 'unknown', 'foreign'] as const;
