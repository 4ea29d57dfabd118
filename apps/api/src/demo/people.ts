import { addDays, weekdayOf } from '@konnekt/shared/basics/calendar-day';
import { newId } from '#api/kit/database';
import { organisations } from '../features/agency/agency.data.ts';
import type { Row } from './insert-rows.ts';
import { firstNames, lastNames } from './names.data.ts';
import type { Chance } from './random.ts';

export interface DemoPlacement {
  id: string;
  employeeId: string;
  personId: string;
  personName: string;
  organisationId: string;
  organisationIndex: number;
  startsOn: string;
  endsOn: string | null;
  periodType: 'week' | 'four-weeks';
  basis: 'flexible' | 'fixed';
  hoursBy: 'employee' | 'supervisor';
  entryMode: 'totals' | 'times';
  plannedMinutes: number;
  budgetNumber: string | null;
  /** The demo's own employee: some weeks are set by hand. */
  isDemoEmployee: boolean;
}
export interface DemoPerson {
  personId: string;
  name: string;
}

type Tables = Record<'person' | 'employee' | 'account' | 'organisation' | 'supervisor_right' | 'placement', Row[]>;

/** Everybody of the demo, the organisations, who works where and who decides there. */
export function makePeople(chance: Chance, today: string, passwordHash: string) {
  const tables: Tables = {
    person: [],
    employee: [],
    account: [],
    organisation: [],
    supervisor_right: [],
    placement: [],
  };
  const placements: DemoPlacement[] = [];
  const aYearAgo = mondayOf(addDays(today, -364));
  const makeId = () => newId(Date.parse(`${aYearAgo}T08:00:00Z`), chance.bytes(16));
  const usedNames = new Set<string>();
  let personnelNumber = 10_000;

  function addPerson(
    role: string,
    email?: string,
    names?: [string, string | null, string],
  ): DemoPerson & { employeeId: string } {
    const [firstName, prefix, lastName] = names ?? freshName();
    const name = [firstName, prefix, lastName].filter(Boolean).join(' ');
    const personId = makeId();
    tables.person.push({
      id: personId,
      first_name: firstName,
      prefix: prefix || null,
      last_name: lastName,
      created_at: `${aYearAgo}T08:00:00Z`,
    });
    tables.account.push({
      id: makeId(),
      person_id: personId,
      email: email ?? `${plain(name)}.${tables.account.length}@konnekt.example`,
      user_name: null,
      password_hash: passwordHash,
      role,
      language: 'nl',
      status: 'active',
      created_at: `${aYearAgo}T08:00:00Z`,
    });
    const employeeId = makeId();
    if (role === 'employee')
      tables.employee.push({ id: employeeId, person_id: personId, personnel_number: String(++personnelNumber) });
    return { personId, name, employeeId };
  }
  function freshName(): [string, string | null, string] {
    for (;;) {
      const [prefix, lastName] = chance.pick(lastNames);
      const firstName = chance.pick(firstNames);
      const key = `${firstName} ${lastName}`;
      if (!usedNames.has(key)) {
        usedNames.add(key);
        return [firstName, prefix, lastName];
      }
    }
  }
  function addRight(personId: string, organisationId: string, rights: Row = {}): void {
    tables.supervisor_right.push({
      id: makeId(),
      person_id: personId,
      organisation_id: organisationId,
      may_approve: true,
      may_register: false,
      may_see_invoices: true,
      may_manage: false,
      on_behalf_of_id: null,
      valid_from: aYearAgo,
      valid_until: null,
      ...rights,
    });
  }

  const demo = {
    supervisor: addPerson('supervisor', 'supervisor@konnekt.example', ['Marieke', 'van', 'Dalen']),
    registrar: addPerson('supervisor', 'registrar@konnekt.example', ['Henk', null, 'Vermeer']),
    employee: addPerson('employee', 'employee@konnekt.example', ['Sanne', null, 'Willems']),
    staff: addPerson('staff', 'staff@konnekt.example', ['Petra', 'de', 'Ruiter']),
    admin: addPerson('admin', 'admin@konnekt.example', ['Ahmed', 'el', 'Idrissi']),
  };

  const ownSupervisors = organisations.map((organisation, index) => {
    const organisationId = makeId();
    tables.organisation.push({ id: organisationId, name: organisation.name, city: organisation.city });
    const own = addPerson('supervisor');
    addRight(own.personId, organisationId, { may_register: organisation.hoursBy === 'supervisor' });
    // At the first one the client manages its own people, and somebody stands in during a holiday that is to come.
    if (index < 3) addRight(demo.supervisor.personId, organisationId, { may_manage: index === 0 });
    if (index === 0)
      addRight(own.personId, organisationId, {
        may_see_invoices: false,
        on_behalf_of_id: demo.supervisor.personId,
        valid_from: addDays(mondayOf(today), 14),
        valid_until: addDays(mondayOf(today), 27),
      });
    if (organisation.hoursBy === 'supervisor')
      addRight(demo.registrar.personId, organisationId, { may_register: true });
    for (let i = 0; i < organisation.people; i++) {
      const isDemoEmployee = index === 0 && i === 0;
      const person = isDemoEmployee ? demo.employee : addPerson('employee');
      addPlacement(person, organisationId, index, i, isDemoEmployee);
    }
    return { organisationId, supervisor: index < 3 ? demo.supervisor : organisation.hoursBy ? demo.registrar : own };
  });
  const second = ownSupervisors[1];
  if (second) addPlacement(demo.employee, second.organisationId, 1, 99, true);

  function addPlacement(
    person: { personId: string; name: string; employeeId: string },
    organisationId: string,
    index: number,
    i: number,
    isDemoEmployee: boolean,
  ): void {
    const organisation = organisations[index];
    if (!organisation) return;
    const isSecond = i === 99;
    // Most are here for the whole year; some came later, some left, some changed in the middle of a week.
    const startsOn = isSecond
      ? addDays(mondayOf(today), -70)
      : isDemoEmployee || chance.percent(60)
        ? aYearAgo
        : addDays(aYearAgo, 7 * chance.number(44) + (chance.percent(30) ? 2 : 0));
    const endsOn = !isDemoEmployee && chance.percent(12) ? addDays(today, chance.pick([-45, -10, 25, 60])) : null;
    const isFixed = !isDemoEmployee && i === organisation.people - 1 && index % 3 === 0;
    const placement: DemoPlacement = {
      id: makeId(),
      employeeId: person.employeeId,
      personId: person.personId,
      personName: person.name,
      organisationId,
      organisationIndex: index,
      startsOn,
      endsOn: endsOn !== null && endsOn <= startsOn ? null : endsOn,
      periodType: organisation.periodType ?? 'week',
      basis: isFixed ? 'fixed' : 'flexible',
      hoursBy: organisation.hoursBy ?? 'employee',
      entryMode: organisation.entryMode ?? 'totals',
      plannedMinutes: isSecond ? 480 : isDemoEmployee ? 1920 : chance.pick([2400, 2400, 2280, 1920, 1440]),
      budgetNumber: index % 3 === 1 ? `BN-${4000 + index * 10 + (i % 3)}` : null,
      isDemoEmployee,
    };
    placements.push(placement);
    tables.placement.push({
      id: placement.id,
      employee_id: placement.employeeId,
      organisation_id: organisationId,
      function_name: organisation.functions[i % organisation.functions.length],
      starts_on: startsOn,
      ends_on: placement.endsOn,
      period_type: placement.periodType,
      basis: placement.basis,
      hours_by: placement.hoursBy,
      entry_mode: placement.entryMode,
      planned_minutes: placement.plannedMinutes,
      budget_number: placement.budgetNumber,
    });
  }

  const supervisorOf = new Map(ownSupervisors.map(({ organisationId, supervisor }) => [organisationId, supervisor]));
  return { tables, placements, supervisorOf, staff: demo.staff };
}

const mondayOf = (day: string): string => addDays(day, 1 - weekdayOf(day));

/** 'Yılmaz' → 'yilmaz', 'van den Berg' → 'van.den.berg'. */
const plain = (name: string): string =>
  name
    .replaceAll('ı', 'i')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '.');
