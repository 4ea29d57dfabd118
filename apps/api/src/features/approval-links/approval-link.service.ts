import { createHash, randomBytes } from 'node:crypto';
import type { ApprovalLink } from '@konnekt/shared/approval-links/approval-link.contract';
import type { Actor } from '@konnekt/shared/basics/actor';
import type { Decided } from '@konnekt/shared/worksheets/worksheet-step.schema';
import { decide } from '#api/features/worksheets/worksheet.service';
import type { Db, Transaction } from '#api/kit/database';
import { Problem } from '#api/kit/problem';
import type { Sight } from '#api/kit/visibility';
import * as links from './approval-link.repository.ts';

/** The longest that a link from a mail is good, whatever the deadline. */
const LINK_HOURS = 72;

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Makes links for those who have something to approve from a mail, good for as long as their mail: the address of each, by account. */
export async function makeApprovalLinks(
  tx: Transaction,
  to: {
    accounts: readonly { accountId: string; goodForHours: number }[];
    waiting: Parameters<typeof links.insertApprovalLinks>[2];
    publicUrl: string;
  },
): Promise<Map<string, string>> {
  const made = to.accounts.map((account) => ({ ...account, token: randomBytes(32).toString('base64url') }));
  const hashed = made.map(({ accountId, goodForHours, token }) => ({
    ...{ accountId, tokenHash: hashOf(token), goodForHours: Math.min(goodForHours, LINK_HOURS) },
  }));
  const good = await links.insertApprovalLinks(tx, hashed, to.waiting);
  return new Map(
    made
      .filter(({ accountId }) => good.has(accountId))
      .map(({ accountId, token }) => [accountId, `${to.publicUrl}/approve#${token}`]),
  );
}

interface Visitor {
  /** Who is logged in where the link is opened. */
  visitor: Actor | undefined;
  today: string;
}

/** What a link opens for who opens it. Changes nothing. */
export async function look(db: Db, token: string, who: Visitor): Promise<ApprovalLink> {
  const { link, state } = await find(db, token, who);
  const nothing = { state, language: link?.language ?? null, expiresAt: link?.expiresAt ?? null };
  if (!link || state !== 'good') return { ...nothing, isSignedIn: false, worksheets: [], hidden: 0, texts: [] };
  const isSignedIn = who.visitor !== undefined;
  const all = await links.listLinked(db, link.id, sightOf(link, who));
  const shown = all.filter(({ isOpen }) => isSignedIn || isOpen);
  const organisationIds = [...new Set(shown.map(({ organisationId }) => organisationId))];
  return {
    ...nothing,
    isSignedIn,
    worksheets: shown.map(({ isOpen: _, ...worksheet }) => worksheet),
    hidden: all.length - shown.length,
    texts: await links.listTexts(db, organisationIds),
  };
}

/** Approves in the name of the receiver what the link is about, as it was then; the rest is answered for itself. */
export async function approve(
  db: Db,
  asked: { token: string; items: { id: string; version: number }[]; approvalTextIds: string[] },
  who: Visitor,
): Promise<Decided> {
  const { link, state } = await find(db, asked.token, who);
  if (!link || state !== 'good') throw new Problem('link-expired');
  const sight = sightOf(link, who);
  const linked = new Map((await links.listLinked(db, link.id, sight)).map((one) => [one.id, one]));
  const may = ({ id, version }: { id: string; version: number }) => {
    const one = linked.get(id);
    return one !== undefined && one.version === version && (one.isOpen || who.visitor !== undefined);
  };
  const items = asked.items.filter(may);
  const { done, refused } =
    items.length === 0 ? { done: [], refused: [] } : await decide(db, sight, 'approve', items, asked);
  const rest = asked.items.filter((item) => !may(item)).map(({ id }) => ({ id, code: 'changed' as const }));
  return { done, refused: [...refused, ...rest] };
}

export const revoke = (db: Db, token: string): Promise<void> => links.revokeApprovalLink(db, hashOf(token));

async function find(db: Db, token: string, { visitor }: Visitor) {
  const link = await links.findApprovalLink(db, hashOf(token));
  if (!link) return { state: 'unknown' } as const;
  if (link.isRevoked) return { link, state: 'revoked' } as const;
  if (link.isPast) return { link, state: 'expired' } as const;
  if (visitor && visitor.personId !== link.receiver.personId) return { link, state: 'foreign' } as const;
  return { link, state: 'good' } as const;
}

/** The receiver, by the link: the history says so. */
const sightOf = ({ receiver }: links.FoundApprovalLink, { visitor, today }: Visitor): Sight => ({
  actor: { ...receiver, sessionId: visitor?.sessionId ?? null, authMethod: 'mail-link' },
  today,
});
