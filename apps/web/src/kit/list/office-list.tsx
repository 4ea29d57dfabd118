import { type Icon, IconFilterOff } from '@tabler/icons-react';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { type ReactNode, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { UnknownValues } from '../address/unknown-values.tsx';
import { type Address, anyText, type Known } from '../address/use-address.ts';
import { type SheetAddress, SheetLinks } from '../files/sheet-links.tsx';
import type { Column } from './column.ts';
import { ListRest } from './list-rest.tsx';
import classes from './office-list.module.css';
import { RecordList } from './record-list.tsx';
import { SearchField } from './search-field.tsx';
import type { RowTicks } from './ticks.ts';

interface Page<Row> {
  items: Row[];
  total: number;
}

/** A list of the office: search and filters on top, all in the address; the rows; and the way to more. */
export function OfficeList<Row extends { id: string }>(props: {
  label: string;
  address: Address;
  query: UseInfiniteQueryResult<InfiniteData<Page<Row>>>;
  columns: readonly Column<Row>[];
  /** None where the list has one order. */
  sort?: string;
  searchHint: string;
  /** What the address may hold besides the search: what else narrows the list down, and its order. */
  known: Known;
  /** Where the rows are as a file, narrowed down as they are. */
  file?: SheetAddress;
  ticks?: RowTicks<Row>;
  children?: ReactNode;
  empty: { icon: Icon; title: string; text: string; action?: ReactNode };
}) {
  const { t } = useTranslation(['office', 'common']);
  const { address, query, empty, file } = props;
  const { write, rewrite } = address;
  const search = useCallback((q: string) => rewrite({ q }), [rewrite]);
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const names = ['q', ...Object.keys(props.known).filter((name) => name !== 'sort')];
  const isFiltered = names.some((name) => address.read(name) !== '');
  const noFilter = Object.fromEntries(names.map((name) => [name, '']));
  return (
    <>
      <UnknownValues address={address} known={{ q: anyText, ...props.known }} />
      <search className={classes.bar}>
        <div className={classes.search}>
          <SearchField label={t('list.search')} hint={props.searchHint} value={address.read('q')} onChange={search} />
        </div>
        {props.children}
      </search>
      <Loaded query={query} skeleton={<Skeleton rows={8} height={32} />}>
        {({ pages }) =>
          rows.length === 0 ? (
            <Empty
              icon={isFiltered ? IconFilterOff : empty.icon}
              title={isFiltered ? t('list.noMatchTitle') : empty.title}
              actions={
                isFiltered ? (
                  <Button variant="default" onClick={() => write(noFilter)}>
                    {t('common:action.clearFilter')}
                  </Button>
                ) : (
                  empty.action
                )
              }
            >
              {isFiltered ? t('list.noMatchText') : empty.text}
            </Empty>
          ) : (
            <>
              <RecordList
                label={props.label}
                rows={rows}
                keyOf={({ id }) => id}
                columns={props.columns}
                sort={props.sort}
                onSort={(sort) => write({ sort })}
                ticks={props.ticks}
                isLoading={query.isPlaceholderData}
              />
              <ListRest query={query} shown={rows.length} total={pages[0]?.total ?? 0}>
                {file && (
                  <span className={classes.files}>
                    <SheetLinks address={file} words={{ xlsx: t('list.xlsx'), csv: t('list.csv') }} />
                  </span>
                )}
              </ListRest>
            </>
          )
        }
      </Loaded>
    </>
  );
}
