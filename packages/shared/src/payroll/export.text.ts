import type { CalendarDay } from '../basics/calendar-day.ts';
import { formatClock } from '../basics/minutes.ts';
import { plainDecimal } from '../basics/money.ts';
import { quotedCell, type SheetCell } from '../basics/sheet.ts';
import type { ExportCell } from './export.cells.ts';
import type { Rendered } from './export.render.ts';
import type { ExportContent } from './export.schema.ts';

type Form = Pick<ExportContent, 'separator' | 'decimalSign' | 'dateForm' | 'hourForm'>;

/** A cell as text, as it stands in a CSV file and on screen. */
export function cellText(cell: ExportCell, { decimalSign, dateForm, hourForm }: Form): string {
  if (cell === null || typeof cell === 'string') return cell ?? '';
  if ('day' in cell) return dayText(cell.day, dateForm);
  if ('whole' in cell) return String(cell.whole);
  if ('minutes' in cell && hourForm === 'clock') return formatClock(cell.minutes);
  return plainDecimal(cell.hundredths).replace('.', decimalSign);
}

/** Lines of text, each ended. */
export function csvText(content: ExportContent, { header, rows }: Pick<Rendered, 'header' | 'rows'>): string {
  const separator = content.separator === 'tab' ? '\t' : content.separator;
  const line = (cells: ExportCell[]): string =>
    cells
      .map((cell) => {
        const text = cellText(cell, content);
        // A figure may begin with a minus; what people typed may not begin as a formula does.
        return quotedCell(text, separator, { isTyped: typeof cell === 'string' });
      })
      .join(separator);
  return [...header, ...rows].map((cells) => `${line(cells)}\r\n`).join('');
}

/** The rows by the titles of their columns, and the control totals. */
export function jsonText(content: ExportContent, { rows, totals }: Rendered): string {
  const titles = content.columns.map(({ title }) => title);
  // In a wide file the codes stand behind the titles.
  const names = content.shape === 'wide' ? [...titles, ...totals.map(({ code }) => code)] : titles;
  const written = (cell: ExportCell): string | number | null => {
    const value = sheetCellOf(cell, content);
    return value !== null && typeof value === 'object' ? value.day : value;
  };
  const document = {
    rows: rows.map((row) => Object.fromEntries(row.map((cell, index) => [names[index], written(cell)]))),
    control_totals: totals.map(({ code, employees, lines, minutes, quantity, payCents }) => ({
      payroll_code: code,
      ...{ employees, lines, minutes, quantity, amount_cents: payCents },
    })),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

/** A cell of a spreadsheet; figures are figures there, and days are days. */
export function sheetCellOf(cell: ExportCell, content: ExportContent): SheetCell {
  if (cell === null || typeof cell === 'string' || 'day' in cell) return cell;
  if ('whole' in cell) return cell.whole;
  return isClock(cell, content) ? cellText(cell, content) : cell.hundredths / 100;
}

const isClock = (cell: object, { hourForm }: Pick<ExportContent, 'hourForm'>): boolean =>
  'minutes' in cell && hourForm === 'clock';

function dayText(day: CalendarDay, form: ExportContent['dateForm']): string {
  const [year, month, date] = day.split('-');
  if (form === 'd-m-y') return `${date}-${month}-${year}`;
  if (form === 'd/m/y') return `${date}/${month}/${year}`;
  return form === 'ymd' ? `${year}${month}${date}` : day;
}
