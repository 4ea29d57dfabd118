import { useState, useSyncExternalStore } from 'react';

/**
 * What it was when a button was pressed, until that is let go: whatever comes or goes meanwhile would move the button from under the pointer, and
 * a press that ends elsewhere is no click. It often does come just then, for what a field is left with is saved by the press beside it.
 */
export function useUnlessPressed<T>(value: T): T {
  const isPressed = useSyncExternalStore(onPress, () => pressed);
  const [shown, setShown] = useState(value);
  if (!isPressed && shown !== value) setShown(value);
  return shown;
}

let pressed = false;
/** A finger that begins to scroll or a thing that is dragged is cancelled; under the menu of the other button nothing is let go. */
const letGo = ['pointerup', 'pointercancel', 'contextmenu'] as const;

function onPress(changed: () => void): () => void {
  const say = (now: boolean) => {
    pressed = now;
    changed();
  };
  const press = ({ button }: PointerEvent) => {
    if (button === 0) say(true);
  };
  // The click comes first.
  const release = () => void setTimeout(say, 0, false);
  window.addEventListener('pointerdown', press, true);
  for (const event of letGo) window.addEventListener(event, release, true);
  return () => {
    pressed = false;
    window.removeEventListener('pointerdown', press, true);
    for (const event of letGo) window.removeEventListener(event, release, true);
  };
}
