import { useEffect, useState } from 'react';

/** Milliseconds after the last key. */
const pause = 300;

/** What was typed, once nobody has typed for a moment. */
export function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
