import { chromium } from '@playwright/test';

const base = 'http://localhost:41913';
const only = process.argv[2];
const widths = (process.argv[3] ?? '1440,1366,1280,1200,1024,820,360').split(',').map(Number);
const b = await chromium.launch({ executablePath: process.env.CHROME || undefined, args: ['--no-sandbox'] });
const pages = {
  approve: ['supervisor', '/timesheets/approve'],
  past: ['supervisor', '/timesheets/past'],
  office: ['staff', '/worksheets?phase=to-finalise'],
  fill: ['staff', '/worksheets?phase=to-fill'],
  history: ['employee', '/hours/history'],
  users: ['admin', '/users'],
  audit: ['admin', '/audit'],
  employees: ['staff', '/manage/employees'],
  placements: ['staff', '/manage/placements'],
};
for (const [name, [role, path]] of Object.entries(pages)) {
  if (only && !only.split(',').includes(name)) continue;
  const c = await b.newContext({ viewport: { width: 1440, height: 900 }, locale: 'nl-NL' });
  const p = await c.newPage();
  p.on('pageerror', (e) => console.log('ERR', name, e.message));
  await p.request.post(base + '/api/auth/login', {
    data: { login: `${role}@konnekt.example`, password: 'konnekt-demo' },
  });
  for (const w of widths) {
    await p.setViewportSize({ width: w, height: 820 });
    await p.goto(base + path);
    await p.waitForLoadState('networkidle');
    const m = await p.evaluate(() => {
      const t = document.querySelector('main table');
      const f = t?.parentElement;
      return {
        doc: document.documentElement.scrollWidth - innerWidth,
        heads: t ? [...t.querySelectorAll('thead th')].map((x) => x.textContent.trim()).join('|') : 'cards',
        over: t ? t.offsetWidth - f.clientWidth : 0,
        room: f?.clientWidth,
      };
    });
    console.log(name, w, JSON.stringify(m));
    await p.screenshot({ path: `/tmp/shots/${name}-${w}.png` });
  }
  await c.close();
}
await b.close();
