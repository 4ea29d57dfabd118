/** What is on a budget number: on a final invoice, ready to be, or sent and not final. */
export const budgetStages = ['used', 'ready', 'waiting'] as const;

/** Why a budget is warned of: more than it is, nearly so, over on its last day, or nearly so. It blocks nothing. */
export const budgetWarnings = ['over', 'share', 'ended', 'ends'] as const;
