import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ApiProblem, isProblem } from '../../../api/problem.ts';
import { paths } from '../../../kit/address/paths.ts';
import { recordLink } from '../../../kit/list/record-list.tsx';
import { Button } from '../../../ui/button.tsx';
import { intoView } from '../../../ui/into-view.ts';
import { Notice } from '../../../ui/notice.tsx';
import classes from './known-people.module.css';

type Known = NonNullable<ApiProblem['body']['people']>;

/** Saves somebody new, and keeps who was found to be there already. */
export function useKnownPeople() {
  const [found, setFound] = useState<{ people: Known; isAsked: boolean }>();
  const isAnother = useRef(false);
  async function saveNew<R>(save: (isAnother: boolean) => Promise<R>): Promise<R> {
    setFound(undefined);
    try {
      return await save(isAnother.current);
    } catch (error) {
      if (error instanceof ApiProblem && error.body.people)
        setFound({ people: error.body.people, isAsked: isProblem(error, 'looks-like-somebody') });
      throw error;
    } finally {
      isAnother.current = false;
    }
  }
  return { found, isAnother, saveNew };
}

/** Who is there already under this name or address, with the way to them. */
export function KnownPeople(props: { known: ReturnType<typeof useKnownPeople>; addAnyway: () => void }) {
  const { t } = useTranslation('people');
  const { found, isAnother } = props.known;
  if (!found) return null;
  const { people, isAsked } = found;
  return (
    <div ref={intoView} className={classes.known}>
      <Notice
        tone="warn"
        title={t(isAsked ? 'known.title' : 'known.address', { count: people.length })}
        actions={
          isAsked && (
            <Button
              variant="default"
              onClick={() => {
                isAnother.current = true;
                props.addAnyway();
              }}
            >
              {t('known.addAnyway')}
            </Button>
          )
        }
      >
        <ul className={classes.people}>
          {people.map((one) => (
            <li key={one.personId}>
              <KnownPerson person={one} />
            </li>
          ))}
        </ul>
        <p>{t('known.hint')}</p>
      </Notice>
    </div>
  );
}

function KnownPerson({ person }: { person: Known[number] }) {
  const { t } = useTranslation('people');
  const { name, employeeId, personnelNumber, isSupervisor, personId, email } = person;
  const to = employeeId ? paths.employee(employeeId) : isSupervisor ? paths.supervisor(personId) : undefined;
  const facts = [
    personnelNumber && t('employees.number', { number: personnelNumber }),
    isSupervisor && t('supervisors.one'),
    email,
  ].filter(Boolean);
  return (
    <>
      {to ? (
        <Link to={to} className={recordLink}>
          {name}
        </Link>
      ) : (
        <strong>{name}</strong>
      )}
      {facts.length > 0 && ` (${facts.join(', ')})`}
    </>
  );
}
