import { Button, Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useEntryFields } from './entry-fields.ts';

/** Chooses an hour type to add a row of. `leaveOut` are those that are there already. */
export function AddHourType(props: {
  leaveOut: ReadonlySet<string>;
  label?: string;
  onAdd: (hourTypeId: string) => void;
}) {
  const { t } = useTranslation('week');
  const { entry, nameOf } = useEntryFields();
  const choices = entry.hourTypes.filter(({ id }) => !props.leaveOut.has(id));
  if (choices.length === 0) return null;
  return (
    <Menu position="bottom-start" withinPortal returnFocus={false}>
      <Menu.Target>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={15} stroke={2} aria-hidden />}
          aria-label={props.label}
          mih={props.label ? 44 : 32}
        >
          {t('addHourType')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
        {choices.map(({ id }) => (
          <Menu.Item key={id} onClick={() => props.onAdd(id)}>
            {nameOf(id)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
