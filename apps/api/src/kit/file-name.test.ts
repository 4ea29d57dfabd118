import { expect, it } from 'vitest';
import { fileNameOf } from './file-name.ts';

it('a file ends as what is in it: what a system would run is opened as a text or a PDF', () => {
  const names = {
    'application/pdf': {
      'contract.PDF': 'contract.PDF',
      'x.hta': 'x.hta.pdf',
      'x.pdf.exe': 'x.pdf.exe.pdf',
      '': 'file.pdf',
    },
    'text/csv': { 'uren.csv': 'uren.csv', 'c.html': 'c.html.txt', 'e.js': 'e.js.txt', 'f.bat ': 'f.bat.txt' },
    'image/jpeg': { 'foto.jpeg': 'foto.jpeg', 'x.svg': 'x.svg.jpg' },
    'application/x-unknown': { 'x.bin': 'x.bin' },
  };
  for (const [mediaType, cases] of Object.entries(names))
    for (const [given, kept] of Object.entries(cases)) expect(fileNameOf(given, mediaType)).toBe(kept);
  const long = fileNameOf(`${'a'.repeat(300)}.exe`, 'application/pdf');
  expect([long.endsWith('.pdf'), long.length <= 200]).toEqual([true, true]);
});
