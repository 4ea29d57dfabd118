import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExportRow } from './export.cells.ts';
import { missingCodes } from './export.codes.ts';
import { exportPresets } from './export.presets.ts';
import { renderExport } from './export.render.ts';
import { type ExportContent, zExportContent } from './export.schema.ts';
import { csvText, jsonText } from './export.text.ts';

const run = { number: 12, runDate: '2026-11-24' };
const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const types = {
  N100: { hourTypeId: uuid(1), unit: 'hours', kind: 'normal', payShareBp: 10_000, payRateCents: 1680 },
  O125: { hourTypeId: uuid(2), unit: 'hours', kind: 'overtime', payShareBp: 12_500, payRateCents: 2100 },
  O150: { hourTypeId: uuid(3), unit: 'hours', kind: 'overtime', payShareBp: 15_000, payRateCents: 2520 },
  KM: { hourTypeId: uuid(4), unit: 'kilometres', kind: 'travel', payShareBp: 10_000, payRateCents: 23 },
} as const;

function row(
  code: keyof typeof types,
  day: string | null,
  minutes: number,
  fields: Partial<ExportRow> = {},
): ExportRow {
  const type = types[code];
  const size = type.unit === 'hours' ? minutes / 60 : (fields.quantity ?? 0) / 100;
  return {
    employeeNumber: '1001',
    employeeName: 'Piet van der Berg',
    placementNumber: 'P-1234',
    functionName: 'Magazijnmedewerker',
    organisationNumber: '223445',
    organisationName: 'Van Dijk Logistiek',
    ...{ periodType: 'week', periodYear: 2026, periodNumber: 47 },
    ...{ periodStartsOn: '2026-11-16', periodEndsOn: '2026-11-22' },
    date: day && `2026-11-${day}`,
    ...{ startsAt: null, endsAt: null, breakMinutes: null },
    hourTypeCode: code,
    payrollCode: null,
    isWorked: type.unit === 'hours',
    minutes,
    quantity: null,
    payCents: Math.round(size * type.payRateCents),
    budgetNumber: 'PO123789',
    ...{ worksheetReference: 456, worksheetVersion: 4, lineNumber: Number(day ?? 1) * 10 + (code === 'N100' ? 0 : 1) },
    ...{ approvedAt: '2026-11-23T09:12:00.000Z', approvedByRole: 'supervisor' },
    ...{ rateChange: null, corrects: null },
    ...type,
    ...fields,
  };
}

/** DOMAIN's worked example: 45.50 hours and 190 km. */
const example: ExportRow[] = [
  ...['16', '17', '18', '19', '20'].map((day) =>
    row('N100', day, 480, { startsAt: '07:00', endsAt: day === '18' ? '17:00' : '15:30', breakMinutes: 30 }),
  ),
  row('O125', '18', 90),
  row('O150', '21', 240, { startsAt: '08:00', endsAt: '12:15', breakMinutes: 15 }),
  row('KM', '20', 0, { quantity: 19_000 }),
];
const codes = [
  ['N100', 'U2100'],
  ['O125', 'U2110'],
  ['O150', 'U2120'],
  ['KM', 'L5100'],
] as const;
const coded = (content: ExportContent, given: readonly (readonly [keyof typeof types, string])[] = codes) => ({
  ...content,
  codes: given.map(([type, code]) => ({ hourTypeId: types[type].hourTypeId, code, figure: 'quantity' as const })),
});
const csv = (content: ExportContent, rows: readonly ExportRow[] = example) =>
  csvText(content, renderExport(content, run, rows)).split('\r\n');

