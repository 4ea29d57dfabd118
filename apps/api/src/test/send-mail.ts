// A process of its own that sends the outbox, to be killed: node send-mail.ts <database> <mail server>
import { mailOutbox } from '../features/mail/mail.sender.ts';
import { connect } from '../kit/database.ts';

const [, , url = '', smtpUrl = ''] = process.argv;
await mailOutbox(connect(url), { smtpUrl, host: 'uren.bureau.example' }).sendDue();
setInterval(() => {}, 1000);
