import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Text that is searched for a moment after the last key. */
export function SearchField(props: { label: string; hint: string; value: string; onChange: (text: string) => void }) {
  const { value, onChange } = props;
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  const told = useRef(value);

  // What comes back from the address is what was told, unless somebody else changed it (Back, "clear").
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    setText(value);
  }, [value]);

  useEffect(() => {
    if (text === told.current) return;
    const timer = setTimeout(() => {
      told.current = text;
      onChange(text);
    }, 200);
    return () => clearTimeout(timer);
  }, [text, onChange]);

  return (
    <TextInput
      type="search"
      aria-label={props.label}
      placeholder={props.hint}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}
      rightSection={text && <CloseButton size="sm" aria-label={t('action.clearFilter')} onClick={() => setText('')} />}
    />
  );
}
