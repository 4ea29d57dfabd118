import { IconMessageQuestion } from '@tabler/icons-react';
import { paths } from '../../../kit/address/paths.ts';
import { ButtonLink } from '../../../ui/button.tsx';

/** What one asks about, and what stands as the subject to begin with. */
type About = { worksheet: string } | { invoice: string; line?: string; subject?: string };

export const askAddress = (about: About): string => `${paths.newMessage}?${new URLSearchParams(about)}`;

/** The way to a message about these hours, this invoice, or a line of it. */
export function AskLink({ about, children }: { about: About; children: string }) {
  return (
    <ButtonLink
      to={askAddress(about)}
      variant="default"
      size="xs"
      leftSection={<IconMessageQuestion size={16} stroke={1.8} aria-hidden />}
    >
      {children}
    </ButtonLink>
  );
}
