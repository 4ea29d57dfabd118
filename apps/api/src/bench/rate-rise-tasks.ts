import type { Ask, OfficeTask } from './office-task.ts';

/** A rise of all rates: what it would change is shown first, and accepted as it was shown. */
export const rateRiseTasks = (ask: Ask): OfficeTask[] => [
  {
    name: 'a rise of 3.2 % over all that was paid and invoiced, previewed',
    times: 3,
    run: async () => () => ask('POST', '/api/rate-changes/preview', rise),
  },
  {
    name: 'the same, accepted',
    times: 1,
    run: async () => {
      const { lines, payCents, billCents, rates, placements, fingerprint } = JSON.parse(
        (await ask('POST', '/api/rate-changes/preview', rise)).body,
      );
      const body = { ...rise, reason: 'Bench', seen: { lines, payCents, billCents, rates, placements, fingerprint } };
      return () => ask('POST', '/api/rate-changes', body);
    },
  },
];

const rise = {
  validFrom: '2025-12-22',
  asked: { kind: 'rise', organisationId: null, payRiseBp: 320, billRiseBp: 320 },
};
