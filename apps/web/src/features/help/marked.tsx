import { Fragment } from 'react';

/** A text in which ** ** stands around words of the screen. */
export function Marked({ text }: { text: string }) {
  return text.split('**').map((part, index) => {
    const key = `${index} ${part}`;
    return index % 2 === 1 ? <strong key={key}>{part}</strong> : <Fragment key={key}>{part}</Fragment>;
  });
}

/** Without the marks, as it is searched. */
export const plainText = (text: string): string => text.replaceAll('**', '');
