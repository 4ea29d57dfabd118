import { describe, expect, it } from 'vitest';
import { reminderBody, reminderForm } from './reminder-values.ts';

const rule = { isOn: true, weekday: 1, minutes: 540, textNl: null, textEn: 'Please' };
const stored = {
  employees: rule,
  supervisors: rule,
  escalation: { ...rule, isOn: false, minutes: 1440 },
  office: rule,
};

describe('the form of reminders', () => {
  it('says what is stored, and sends it back as it was', () => {
    expect(reminderForm(stored)).toMatchObject({ 'employees/minutes': '09:00', 'escalation/minutes': '24:00' });
    expect(reminderBody(reminderForm(stored))).toEqual({ body: stored, problems: [] });
  });
  it('names the round whose time cannot be read', () => {
    const { problems } = reminderBody({ ...reminderForm(stored), 'office/minutes': 'noon' });
    expect(problems.map(({ pointer }) => pointer)).toEqual(['/office/minutes']);
  });
});
