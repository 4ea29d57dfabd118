import type { Colleagues, Rights } from '@konnekt/shared/colleagues/colleague.contract';
import { useTranslation } from 'react-i18next';
import { CheckGroup } from '../../ui/form-fields.tsx';
import { rightNames } from './use-right-words.ts';

export type OwnOrganisation = Colleagues['organisations'][number];

/** What one may give: no more than one has. */
export function RightsFields(props: {
  own: OwnOrganisation | undefined;
  value: Rights;
  error: string | undefined;
  onChange: (rights: Rights) => void;
}) {
  const { t } = useTranslation('colleagues');
  const { own, value } = props;
  return (
    <CheckGroup
      label={t('right.title')}
      description={t('right.hint')}
      error={props.error}
      options={rightNames.filter((name) => own?.[name]).map((name) => ({ value: name, label: t(`right.${name}`) }))}
      value={rightNames.filter((name) => value[name])}
      onChange={(chosen) =>
        props.onChange({
          mayApprove: chosen.includes('mayApprove'),
          mayRegister: chosen.includes('mayRegister'),
          maySeeInvoices: chosen.includes('maySeeInvoices'),
          mayManage: chosen.includes('mayManage'),
        })
      }
    />
  );
}

export const noRights: Rights = { mayApprove: false, mayRegister: false, maySeeInvoices: false, mayManage: false };
