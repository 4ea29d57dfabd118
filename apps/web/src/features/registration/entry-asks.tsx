import type { Warning } from '@konnekt/shared/worksheets/worksheet.warnings';
import { useTranslation } from 'react-i18next';
import { AskUnchanged, AskWarnings, AskZero } from '../hours/parts/dialogs.tsx';
import { type Compared, StandsOut } from '../worksheets/parts/stands-out.tsx';

/** No hours, hours that came back and are as they were, or that stand out: asked once, before they go out. */
export type EntryQuestion = 'zero' | 'unchanged' | 'warnings';

export function EntryAsks(props: {
  asks: EntryQuestion | undefined;
  warnings: readonly Warning[];
  standsOut: Compared | undefined;
  /** Why they came back. */
  reason: string | null;
  employeeName: string;
  onClose: () => void;
  onSend: () => void;
}) {
  const { t } = useTranslation(['registration', 'common']);
  const { asks, warnings, standsOut, onClose, onSend } = props;
  return (
    <>
      {asks === 'warnings' && (
        <AskWarnings warnings={warnings} onClose={onClose} onSend={onSend}>
          {standsOut && <StandsOut row={standsOut} />}
        </AskWarnings>
      )}
      {asks === 'unchanged' && <AskUnchanged reason={props.reason} onClose={onClose} onSend={onSend} />}
      {asks === 'zero' && (
        <AskZero
          title={t('entry.zeroTitle')}
          text={t('entry.zeroText', { name: props.employeeName })}
          back={t('common:action.cancel')}
          confirm={t('entry.zeroConfirm')}
          onClose={onClose}
          onSend={onSend}
        />
      )}
    </>
  );
}
