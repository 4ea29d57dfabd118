import { longest } from '@konnekt/shared/basics/text-rules';
import type { KeptMessageDraft } from '@konnekt/shared/messages/message.schema';
import { describe, expect, it } from 'vitest';
import { afterSaved, type DeviceDraft, goesAlong, nothingTyped, standingDraft } from './draft-standing.ts';

const text = (body: string, ...fileIds: string[]): KeptMessageDraft => ({
  title: '',
  body,
  files: fileIds.map((id) => ({ id, name: `${id}.pdf`, mediaType: 'application/pdf', size: 1 })),
});
const saved = (body: string, ...fileIds: string[]): DeviceDraft => ({ ...text(body, ...fileIds), isUnsaved: false });
const unsaved = (body: string, ...fileIds: string[]): DeviceDraft => ({ ...text(body, ...fileIds), isUnsaved: true });

describe('a draft that is opened', () => {
  it('is the server’s where the device has nothing that the server has not had: sent elsewhere, it is gone', () => {
    expect(standingDraft(saved('Ja'), nothingTyped).body).toBe('');
    expect(standingDraft(saved('Ja'), text('Ja, om negen uur')).body).toBe('Ja, om negen uur');
    expect(standingDraft(undefined, text('Ja')).body).toBe('Ja');
  });
  it('is the device’s where the server has not had it, also when that is nothing because it was sent', () => {
    expect(standingDraft(unsaved('Nee'), text('Ja, om negen uur')).body).toBe('Nee');
    expect(standingDraft(unsaved(''), text('Ja')).body).toBe('');
  });
  it('is what was kept as long as the server does not answer', () => {
    expect(standingDraft(saved('Ja'), undefined)).toMatchObject(text('Ja'));
    expect(standingDraft(undefined, undefined)).toEqual(nothingTyped);
  });
});

describe('what the device keeps when the server has something', () => {
  it('is that, or nothing where there is nothing', () => {
    expect(afterSaved(saved('Ja'), text('Ja, om negen uur'))).toEqual(saved('Ja, om negen uur'));
    expect(afterSaved(unsaved('Ja', 'a'), text('Ja', 'a'))).toEqual(saved('Ja', 'a'));
    expect(afterSaved(saved('Ja'), nothingTyped)).toBeUndefined();
    expect(afterSaved(unsaved(''), nothingTyped)).toBeUndefined();
  });
  it('is what was typed or added since, and what is too long for the server', () => {
    expect(afterSaved(unsaved('Ja!'), text('Ja'))).toEqual(unsaved('Ja!'));
    expect(afterSaved(unsaved('Ja', 'a', 'b'), text('Ja', 'a'))).toEqual(unsaved('Ja', 'a', 'b'));
    const long = 'x'.repeat(2 * longest.message + 1);
    expect(afterSaved(unsaved(long), text(long))).toEqual(unsaved(long));
  });
});

describe('a tab beside the one in which a draft was changed, sent or forgotten', () => {
  it('goes along where it holds the same, or nothing of its own', () => {
    expect(goesAlong(unsaved('Ja'), unsaved(''), unsaved('Ja'))).toBe(true);
    expect(goesAlong(saved('Ja'), unsaved('Ja!'), saved('Ja'))).toBe(true);
    expect(goesAlong(undefined, unsaved('Ja'))).toBe(true);
    expect(goesAlong(unsaved('Ja'), saved('Ja'))).toBe(true);
    expect(goesAlong(unsaved(''), undefined, unsaved(''))).toBe(true);
  });
  it('keeps what it alone holds', () => {
    expect(goesAlong(unsaved('Ja, en zaterdag'), unsaved(''), unsaved('Ja'))).toBe(false);
    expect(goesAlong(unsaved('Ja'), unsaved('Nee'))).toBe(false);
  });
});
