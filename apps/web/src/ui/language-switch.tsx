import { type Language, languages } from '@konnekt/shared/basics/actor';
import { useTranslation } from 'react-i18next';
import hidden from './hidden.module.css';
import classes from './language-switch.module.css';

/** NL | EN, switched in place. */
export function LanguageSwitch(props: { onChange: (language: Language) => void }) {
  const { t, i18n } = useTranslation();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form
    <div className={classes.switch} role="group" aria-label={t('language.label')}>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          title={t(`language.${language}`)}
          aria-pressed={i18n.language === language}
          onClick={() => props.onChange(language)}
        >
          {language.toUpperCase()}
          <span className={hidden.hidden}> {t(`language.${language}`)}</span>
        </button>
      ))}
    </div>
  );
}
