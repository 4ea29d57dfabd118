import type { Readable } from 'node:stream';
import type { Language } from '@konnekt/shared/basics/actor';
import { sheetHeading, sheetLine } from '@konnekt/shared/basics/sheet';
import { type RegisterRow, registerRows } from '@konnekt/shared/working-times/register';
import { type PlacedLine, registerColumns } from '@konnekt/shared/working-times/register.columns';
import { partOfEach } from '@konnekt/shared/working-times/register-parts';
import type { WorkingTimesQuery } from '@konnekt/shared/working-times/working-time.contract';
import { readAgency } from '#api/features/agency/settings.service';
import { recordEvent } from '#api/kit/audit-event';
import type { Author, Db } from '#api/kit/database';
import { invalidInput } from '#api/kit/problem';
import { sheetFile } from '#api/kit/sheet-file';
import type { Sight } from '#api/kit/visibility';
import { registerPdf } from './register.pdf.ts';
import { registerLines, sumUpRegister } from './working-time.repository.ts';

/** The register of working and rest times as a file. Who took it is in the audit log. Throws `invalid-input` where a PDF is too long for one and no part of it is asked for. */
export async function exportRegister(
  db: Db,
  author: Author,
  sight: Sight,
  {
    format,
    language,
    part,
    ...asked
  }: WorkingTimesQuery & { format: 'xlsx' | 'pdf'; language: Language; part?: number | undefined },
): Promise<Readable | Uint8Array> {
  const file = format === 'pdf' ? await pdf(db, sight, asked, { language, part }) : null;
  const event = { subjectType: 'working-times-file', subjectId: null, subjectName: format, recordId: null } as const;
  await db.transaction(author, (tx) => tx.query(recordEvent({ action: 'export', ...event })));
  return file ?? sheetFile('xlsx', language, sheetLines(db, sight, asked, language));
}

async function* sheetLines(db: Db, sight: Sight, asked: WorkingTimesQuery, language: Language) {
  yield sheetHeading(registerColumns, language);
  for await (const people of peopleWithRows(db, sight, asked))
    for (const row of people) yield sheetLine(registerColumns, row, language);
}

async function pdf(
  db: Db,
  sight: Sight,
  asked: WorkingTimesQuery,
  { language, part }: { language: Language; part: number | undefined },
): Promise<Uint8Array> {
  const [agency, sums] = await Promise.all([readAgency(db), sumUpRegister(db, sight, asked)]);
  if (part === undefined && sums.pdfParts > 1) throw invalidInput([{ pointer: '/format', code: 'pdf-too-long' }]);
  const parts = { part: part ?? 1, of: sums.pdfParts };
  if (parts.part > parts.of) throw invalidInput([{ pointer: '/part', code: 'not-possible' }]);
  const rows: RegisterRow<PlacedLine>[] = [];
  const partOf = partOfEach();
  for await (const people of peopleWithRows(db, sight, asked))
    for (const own of Map.groupBy(people, ({ employeeId }) => employeeId).values())
      if (partOf(own.length) === parts.part) rows.push(...own);
  return registerPdf({ agency, asked, rows, sums, today: sight.today, language, parts });
}

/** The rows of some people at a time, each person's in the order of time. */
async function* peopleWithRows(db: Db, sight: Sight, asked: WorkingTimesQuery) {
  for await (const lines of registerLines(db, sight, asked))
    yield [...Map.groupBy(lines, ({ employeeId }) => employeeId).values()].flatMap((own) => registerRows(own));
}
