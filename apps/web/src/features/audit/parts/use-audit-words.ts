import type { AuditEvent, AuditList } from '@konnekt/shared/audit/audit.contract';
import { auditFields, erased, isAuditField } from '@konnekt/shared/audit/audit.fields';
import { requestArea } from '@konnekt/shared/audit/request-area';
import { formatMoney } from '@konnekt/shared/basics/money';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';

type Value = AuditEvent['changes'][number]['before'];

/** The audit log in words: what happened as a sentence, and the name and the values of a field as people write them. */
export function useAuditWords(names: AuditList['names']) {
  const { t } = useTranslation(['audit', 'common']);
  const format = useFormat();

  /** `Petra de Ruiter heeft de organisatie Van Dijk gewijzigd.` */
  const sentence = (event: AuditEvent): string => {
    const who = event.actorName ?? t(event.address ? 'somebody' : 'system');
    const name = event.subjectName ?? '';
    const person = event.subjectType === 'account' ? names[event.recordId ?? '']?.[format.language] : undefined;
    const account = person && name !== erased ? t('subject.accountOf', { person, name }) : undefined;
    const what = requested(event) ?? account ?? lookUp(`subject.${event.subjectType}`, { name }) ?? event.subjectType;
    return t(`action.${event.action}`, { who, what: what.trim() });
  };

  const fieldName = (field: string): string => (isAuditField(field) ? t(`field.${field}`) : field);

  const written = (field: string, value: Value): string => {
    if (value === null || value === '') return t('nothing');
    const kind = isAuditField(field) ? auditFields[field] : 'text';
    if (kind === 'secret') return t('secret');
    if (value === erased) return t('erased');
    switch (kind) {
      case 'day':
        return format.day(String(value));
      case 'moment':
        return format.moment(String(value));
      case 'cents':
        return formatMoney(Number(value), format.language);
      case 'minutes':
        return format.hoursLong(Number(value));
      case 'share':
        return `${format.count(Number(value) / 100)} %`;
      case 'weekday':
        return format.weekdayLong(`2024-01-0${value}`); // a Monday
      case 'yes-no':
        return t(value ? 'common:word.yes' : 'common:word.no');
      case 'record':
        return names[String(value)]?.[format.language] ?? t('gone');
      case 'words':
        return (JSON.parse(String(value)) as string[]).map((one) => lookUp(`word.${field}.${one}`) ?? one).join(', ');
      case 'word':
        return lookUp(`word.${field}.${value}`) ?? String(value);
      default:
        return String(value);
    }
  };

  return { sentence, fieldName, written };
}

/** What a refused request was for. */
const requested = ({ subjectType, subjectName }: AuditEvent): string | undefined => {
  const area = subjectType === 'request' ? requestArea(subjectName) : undefined;
  return area && lookUp(`request.${area}`);
};

/**
 * What is in the log may be older than the words of today: then there is none. The key is made of data, so its type says
 * nothing and whether it exists is asked.
 */
const lookUp = (key: string, values: object = {}): string | undefined =>
  i18next.exists(`audit:${key}`) ? String(i18next.t(`audit:${key}` as never, values as never)) : undefined;
