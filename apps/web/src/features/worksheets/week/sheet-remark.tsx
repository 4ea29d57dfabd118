import { longest } from '@konnekt/shared/basics/text-rules';
import { useTranslation } from 'react-i18next';
import { TextAreaField } from '../../../ui/field.tsx';
import { useEntryFields } from '../../hours/parts/entry-fields.ts';
import { wholeSheet } from '../../hours/parts/read-sheet.ts';
import { wrongText } from '../../hours/parts/wrong-text.ts';

/** The remark with the whole sheet. */
export function SheetRemark() {
  const { t } = useTranslation('week');
  const { t: hours } = useTranslation('hours');
  const { sheet, problemOf, change } = useEntryFields();
  const problem = problemOf(wholeSheet, 'remark');
  return (
    <TextAreaField
      label={t('sheetRemark')}
      description={t('sheetRemarkHint')}
      rows={3}
      limit={longest.sheetRemark}
      counts
      data-cell={wholeSheet}
      data-field="remark"
      value={sheet.remark}
      error={problem && hours(wrongText(problem))}
      onChange={(event) => {
        const remark = event.currentTarget.value;
        change((before) => ({ ...before, remark }));
      }}
    />
  );
}
