import { useEffect, useState } from 'react';
import hidden from './hidden.module.css';

let say: ((text: string) => void) | undefined;

/** Says something to a screen reader that sighted people see happen. */
export const announce = (text: string): void => say?.(text);

/** The place that `announce` speaks from; once per app. */
export function Announcer() {
  const [text, setText] = useState('');
  useEffect(() => {
    // The same words twice are a change only with something in between.
    say = (next) => setText((before) => (before === next ? `${next}\u00a0` : next));
    return () => {
      say = undefined;
    };
  }, []);
  return (
    <div className={hidden.hidden} role="status" aria-live="polite">
      {text}
    </div>
  );
}