describe('presets', () => {
  it.each(Object.entries(exportPresets))('%s is a definition as people save them', (_, { content }) => {
    expect(zExportContent.parse(content)).toEqual(content);
  });

  it('Konnekt CSV has the worked example to the cent, a row per line of hours', () => {
    const [header, ...lines] = csv(coded(exportPresets.csv.content));
    expect(header).toBe(
      'schema_version,run_id,run_date,company_code,employee_number,assignment_id,client_number,iso_year,iso_week,period,work_date,start,end,break_minutes,hour_type,payroll_code,setu_code,percentage,unit,quantity,pay_rate,amount,cost_center,project,po_number,worksheet_number,worksheet_version,line_id,correction_of_line_id,approved_at,approved_by_role',
    );
    expect(lines).toEqual([
      ...['16', '17'].map(
        (day) =>
          `1,12,2026-11-24,,1001,P-1234,223445,2026,47,2026-W47,2026-11-${day},07:00,15:30,30,N100,U2100,HT100,100,HUR,8.00,16.80,134.40,,,PO123789,UB-2026-W47-000456,4,UB-2026-W47-000456-${day}0,,2026-11-23T09:12:00.000Z,supervisor`,
      ),
      '1,12,2026-11-24,,1001,P-1234,223445,2026,47,2026-W47,2026-11-18,07:00,17:00,30,N100,U2100,HT100,100,HUR,8.00,16.80,134.40,,,PO123789,UB-2026-W47-000456,4,UB-2026-W47-000456-180,,2026-11-23T09:12:00.000Z,supervisor',
      '1,12,2026-11-24,,1001,P-1234,223445,2026,47,2026-W47,2026-11-18,,,,O125,U2110,HT200,125,HUR,1.50,21.00,31.50,,,PO123789,UB-2026-W47-000456,4,UB-2026-W47-000456-181,,2026-11-23T09:12:00.000Z,supervisor',
      ...['19', '20'].map(
        (day) =>
          `1,12,2026-11-24,,1001,P-1234,223445,2026,47,2026-W47,2026-11-${day},07:00,15:30,30,N100,U2100,HT100,100,HUR,8.00,16.80,134.40,,,PO123789,UB-2026-W47-000456,4,UB-2026-W47-000456-${day}0,,2026-11-23T09:12:00.000Z,supervisor`,
      ),
      '1,12,2026-11-24,,1001,P-1234,223445,2026,47,2026-W47,2026-11-20,,,,KM,L5100,EA102,100,KMT,190.00,0.23,43.70,,,PO123789,UB-2026-W47-000456,4,UB-2026-W47-000456-201,,2026-11-23T09:12:00.000Z,supervisor',
      '1,12,2026-11-24,,1001,P-1234,223445,2026,47,2026-W47,2026-11-21,08:00,12:15,15,O150,U2120,HT200,150,HUR,4.00,25.20,100.80,,,PO123789,UB-2026-W47-000456,4,UB-2026-W47-000456-211,,2026-11-23T09:12:00.000Z,supervisor',
      '',
    ]);
    const { totals } = renderExport(coded(exportPresets.csv.content), run, example);
    expect(totals.map(({ code, minutes, quantity, payCents }) => [code, minutes, quantity, payCents])).toEqual([
      ['U2100', 2400, 0, 67_200],
      ['U2110', 90, 0, 3_150],
      ['U2120', 240, 0, 10_080],
      ['L5100', 0, 19_000, 4_370],
    ]);
  });

  it('carries a correction as hours below zero', () => {
    const lines = csv(coded(exportPresets.csv.content), [row('O125', '18', -30, { worksheetVersion: 5 })]);
    expect(lines[1]).toContain(',U2110,HT200,125,HUR,-0.50,21.00,-10.50,');
  });

  it('names each line by itself, and the one that it corrects', () => {
    const corrects = { worksheetReference: 456, lineNumber: 181 };
    const lines = csv(coded(exportPresets.csv.content), [
      row('O125', '18', -30, { worksheetReference: 789, lineNumber: 1, corrects }),
      row('O125', '18', -90, { rateChange: 'R0c1d2e3fa' }),
      row('O125', '18', 90, { rateChange: 'R0c1d2e3fb', payRateCents: 2_167 }),
    ]);
    const ids = lines.slice(1, -1).map((line) => line.split(',').slice(27, 29));
    expect(ids).toEqual([
      ['UB-2026-W47-000456-181-R0c1d2e3fa', 'UB-2026-W47-000456-181'],
      ['UB-2026-W47-000456-181-R0c1d2e3fb', 'UB-2026-W47-000456-181'],
      ['UB-2026-W47-000789-1', 'UB-2026-W47-000456-181'],
    ]);
  });

  it('Konnekt JSON has the same rows', () => {
    const content = coded(exportPresets.json.content);
    const { rows, control_totals } = JSON.parse(jsonText(content, renderExport(content, run, example)));
    expect(rows).toHaveLength(8);
    expect(rows[3]).toMatchObject({ work_date: '2026-11-18', payroll_code: 'U2110', quantity: 1.5, amount: 31.5 });
    expect(control_totals[1]).toMatchObject({ payroll_code: 'U2110', minutes: 90, amount_cents: 3150 });
  });

  it('Loket.nl has a row per employee and a column per component, figures only', () => {
    const loket = coded(exportPresets.loket.content, [
      ['N100', '1'],
      ['O125', '28'],
      ['KM', '86'],
    ]);
    const content = {
      ...loket,
      columns: loket.columns.map((column) => (column.title === 'aanslnr' ? { ...column, text: '5555' } : column)),
    };
    const others = [
      ...example.filter(({ hourTypeCode }) => hourTypeCode !== 'O150'),
      row('KM', '20', 0, { employeeNumber: '1002', quantity: 1_250 }),
    ];
    expect(csv(content, others)).toEqual([
      'aanslnr;persnr;ploeg;1;28;86',
      '5555;1001;1;40,00;1,50;190,00',
      '5555;1002;1;;;12,50',
      '',
    ]);
    const ownCode = { hourTypeId: types.O150.hourTypeId, hourTypeCode: 'O150', payrollCode: 'U2120' };
    expect(missingCodes(content, [ownCode])).toEqual([ownCode]);
    expect(zExportContent.safeParse(coded(loket, codes)).success).toBe(false);
  });

  it('Visma Nmbrs has titles, codes from column H, and cells left empty where there is nothing', () => {
    const content = coded(exportPresets.nmbrs.content);
    const nothing = [row('O125', '18', 60), row('O125', '19', -60)].map((one) => ({ ...one, employeeNumber: '1002' }));
    const { header, rows } = renderExport(content, run, [...example, ...nothing]);
    expect(header).toEqual([
      ['Debiteurnr', 'Bedrijfnr', 'Persnr', 'Naam', 'Periode', 'Dagen', 'DagenVoorLC'],
      [null, null, null, null, null, null, null, 'U2100', 'U2110', 'U2120', 'L5100'],
    ]);
    expect(rows[0]).toEqual([
      ...[null, null, '1001', 'Piet van der Berg', '2026-11', null, null],
      ...[
        { minutes: 2400, hundredths: 4000 },
        { minutes: 90, hundredths: 150 },
        { minutes: 240, hundredths: 400 },
      ],
      { hundredths: 19_000 },
    ]);
    expect(rows[1]?.slice(7)).toEqual([null, null, null, null]);
  });

  it('Easyflex has a row per employee, client, day and component', () => {
    const twice = [...example, row('N100', '16', 30, { lineNumber: 900, placementNumber: 'P-2' })];
    expect(csv(coded(exportPresets.easyflex.content), twice).slice(0, 3)).toEqual([
      'flexwerker;relatie;datum;looncomponent;uren',
      '1001;223445;16-11-2026;U2100;8,50',
      '1001;223445;17-11-2026;U2100;8,00',
    ]);
  });
});

