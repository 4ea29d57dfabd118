/** Links that the help page shows at most. */
export const mostHelpLinks = 6;
export const longestHelpLink = 500;
