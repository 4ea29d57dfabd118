import { useTranslation } from 'react-i18next';
import { SelectField } from '../../ui/field.tsx';
import type { Column } from './column.ts';
import classes from './sort-field.module.css';

/** Sorting where headings have no room: on cards, and for columns that left. */
export function SortField<Row>(props: {
  columns: readonly Column<Row>[];
  sort: string;
  onSort: (sort: string) => void;
}) {
  const { t } = useTranslation();
  const options = props.columns
    .filter(({ isSortable }) => isSortable)
    .flatMap(({ id, header }) => [
      { value: id, label: t('list.up', { name: header }) },
      { value: `-${id}`, label: t('list.down', { name: header }) },
    ]);
  return (
    <div className={classes.place}>
      <SelectField label={t('list.sort')} value={props.sort} onChange={props.onSort} options={options} />
    </div>
  );
}
