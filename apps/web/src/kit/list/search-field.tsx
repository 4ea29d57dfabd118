import { longest } from '@konnekt/shared/basics/text-rules';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import field from '../../ui/field.module.css';
import { IconButton } from '../../ui/icon-button.tsx';
import classes from './search-field.module.css';

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

  const tell = useCallback(() => {
    if (text === told.current) return;
    told.current = text;
    onChange(text);
  }, [text, onChange]);

  useEffect(() => {
    const timer = setTimeout(tell, 200);
    return () => clearTimeout(timer);
  }, [tell]);

  return (
    <div className={classes.search}>
      <IconSearch className={classes.icon} size={16} stroke={1.75} aria-hidden />
      <input
        type="search"
        maxLength={longest.search}
        className={field.input}
        aria-label={props.label}
        placeholder={props.hint}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        // Whoever goes on to a link goes there: the search must not come after and take them back.
        onBlur={tell}
      />
      {text && (
        <IconButton
          className={classes.clear}
          icon={IconX}
          label={t('action.clearSearch')}
          onClick={() => setText('')}
        />
      )}
    </div>
  );
}
