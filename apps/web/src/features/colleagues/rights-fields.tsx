import type { Colleagues, Rights } from '@konnekt/shared/colleagues/colleague.contract';
import { rightNames } from '@konnekt/shared/supervisors/supervisor.words';
import { useTranslation } from 'react-i18next';
import type { RecordFormState } from '../../kit/form/use-record-form.ts';
import { useWrongText } from '../../kit/form/use-wrong-text.ts';
import { CheckGroup } from '../../ui/form-fields.tsx';

export type OwnOrganisation = Colleagues['organisations'][number];

/** What one may give: no more than one has. */
export function RightsFields<V extends Rights>(props: {
  own: OwnOrganisation | undefined;
  form: Pick<RecordFormState<V & Record<string, string | boolean>>, 'values' | 'problemOf'> & {
    change: (rights: Rights) => void;
  };
}) {
  const { t } = useTranslation('colleagues');
  const wrongText = useWrongText();
  const { own, form } = props;
  const problem = form.problemOf('mayApprove');
  return (
    <CheckGroup
      label={t('right.title')}
      description={t('right.hint')}
      error={problem && wrongText(problem)}
      options={rightNames.filter((name) => own?.[name]).map((name) => ({ value: name, label: t(`right.${name}`) }))}
      value={rightNames.filter((name) => form.values[name])}
      onChange={(chosen) =>
        form.change({
          mayApprove: chosen.includes('mayApprove'),
          mayRegister: chosen.includes('mayRegister'),
          maySeeInvoices: chosen.includes('maySeeInvoices'),
          mayManage: chosen.includes('mayManage'),
        })
      }
    />
  );
}
