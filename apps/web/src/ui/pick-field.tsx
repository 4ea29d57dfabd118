import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import field from './field.module.css';
import { Field, useWords, type Words } from './field.tsx';
import classes from './pick-field.module.css';

export interface Picked {
  id: string;
  label: string;
  /** What tells it from one of the same name. */
  hint?: string;
}

/**
 * One of very many: type a part of the name, choose from what is found (WAI-ARIA combobox). What was chosen stands in the field
 * until something else is; text that was not chosen chooses nothing.
 */
export function PickField(
  props: Words & {
    name: string;
    picked: Picked | undefined;
    onPick: (picked: Picked | undefined) => void;
    /** Finds by what was typed; its key names what is looked for. */
    search: { key: string; find: (q: string, signal: AbortSignal) => Promise<Picked[]> };
    disabled?: boolean;
  },
) {
  const { t } = useTranslation();
  const words = useWords(props);
  const { picked, onPick, search } = props;
  const [text, setText] = useState<string>();
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const isOpen = text !== undefined;
  const { data: found, isFetching } = useQuery({
    queryKey: ['pick', search.key, text ?? ''],
    queryFn: ({ signal }) => search.find(text ?? '', signal),
    enabled: isOpen,
    placeholderData: (before) => before,
  });
  const options = isOpen ? (found ?? []) : [];

  // biome-ignore lint/correctness/useExhaustiveDependencies: the one that the keys are on stays in view
  useEffect(() => {
    // In braces: newer browsers answer a promise here, which React would call as a clean-up.
    void list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at, options.length]);

  const pick = (one: Picked | undefined) => {
    setText(undefined);
    setAt(0);
    if (one) onPick(one);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!isOpen) return setText('');
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setAt((now) => (options.length === 0 ? 0 : (now + step + options.length) % options.length));
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault();
      pick(options[at]);
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      pick(undefined);
    }
  };

  return (
    <Field id={words.id} label={props.label} description={props.description} error={props.error}>
      <div className={classes.root}>
        <input
          type="text"
          role="combobox"
          className={field.input}
          {...words}
          data-field={props.name}
          autoComplete="off"
          aria-expanded={isOpen}
          aria-controls={`${words.id}-list`}
          aria-activedescendant={isOpen && options[at] ? `${words.id}-${at}` : undefined}
          disabled={props.disabled}
          value={text ?? picked?.label ?? ''}
          placeholder={t('pick.hint')}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setAt(0);
          }}
          onClick={() => setText(text ?? '')}
          onBlur={() => pick(undefined)}
          onKeyDown={onKeyDown}
        />
        {isOpen && (
          <div ref={list} id={`${words.id}-list`} role="listbox" aria-label={props.label} className={classes.list}>
            {options.map((one, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's
              <div
                key={one.id}
                id={`${words.id}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === at}
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => pick(one)}
              >
                {one.label}
                {one.hint && <small>{one.hint}</small>}
              </div>
            ))}
            {options.length === 0 && (
              <div role="option" tabIndex={-1} aria-selected={false} aria-disabled className={classes.none}>
                {isFetching ? t('state.loading') : t('pick.none')}
              </div>
            )}
          </div>
        )}
      </div>
    </Field>
  );
}
