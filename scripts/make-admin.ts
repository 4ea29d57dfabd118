// The second half of npm run admin: makes the account and gives its link, by mail where there is a mail server.
import { parseArgs } from 'node:util';
import { makeAdmin, readAdmin } from '../apps/api/src/features/agency/first-admin.ts';
import { mailOutbox } from '../apps/api/src/features/mail/mail.sender.ts';
import { connect, type Db } from '../apps/api/src/kit/database.ts';
import { describe, openDatabase, updateDatabase } from './database.ts';
import { type Job, runJob, step } from './job.mjs';
import { tryMailServer } from './mail-server.ts';
import { CommandProblem, databaseProblem } from './problem.mjs';

const usage =
  'Name who it is for: npm run admin -- anna@example.nl "Anna de Vries" [--agency "Name of the agency"] [--phone 010-1234567] [--language nl|en]';

await runJob({ log: 'admin.log', append: true }, async (job) => {
  const admin = readArguments(process.argv.slice(2));
  if (!process.env.DATABASE_URL) {
    throw new CommandProblem(
      'database-missing',
      'DATABASE_URL is not set: the demo has its admin already, admin@konnekt.example.',
    );
  }
  const database = await openDatabase(job);
  try {
    await updateDatabase(job, database);
    const db = connect(database.url, { poolSize: 2 });
    try {
      await make(job, db, admin, database.url);
    } finally {
      await db.close();
    }
  } finally {
    await database.release();
  }
});

function readArguments(args: string[]) {
  const options = { agency: { type: 'string' }, phone: { type: 'string' }, language: { type: 'string' } } as const;
  let parsed: ReturnType<typeof parseArgs<{ args: string[]; options: typeof options; allowPositionals: true }>>;
  try {
    parsed = parseArgs({ args, options, allowPositionals: true });
  } catch {
    throw new CommandProblem('usage', usage);
  }
  const [typed = '', ...words] = parsed.positionals;
  const { language = 'nl', agency = 'Uitzendbureau', phone = '' } = parsed.values;
  if (language !== 'nl' && language !== 'en') throw new CommandProblem('usage', usage);
  const admin = readAdmin({ email: typed, name: words.join(' '), agencyName: agency, helpdeskPhone: phone });
  if (!admin) throw new CommandProblem('usage', usage);
  return { ...admin, language } as const;
}

async function make(job: Job, db: Db, admin: ReturnType<typeof readArguments>, url: string): Promise<void> {
  const publicUrl = (process.env.PUBLIC_URL ?? `http://localhost:${process.env.PORT ?? 3000}`).replace(/\/+$/, '');
  const { link } = await step(job, `Inviting ${admin.email}`, () => makeAdmin(db, { ...admin, publicUrl })).catch(
    (error: Error) => {
      throw databaseProblem(error, describe(url)) ?? new CommandProblem('admin', error.message, error.stack);
    },
  );
  const isSent = process.env.SMTP_URL ? await send(job, db, process.env.SMTP_URL, publicUrl) : false;
  console.log(
    isSent
      ? `\n  The invitation was mailed to ${admin.email}.\n`
      : `\n  Open this link within 48 hours and set a password. It works once; give it to nobody else.\n\n  ${link}\n`,
  );
}

/** Where the mail server does not take it now, it is said why and the link is shown; the portal goes on trying. */
async function send(job: Job, db: Db, smtpUrl: string, publicUrl: string): Promise<boolean> {
  await tryMailServer(job, smtpUrl);
  const outbox = mailOutbox(db, { smtpUrl, host: new URL(publicUrl).hostname });
  try {
    return await step(job, 'Mailing the invitation', async () => (await outbox.sendDue()) > 0);
  } finally {
    outbox.close();
  }
}
