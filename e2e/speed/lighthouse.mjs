// Measures the running demo as a slow phone meets it: Lighthouse's own simulation, a new browser for each visit, the middle of three.
// Lighthouse is no part of the product, so it is installed beside it:
//   npm i --prefix /tmp/lighthouse -E lighthouse@12.2.3
//   node e2e/speed/lighthouse.mjs /tmp/lighthouse http://localhost:3000
import { createRequire } from 'node:module';
import path from 'node:path';

const [folder = '', origin = 'http://localhost:3000'] = process.argv.slice(2);
const resolve = createRequire(path.join(folder, 'package.json')).resolve;
const { default: lighthouse } = await import(resolve('lighthouse'));
const { launch } = await import(resolve('chrome-launcher'));
const { default: puppeteer } = await import(resolve('puppeteer-core'));

const screens = [
  { name: 'log in', address: '/login' },
  { name: 'home', who: 'supervisor', address: '/' },
  { name: 'approve', who: 'supervisor', address: '/timesheets/approve' },
  { name: 'register', who: 'registrar', address: '/timesheets/register' },
  { name: "employee's week", who: 'employee', address: ownWeek },
];

console.log('| screen | score | LCP s | CLS | requests | KiB |\n| --- | --- | --- | --- | --- | --- |');
for (const screen of screens) {
  const visits = [];
  for (let n = 0; n < 3; n++) visits.push(await visit(screen));
  const middle = (key) => visits.map((one) => one[key]).sort((a, b) => a - b)[1];
  const [score, lcp, cls] = [middle('score') * 100, middle('lcp') / 1000, middle('cls')];
  console.log(
    `| ${screen.name} | ${score.toFixed(0)} | ${lcp.toFixed(1)} | ${cls.toFixed(3)} | ${middle('requests')} | ${middle('kibibytes').toFixed(0)} |`,
  );
}

async function visit({ who, address }) {
  const { cookies, ask } = who ? await logIn(who) : { cookies: [], ask: undefined };
  const browser = await launch({
    chromePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    chromeFlags: ['--headless=new', '--lang=nl-NL', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  try {
    const remote = await puppeteer.connect({ browserURL: `http://localhost:${browser.port}` });
    const page = await remote.newPage();
    await page.setCookie(...cookies);
    await page.close();
    await remote.disconnect();
    const url = origin + (typeof address === 'function' ? await address(ask) : address);
    const { lhr } = await lighthouse(url, {
      port: browser.port,
      onlyCategories: ['performance'],
      disableStorageReset: true,
      logLevel: 'silent',
    });
    const received = lhr.audits['network-requests'].details.items.filter(({ url }) => url.startsWith('http'));
    return {
      score: lhr.categories.performance.score,
      lcp: lhr.audits['largest-contentful-paint'].numericValue,
      cls: lhr.audits['cumulative-layout-shift'].numericValue,
      requests: received.length,
      kibibytes: received.reduce((sum, { transferSize }) => sum + transferSize, 0) / 1024,
    };
  } finally {
    browser.kill();
  }
}

/** Who is logged in as a browser keeps it, and how to ask as them. */
async function logIn(who) {
  const answer = await fetch(`${origin}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: `${who}@konnekt.example`, password: 'konnekt-demo' }),
  });
  const set = answer.headers.getSetCookie().map((line) => {
    const [pair = '', ...attributes] = line.split('; ');
    const [name, value] = pair.split('=');
    const cookiePath = attributes.find((one) => one.startsWith('Path='))?.slice(5);
    return { name, value, url: origin, path: cookiePath, httpOnly: attributes.includes('HttpOnly') };
  });
  const cookie = set.map(({ name, value }) => `${name}=${value}`).join('; ');
  return { cookies: set, ask: async (url) => (await fetch(origin + url, { headers: { cookie } })).json() };
}

async function ownWeek(ask) {
  const { employee } = await ask('/api/home');
  const { placement, period } = employee.current[0];
  return `/hours/${placement.id}/${period.year}/${period.number}`;
}
