export const linkPurposes = ['activation', 'new-password'] as const;
export type LinkPurpose = (typeof linkPurposes)[number];

export const linkStates = ['good', 'expired', 'used', 'unknown'] as const;
export type LinkState = (typeof linkStates)[number];

/** How long a link in a mail works (PRODUCT: invited people get two days). */
export const LINK_HOURS = 48;

interface LinkFacts {
  purpose: LinkPurpose;
  isUsed: boolean;
  /** A newer one took its place. */
  isReplaced: boolean;
  isPast: boolean;
  /** The account's. */
  status: 'invited' | 'active' | 'blocked';
}

/**
 * What a link is good for now. Who is active already hears that, whichever of their links they open; the link of a blocked
 * account is as good as none.
 */
export function linkState(link: LinkFacts | undefined): LinkState {
  if (!link || link.status === 'blocked') return 'unknown';
  if (link.isUsed) return 'used';
  if (link.purpose === 'activation' && link.status === 'active') return 'used';
  if (link.isReplaced || link.isPast || (link.status === 'invited') !== (link.purpose === 'activation'))
    return 'expired';
  return 'good';
}
