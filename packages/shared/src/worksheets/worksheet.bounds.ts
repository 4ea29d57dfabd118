/**
 * How much one worksheet can grow, and how fast. Nothing of its history is ever removed, so what anybody can add to is bounded where
 * it is added, and told in pages. docs/decisions/0019-bounds-of-lists.md
 */

/** A worksheet's answer holds the newest events, and the first and the newest submissions; older events are asked for in pages. */
export const eventsShown = 50;
export const submissionsShown = 50;

/** Comments of one person on one worksheet: altogether, and within some minutes. */
export const mostComments = 200;
export const mostCommentsAtOnce = 10;
export const commentMinutes = 5;

/** Steps (saving, sending, withdrawing) on one worksheet within a minute; nobody is that quick by hand. */
export const mostStepsAMinute = 40;
/** From this version on something goes wrong somewhere: one step in so many seconds, so that nobody is kept from their own hours. */
export const manySteps = 500;
export const secondsBetweenManySteps = 20;

/** Supplements of one placement and period. */
export const mostSupplements = 50;

/** Most lines one worksheet can hold: 31 days with a few shifts each, and some to spare. */
export const maxLines = 250;
