/**
 * For `ref`: brings what is shown in view where its row scrolls (on a phone), with the frame that draws it. Any sooner,
 * and the browser lays out the page once more for it.
 */
export function intoView(element: HTMLElement | null): void {
  if (element) requestAnimationFrame(() => element.scrollIntoView?.({ inline: 'nearest', block: 'nearest' }));
}
