import { IconMessageQuestion } from '@tabler/icons-react';
import { paths } from '../../../kit/address/paths.ts';
import { ButtonLink } from '../../../ui/button.tsx';

/** The way to a message about these hours, this invoice, or a line of it. */
export function AskLink(props: {
  about: { worksheet: string } | { invoice: string; line?: string };
  children: string;
}) {
  return (
    <ButtonLink
      to={`${paths.newMessage}?${new URLSearchParams(props.about)}`}
      variant="default"
      size="xs"
      leftSection={<IconMessageQuestion size={16} stroke={1.8} aria-hidden />}
    >
      {props.children}
    </ButtonLink>
  );
}
