import type { Me } from '@konnekt/shared/accounts/account.schema';
import { IconCheck, IconDeviceDesktop, IconLogout, IconMoon, IconSettings, IconSun } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { tellOtherTabs } from '../api/session.ts';
import { useLogOut } from '../api/session-queries.ts';
import { paths } from '../kit/address/paths.ts';
import { forgetAccount, keptNames } from '../kit/storage/account-storage.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import hidden from '../ui/hidden.module.css';
import { Menu, menuItem, menuLabel, menuLine } from '../ui/menu.tsx';
import { type Scheme, schemes, useScheme } from '../ui/scheme.ts';
import { toastProblem } from '../ui/toast.tsx';
import classes from './user-menu.module.css';

const schemeIcons = { light: IconSun, dark: IconMoon, auto: IconDeviceDesktop } satisfies Record<Scheme, unknown>;

/** Who is logged in, how it looks, and the way out. */
export function UserMenu({ me }: { me: Me }) {
  const { t } = useTranslation();
  const { scheme: chosen, setScheme } = useScheme();
  const logOut = useLogOut();
  const [asks, setAsks] = useState(false);

  const leave = () =>
    logOut.mutate(undefined, {
      onSuccess: () => {
        forgetAccount(me.accountId);
        tellOtherTabs(null);
        window.location.assign(paths.login); // a fresh page holds nothing of the person who left
      },
      onError: (error) => toastProblem(error),
    });

  // What the device keeps of hours goes with whoever leaves: then they are asked first.
  const hasTyped = () =>
    ['week.', 'register.'].some((beginning) => keptNames(localStorage, me.accountId, beginning).length > 0);
  const askOrLeave = () => (hasTyped() ? setAsks(true) : leave());

  return (
    <>
      <Menu
        align="end"
        buttonClass={classes.button}
        button={
          <>
            {initials(me.name)}
            <span className={hidden.hidden}>{`${t('menu.account')}: ${me.name}`}</span>
          </>
        }
      >
        <div className={classes.who}>
          <strong>{me.name}</strong>
          <span>{me.email}</span>
          <span>{t(`role.${me.role}`)}</span>
        </div>
        <hr className={menuLine} />
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form */}
        <div role="group" aria-label={t('scheme.label')} data-keep>
          <div className={menuLabel} aria-hidden>
            {t('scheme.label')}
          </div>
          {schemes.map((scheme) => {
            const Icon = schemeIcons[scheme];
            return (
              <button
                key={scheme}
                type="button"
                className={menuItem}
                aria-pressed={chosen === scheme}
                onClick={() => setScheme(scheme)}
              >
                <Icon size={16} stroke={1.75} aria-hidden />
                {t(`scheme.${scheme}`)}
                {chosen === scheme && <IconCheck size={16} stroke={2} aria-hidden />}
              </button>
            );
          })}
        </div>
        <hr className={menuLine} />
        <Link to={paths.account} className={menuItem}>
          <IconSettings size={16} stroke={1.75} aria-hidden />
          {t('menu.settings')}
        </Link>
        <button type="button" className={menuItem} onClick={askOrLeave}>
          <IconLogout size={16} stroke={1.75} aria-hidden />
          {t('menu.logOut')}
        </button>
      </Menu>
      {asks && (
        <Dialog title={t('logOut.title')} onClose={() => setAsks(false)}>
          <p>{t('logOut.text')}</p>
          <DialogActions>
            <Button variant="default" loading={logOut.isPending} onClick={leave}>
              {t('logOut.leave')}
            </Button>
            <Button data-autofocus onClick={() => setAsks(false)}>
              {t('logOut.stay')}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </>
  );
}

/** `Anna de Vries` → `AV` */
function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  return [words.at(0), words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.charAt(0).toUpperCase())
    .join('');
}
