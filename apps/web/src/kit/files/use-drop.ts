import { type DragEvent, useState } from 'react';

/** A place that files may be dropped on, which is for the mouse: a button does the same. And whether somebody holds some over it. */
export function useDrop(take: (files: File[]) => void) {
  const [isOver, setIsOver] = useState(false);
  const place = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setIsOver(true);
    },
    onDragLeave: () => setIsOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setIsOver(false);
      take([...event.dataTransfer.files]);
    },
  };
  return { isOver, place };
}
