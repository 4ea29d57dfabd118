/** How a value of a column is written for people. */
export type AuditKind =
  | 'text'
  | 'number'
  | 'day'
  | 'moment'
  | 'cents'
  | 'minutes'
  | 'share'
  | 'weekday'
  | 'yes-no'
  /** One of a few words that have a text of their own. */
  | 'word'
  /** Another record: shown by its name. */
  | 'record'
  /** Only that it changed. */
  | 'secret';

/** Every column that the audit log tells of, in the order in which they are shown. A test holds it against the database. */
export const auditFields = {
  name: 'text',
  first_name: 'text',
  prefix: 'text',
  last_name: 'text',
  code: 'text',
  name_nl: 'text',
  name_en: 'text',
  number: 'text',
  description: 'text',
  person_id: 'record',
  employee_id: 'record',
  organisation_id: 'record',
  placement_id: 'record',
  hour_type_id: 'record',
  on_behalf_of_id: 'record',
  function_name: 'text',
  personnel_number: 'text',
  email: 'text',
  user_name: 'text',
  phone: 'text',
  birth_date: 'day',
  street: 'text',
  postcode: 'text',
  city: 'text',
  country: 'text',
  kvk_number: 'text',
  vat_number: 'text',
  iban: 'text',
  g_account_iban: 'text',
  role: 'word',
  status: 'word',
  language: 'word',
  password_hash: 'secret',
  may_approve: 'yes-no',
  may_register: 'yes-no',
  may_see_invoices: 'yes-no',
  may_manage: 'yes-no',
  valid_from: 'day',
  hours_from: 'day',
  valid_until: 'day',
  type: 'word',
  year: 'number',
  starts_on: 'day',
  ends_on: 'day',
  closed_at: 'moment',
  period_type: 'word',
  basis: 'word',
  hours_by: 'word',
  entry_mode: 'word',
  planned_minutes: 'minutes',
  budget_number: 'text',
  requires_budget_number: 'yes-no',
  pay_cents: 'cents',
  bill_cents: 'cents',
  kind: 'word',
  bill_share_bp: 'share',
  pay_share_bp: 'share',
  is_worked: 'yes-no',
  unit: 'word',
  for_employee: 'yes-no',
  for_supervisor: 'yes-no',
  is_active: 'yes-no',
  sort_order: 'number',
  payroll_code: 'text',
  invoice_email: 'text',
  invoice_per: 'word',
  invoice_every: 'word',
  payment_term_days: 'number',
  g_account_share_bp: 'share',
  vat_bp: 'share',
  reverse_charge: 'yes-no',
  logo_svg: 'secret',
  logo_file_id: 'secret',
  accent_colour: 'text',
  helpdesk_phone: 'text',
  helpdesk_email: 'text',
  mail_from: 'text',
  last_approval: 'yes-no',
  corrections_need_approval: 'yes-no',
  paid_on_weekday: 'weekday',
  approve_by_minutes: 'minutes',
  approve_by_weekday: 'weekday',
  week_fifty_three: 'word',
  warning_limits: 'text',
  reminders: 'text',
  stands_out_from_planned_minutes: 'minutes',
  stands_out_from_previous_minutes: 'minutes',
  is_used: 'yes-no',
  content: 'secret',
  erased_at: 'moment',
  new_rows: 'number',
  changed_rows: 'number',
  same_rows: 'number',
} as const satisfies Record<string, AuditKind>;

export type AuditField = keyof typeof auditFields;
export const isAuditField = (column: string): column is AuditField => column in auditFields;