describe('a rendered export', () => {
  it('makes text of what a spreadsheet would run, quotes what it must, and leaves out what is to be left out', () => {
    const content: ExportContent = {
      ...exportPresets.easyflex.content,
      columns: [
        { title: 'naam', field: 'employeeName', text: '' },
        { title: 'uren', field: 'hours', text: '' },
      ],
      hourForm: 'clock',
      codes: [{ hourTypeId: types.O150.hourTypeId, code: null, figure: 'quantity' }],
    };
    const rows = [row('N100', '16', -30, { employeeName: '=A1; "x"' }), row('O150', '16', 60)];
    expect(csv(content, rows)).toEqual(['naam;uren', `"'=A1; ""x""";-0:30`, '']);
    expect(renderExport(content, run, rows).leftOut).toBe(1);
  });

  it('names hour types without a code, and only where a file has codes', () => {
    const type = { hourTypeId: uuid(9), hourTypeCode: 'X', payrollCode: null };
    expect(missingCodes(exportPresets.csv.content, [type])).toEqual([type]);
    expect(missingCodes(exportPresets.csv.content, [{ ...type, payrollCode: 'U1' }])).toEqual([]);
    const without = { ...exportPresets.csv.content, columns: exportPresets.csv.content.columns.slice(0, 3) };
    expect(missingCodes(without, [type])).toEqual([]);
  });

  const anyRow = fc
    .record({
      code: fc.constantFrom('N100', 'O125', 'O150', 'KM'),
      day: fc.constantFrom('16', '17', '18', null),
      size: fc.integer({ min: -600, max: 900 }),
      employeeNumber: fc.constantFrom('1001', '1002', '1003'),
      organisationNumber: fc.constantFrom('1', '2'),
    })
    .map(({ code, day, size, ...fields }) =>
      row(code, day, code === 'KM' ? 0 : size, { ...fields, quantity: code === 'KM' ? size : null }),
    );
  const anyRows = fc
    .array(anyRow, { maxLength: 30 })
    .map((rows) => rows.map((one, lineNumber) => ({ ...one, lineNumber })));
  const anyContent = fc.constantFrom(...Object.values(exportPresets).map(({ content }) => coded(content)));

  it('is the same text for the same rows, in whatever order they come', () => {
    fc.assert(
      fc.property(anyContent, anyRows, fc.integer(), (content, rows, seed) => {
        const others = rows.toSorted((a, b) => ((a.lineNumber * seed) % 7) - ((b.lineNumber * seed) % 7));
        expect(csv(content, others)).toEqual(csv(content, rows));
        expect(jsonText(content, renderExport(content, run, others))).toBe(
          jsonText(content, renderExport(content, run, rows)),
        );
      }),
    );
  });

  it('has control totals that are the run’s, and rows that add up to them for each employee and code', () => {
    const sum = (rows: readonly ExportRow[], of: (row: ExportRow) => number) =>
      rows.reduce((all, one) => all + of(one), 0);
    fc.assert(
      fc.property(anyContent, anyRows, (content, rows) => {
        const rendered = renderExport(content, run, rows);
        for (const [of, total] of [
          [({ minutes }: ExportRow) => minutes, rendered.totals.reduce((all, { minutes }) => all + minutes, 0)],
          [
            ({ quantity }: ExportRow) => quantity ?? 0,
            rendered.totals.reduce((all, { quantity }) => all + quantity, 0),
          ],
          [
            ({ payCents }: ExportRow) => payCents ?? 0,
            rendered.totals.reduce((all, { payCents }) => all + payCents, 0),
          ],
        ] as const)
          expect(total).toBe(sum(rows, of));
        const at = content.columns.findIndex(({ field }) => field === 'quantity');
        if (at < 0) return;
        const person = content.columns.findIndex(({ field }) => field === 'employeeNumber');
        const code = content.columns.findIndex(({ field }) => field === 'payrollCode');
        for (const [type, name] of codes)
          for (const number of ['1001', '1002', '1003']) {
            const of = rows.filter((one) => one.hourTypeCode === type && one.employeeNumber === number);
            const cells = rendered.rows.filter((cell) => cell[person] === number && cell[code] === name);
            const shown = cells.reduce((all, cell) => all + (cell[at] as { hundredths: number }).hundredths, 0);
            const exact =
              type === 'KM' ? sum(of, ({ quantity }) => quantity ?? 0) : (sum(of, ({ minutes }) => minutes) * 100) / 60;
            expect(Math.abs(shown - exact)).toBeLessThanOrEqual(0.5);
          }
      }),
    );
  });
});
