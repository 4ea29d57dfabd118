import type { Me } from '@konnekt/shared/accounts/account.schema';
import { type MantineColorScheme, Menu, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconDeviceDesktop, IconLogout, IconMoon, IconSettings, IconSun } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { tellOtherTabs } from '../api/session.ts';
import { useLogOut } from '../api/session-queries.ts';
import { toastProblem } from '../ui/toast.ts';
import { forgetAccount } from './account-storage.ts';
import { paths } from './paths.ts';
import classes from './user-menu.module.css';

const schemes = { light: IconSun, dark: IconMoon, auto: IconDeviceDesktop } satisfies Record<
  MantineColorScheme,
  unknown
>;
const schemeNames = ['light', 'dark', 'auto'] as const;

export function UserMenu({ me }: { me: Me }) {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const logOut = useLogOut();

  const leave = () =>
    logOut.mutate(undefined, {
      onSuccess: () => {
        forgetAccount(me.accountId);
        tellOtherTabs(null);
        window.location.assign(paths.login); // a fresh page holds nothing of the person who left
      },
      onError: (error) => toastProblem(error),
    });

  return (
    <Menu position="bottom-end" offset={6} width={250}>
      <Menu.Target>
        <button type="button" className={classes.button} aria-label={`${t('menu.account')}: ${me.name}`}>
          <span aria-hidden>{initials(me.name)}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.who}>
          <strong>{me.name}</strong>
          <span>{me.email}</span>
          <span>{t(`role.${me.role}`)}</span>
        </div>
        <Menu.Divider />
        <Menu.Label>{t('scheme.label')}</Menu.Label>
        {schemeNames.map((scheme) => {
          const Icon = schemes[scheme];
          return (
            <Menu.Item
              key={scheme}
              role="menuitemradio"
              aria-checked={colorScheme === scheme}
              closeMenuOnClick={false}
              leftSection={<Icon size={16} stroke={1.75} aria-hidden />}
              rightSection={colorScheme === scheme && <IconCheck size={16} stroke={2} aria-hidden />}
              onClick={() => setColorScheme(scheme)}
            >
              {t(`scheme.${scheme}`)}
            </Menu.Item>
          );
        })}
        <Menu.Divider />
        <Menu.Item
          component={Link}
          to={paths.account}
          leftSection={<IconSettings size={16} stroke={1.75} aria-hidden />}
        >
          {t('menu.settings')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} stroke={1.75} aria-hidden />} onClick={leave}>
          {t('menu.logOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** `Anna de Vries` → `AV` */
function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  return [words.at(0), words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.charAt(0).toUpperCase())
    .join('');
}
