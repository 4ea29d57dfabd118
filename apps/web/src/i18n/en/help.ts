/** Words in ** ** stand on the screen: `e2e/help/pictures.spec.ts` looks for each. */
export const texts = {
  title: 'Help',
  lead: 'How things are done here, step by step.',
  search: 'Search the help',
  searchHint: 'For example: password',
  here: 'About the screen you came from',
  all: 'All subjects',
  found: 'Found',
  nearest: 'No subject has all of these words. These have most of them.',
  none: 'Nothing was found. Try another word, or call or mail the help desk.',
  back: 'All help',
  unknown: 'This help page is not here',
  unknownText: 'It does not exist, or it is not about anything you can do.',
  go: 'Go to this screen',
  picture: 'How the screen looks: {{title}}',
  links: 'More to read',
  desk: { title: 'Still a question?', text: 'The help desk of {{agency}} is happy to help.' },
  article: {
    'send-hours': {
      title: 'Fill in and send your hours',
      about: 'Every week you fill in what you worked and send it to your client.',
      words:
        'worksheet timesheet sick leave holiday travel kilometres mileage expenses photo receipt night break overtime submit hand in week',
      steps: {
        one: 'Open **My hours**: it shows the current week; the arrows lead to other weeks. The home page shows which weeks are still to be sent.',
        two: 'Type your hours for each day: 7,5 or 7:30. **Copy last week** fills everything in at once, also as agreed.',
        three: 'Press **Send**. Until your client has decided you can take them back.',
      },
    },
    absence: {
      title: 'Sickness, days off, travel costs and receipts',
      about: 'Anything other than ordinary hours has a line of its own in your week.',
      words:
        'sick ill illness report leave holiday doctor travel expenses allowance kilometres mileage claim receipt photo overtime surcharge',
      steps: {
        one: 'Open **My hours** and choose with Add hour type what it is: sick, leave, travel, kilometres or expenses. What is not listed does not apply to this placement.',
        two: 'Type the hours, the kilometres or the amount at the day.',
        three: 'Where a receipt is asked for, add a photo or PDF to that day.',
        four: 'Are you sick? Report it as agreed with the agency, too: here you only fill in the hours.',
      },
    },
    'add-hours': {
      title: 'Add hours that you forgot',
      about: 'Hours that were sent already stay as they are; what you forgot is sent beside them.',
      words: 'supplement forgotten overtime missing too few',
      steps: {
        one: 'Open **History** and choose the week.',
        two: 'Press **Add hours**, type only what is missing, and why.',
        three: 'Send them. Your client approves them by themselves.',
      },
    },
    'sent-back': {
      title: 'Your hours came back',
      about: 'Your client or the agency sent hours back: something has to change.',
      words: 'declined rejected returned correct',
      steps: {
        one: 'The home page and your notices say which week it is, and why.',
        two: 'Open it, change what is asked for, and send it again.',
      },
    },
    approve: {
      title: 'Approve hours, many at once',
      about: 'All the hours waiting for you are in one list.',
      words: 'approval accept shortcuts keyboard timesheet worksheet overtime bulk several',
      steps: {
        one: 'Open **Approve hours**. What stands out is marked: more than agreed, a first week, a remark.',
        two: 'Tick what you approve. One press ticks everything that does not stand out.',
        three: 'Press **Approve hours**. With Undo you take it back at once.',
      },
    },
    decline: {
      title: 'Send hours back',
      about: 'Hours that are not right go back to the employee, with your reason.',
      words: 'reject refuse return reason decline declined declining disapprove',
      steps: {
        one: 'Tick the hours in **Approve hours**, or open one.',
        two: 'Press **Decline** and say what has to change. The employee reads it and sends the hours again.',
      },
    },
    undo: {
      title: 'Undo an approval',
      about: 'Approved or declined by mistake? Take it back, as long as nobody has gone further.',
      words: 'undo reverse revert withdraw take back mistake error reopen',
      steps: {
        one: 'Just done? Press Undo, at the foot of the list.',
        two: 'Later: open **Sent worksheets**, there the worksheet, and press Undo approval or Undo decline.',
        three: 'Hours that you registered yourself are then sent anew.',
        four: 'Is the button not there? Then the agency or the employee is a step further: call or mail the help desk.',
      },
    },
    register: {
      title: 'Register hours for your people',
      about: 'Where you enter the hours yourself, you do so for everyone at once.',
      words:
        'paste excel copy table enter fill in behalf overtime surcharge sick sickness leave forgot forgotten missing bulk',
      steps: {
        one: 'Open **Register hours** and choose the period.',
        two: 'Type the hours of each person and hour type, also overtime, sickness and leave, as a list or as a table; agreed hours can be filled in for everyone.',
        three: 'Send them: by sending you approve them.',
        four: 'Forgot something? Open the person and press Add hours. Hours that you add are sent at once.',
      },
    },
    status: {
      title: 'See what is still to be done',
      about:
        'Per period: what is still to be sent, what is waiting for the client, and what is waiting for the agency.',
      words: 'overview behind remind late forgot forgotten missing not filled in who',
      steps: {
        one: 'Open **Status** and choose the period.',
        two: 'Each number opens its list, with names.',
      },
    },
    past: {
      title: 'Find earlier hours',
      about: 'Everything that was ever sent, whatever became of it.',
      words: 'history archive proof version timesheet old hours search',
      steps: {
        one: 'Open **Sent worksheets** and search by name, function, period or number.',
        two: 'Open a worksheet to see each day, who approved it, and each version that was sent.',
      },
    },
    jobs: {
      title: 'Look up who works where, and their hours',
      about: 'Everyone who works or worked through the agency, with the history of their hours.',
      words: 'placement totals history export hours per year contact',
      steps: {
        one: 'Open **Jobs** and choose somebody: you see what was agreed, whom to ask, and the hours of each period.',
        two: 'Hours open their worksheet. All of them can be downloaded.',
        three: 'An inspection asks for begin and end of each day: that register is under **Working times**.',
      },
    },
    documents: {
      title: 'Reading and confirming documents',
      about:
        'What the agency has shared with you: the collective agreement, contracts, manuals, and your own payslips and annual statements.',
      words: 'collective agreement contract payslip salary annual statement manual pdf abu nbbu cao cla',
      steps: {
        one: 'Open **Documents**. What you have not opened yet is under **New**, and the menu counts it.',
        two: 'Choose a document: you see it at once and can download it.',
        three:
          'Under **To confirm** is what you need to read. Tick there that you have read it. The agency keeps that as proof.',
      },
    },
    'put-documents': {
      title: 'Adding documents and seeing who read them',
      about: 'For everybody, a role, an organisation or one person.',
      words:
        'collective agreement contract upload file manual readers version share send abu nbbu cao cla bulk several',
      steps: {
        one: 'Choose **Add document**, choose or drop the files, and say whom they are for.',
        two: 'Open the document to see who opened and confirmed it, also as a file. There you add a new version and change whom it is for.',
        three: 'What you remove is under **Removed**: the file is gone, who read it is kept.',
      },
    },
    invoices: {
      title: 'Find and check invoices',
      about: 'Your invoices, with the hours behind each.',
      words: 'invoice vat pdf ubl pay question clock',
      steps: {
        one: 'Open **Invoices** and search by number, budget number or organisation.',
        two: 'The clock beside an invoice shows the worksheets behind it, and who approved them.',
        three: 'Something not right? Say so on the invoice or on a line: the agency answers there.',
      },
    },
    colleagues: {
      title: 'Add a colleague or let one stand in for you',
      about: 'Who else is a supervisor, and who approves while you are away.',
      words: 'substitute replacement holiday absent invite rights user',
      steps: {
        one: 'Open **Colleagues**.',
        two: 'Name a substitute, from when until when. What they approve says that it was for you.',
        three:
          'If you may manage colleagues, you invite one there, with at most the rights that you have. If not, the agency does: call or mail the help desk.',
      },
    },
    'last-approval': {
      title: 'The last approval',
      about: 'What supervisors approved is looked at once more before it is paid.',
      words: 'final finalise return last approval approve finish bulk decline declined reject refuse',
      steps: {
        one: 'Open **Worksheets**, and there what waits for the last approval. What stands out comes first.',
        two: 'Tick what is good, and make it final; what is not goes back with a reason.',
      },
    },
    reopen: {
      title: 'Reopen or correct final hours',
      about: 'Until hours are paid or invoiced you take a step back; after that you correct them.',
      words: 'undo reverse revert approval withdraw mistake error correction change back pay',
      steps: {
        one: 'Open **Worksheets** and there **Final**. Tick what has to go back, or open one, and press Reopen: it then waits for the last approval again.',
        two: 'What waits for the last approval you send back with a reason. Only a supervisor undoes the approval itself.',
        three:
          'Paid or invoiced already? Open the worksheet and press Correct. Type what it should have been: the difference goes into the next payroll run and onto the next invoice.',
      },
    },
    'fill-in-for': {
      title: 'Fill in hours for an employee',
      about: 'For whoever cannot: you fill in and send their hours, and they are marked as filled in by the agency.',
      words: 'on behalf enter type in paper phone sick take over forgot forgotten missing for somebody else',
      steps: {
        one: 'Open **Worksheets** and there **To be filled in**. Choose the week of the employee.',
        two: 'Type the hours and send them. Saved by the employee already? Then take them over first.',
      },
    },
    'find-hours': {
      title: 'Find old hours',
      about: 'All worksheets can be searched, however old.',
      words: 'archive history earlier last year proof search timesheet worksheet version',
      steps: {
        one: 'Open **Worksheets** and choose **Final**. Search by name, function or number, or choose an organisation or period.',
        two: 'At an employee, organisation or placement all hours are on the tab Worksheets.',
        three: 'Open a worksheet for each day, who approved it, and each version that was sent.',
      },
    },
    payroll: {
      title: 'Make a payroll run',
      about: 'A run takes all final hours that were not paid yet, each once.',
      words: 'wage salary pay payroll file payday run salaries',
      steps: {
        one: 'Open **Payroll runs** and look at the run that is proposed.',
        two: 'Hold back what is not to be paid yet; missing rates and codes are named.',
        three: 'Close it: it then no longer changes. Then take its file for the payroll system.',
      },
    },
    'invoice-day': {
      title: 'Invoice a week in one go',
      about: 'Drafts, numbers and mail of all organisations, in the order in which they are done.',
      words: 'invoicing drafts vat bulk',
      steps: {
        one: 'Open **Invoice day** from the invoices.',
        two: 'Make the drafts and look at what was left out.',
        three: 'Make them final, and mail them.',
      },
    },
    credit: {
      title: 'Credit an invoice',
      about: 'A final invoice no longer changes: a credit note takes it back, as a whole or by line.',
      words: 'credit note refund reverse undo cancel withdraw wrong mistake error',
      steps: {
        one: 'Open **Invoices** and choose **Final**. Open the invoice and press Credit.',
        two: 'Choose all that is left, or how much of each line, and say why. Tick Hours can be invoiced again if they are to be.',
        three: 'The credit note is under **Drafts**. Make it final and mail it, as any invoice.',
      },
    },
    'invoice-rules': {
      title: 'How an organisation gets its invoices',
      about: 'Reverse-charged VAT, G-account, e-invoice, address and payment term are kept with the organisation.',
      words:
        'reverse charge blocked account electronic einvoice peppol ubl nlcius invoice address cost centre purchase order set up',
      steps: {
        one: 'Open **Organisations**, choose the organisation, and go to Invoices under Details.',
        two: 'Tick VAT reverse-charged when there is to be no VAT on the invoice: the VAT number is then needed. G-account share says which part goes to the G-account, the IBAN of which is under Agency.',
        three: 'Under References on invoices you choose the E-invoice: UBL, which is mailed with the PDF, or PDF only.',
        four: 'You also choose the e-mail address, the payment term, and whether there is one invoice per organisation, budget number or employee. Invoices that were made do not change.',
      },
    },
    records: {
      title: 'Add an organisation, employee or placement',
      about: 'Somebody begins at an organisation: with these three hours can be sent.',
      words:
        'new client customer company staff member worker temp candidate create enter hire contact supervisor contract',
      steps: {
        one: 'Add what is not there yet: the organisation under **Organisations**, the person under **Employees**. Invite them from there.',
        two: 'Add a placement under **Placements**: function, dates, agreed hours, who enters them.',
        three: 'Give it rates: without a rate hours cannot be paid or invoiced.',
        four: 'Does nobody approve for this organisation yet? Add a supervisor under **Supervisors**.',
      },
    },
    moving: {
      title: 'Move over from another system',
      about: 'Everything comes along in files, old hours as well. Nothing has to be typed again.',
      words: 'migrate migration transfer switch bring along previous former software import excel csv begin set up',
      steps: {
        one: 'Make Excel or CSV files in your old system. Read them in under **Import and export**, in this order: organisations, employees, hour types, placements, rates, supervisors, budget numbers. Your numbers stay as they are.',
        two: 'A placement names the employee and the organisation by their numbers.',
        three:
          'Rates have one row per hour type, or all of a placement in one row: two columns per hour type, with its code or name, such as Wage N100 and Rate N100.',
        four: 'Past hours come last: one row per placement, period and hour type. They are final, and are never paid or invoiced again.',
        five: 'Type at Hours from as of which day hours are filled in here: for everybody under Agency, or at an organisation. Nobody has to fill in hours from before that day.',
        six: 'Then invite everybody at once, under **Employees** and **Supervisors**.',
      },
    },
    import: {
      title: 'Import a file',
      about: 'Many records at once from Excel or CSV. Nothing is changed until you press Import now.',
      words:
        'read in upload exporting columns headings sheets tab house number rates past hours moving errors customers clients bulk',
      steps: {
        one: 'Open **Import and export**, choose what it is about, and choose the file. Which columns it may have is said there; an export of that page always fits.',
        two: 'If a heading is not known, choose yourself what that column is. The next file with the same headings is read in the same way. House number and addition may have columns of their own.',
        three:
          'Of an Excel file with several sheets only the one that fits best is read. Which one that is, and which are not read, is said.',
        four: 'Look at what would change. If something is wrong, nothing is imported: take the file that says what is wrong in each row, put it right and choose it again.',
        five: 'If all is well, press Import now. Then the whole file is done, or nothing.',
      },
    },
    settings: {
      title: 'Set up the agency',
      about: 'Name, look, deadline, reminders and invoicing.',
      words: 'logo colour deadline payday reminders vat sender',
      steps: {
        one: 'Open **Agency**.',
        two: 'Choose the weekday and hour by which hours are to be approved, and who is reminded when.',
      },
    },
    messages: {
      title: 'Write and read a message',
      about: 'With the agency, in one place: about hours, an invoice or anything else.',
      words: 'message attachment question answer mailbox inbox internal mail',
      steps: {
        one: 'Open **Messages**; what is new is marked and is counted in the menu.',
        two: 'Click **New message**, or ask at the worksheet or the invoice itself: then it says what it is about.',
        three: 'You can send files along. What you type is kept until you send it.',
      },
    },
    notices: {
      title: 'Choose what you hear, and where',
      about: 'What happens that concerns you is behind the bell; you choose what you hear of it.',
      words: 'notification bell daily digest reminder',
      steps: {
        one: 'Open **Notices** with the bell at the top: everything is there, also what you have read.',
        two: 'Click **Choose what you hear** and tick for each kind: on screen, by e-mail, both or neither.',
        three: 'Rather one e-mail a day? Choose that there, too; reminders come at their own time.',
      },
    },
    account: {
      title: 'Your password, language and mails',
      about: 'What is yours: how you log in, and which mails you get.',
      words: 'log in e-mail address log out appearance dark lost forgotten forgot change reset',
      steps: {
        one: 'Open **Account settings**.',
        two: 'Change your password, choose your mails, and see where you are logged in.',
        three: 'Forgot your password? On the log-in page you ask for a link.',
      },
    },
    'agency-week': {
      title: 'The agency’s week',
      about: 'What has to be done every week, in order.',
      words: 'begin start overview home monday tuesday',
      steps: {
        one: 'On **Home** you see what is still to be filled in, approved and made final.',
        two: 'Make approved hours final under **Worksheets**.',
        three: 'Pay them with **Payroll runs**, and invoice them under **Invoices**.',
      },
    },
    invite: {
      title: 'Inviting people',
      about: 'Whoever is invited chooses a password with the link in the e-mail.',
      words: 'invitation account link expired activate password',
      steps: {
        one: 'Open **Employees** or **Supervisors** and choose by account whom you are looking for: not invited yet, expired, not delivered.',
        two: 'Invite everybody in the list at once: each gets a new link, and the old one stops working.',
        three: 'Does e-mail not arrive? **Outgoing e-mail** says why.',
      },
    },
    rates: {
      title: 'Changing or raising the rates of an organisation',
      about: 'The wages and rates of everyone who works there are in one table.',
      words: 'rate wage raise percent paste retroactive increase abu nbbu cao cla collective agreement bulk',
      steps: {
        one: 'Open **Organisations**, choose the organisation, and there the tab Rates.',
        two: 'Choose from which day, and type or paste the amounts. What was there holds until that day.',
        three:
          'Raising all by a percentage, from a day that has passed as well, is done under **Payroll runs**, at Rate changes.',
      },
    },
    'hour-types': {
      title: 'Setting up hour types',
      about: 'Which hours there are, who may fill them in, and what of them is paid and invoiced.',
      words: 'hour type surcharge overtime percentage kilometres expenses sick leave',
      steps: {
        one: 'Open **Hour types** and choose one, or add one.',
        two: 'Say what it is, who fills it in, and which share of wage and rate it is worth.',
        three: 'Which types an organisation allows is chosen under **Organisations**.',
      },
    },
    calendar: {
      title: 'Public holidays and periods',
      about: 'Public holidays are shown in every week; in a closed period nothing changes any longer.',
      words: 'holiday day off period close four weeks month',
      steps: {
        one: 'The days off are under **Public holidays**, also those of an organisation with days of its own.',
        two: 'Under **Periods** you close a period: after that nobody fills in hours in it.',
      },
    },
    payslips: {
      title: 'Placing many payslips at once',
      about: 'Each file goes to whose personnel number is in its name.',
      words: 'payslip zip annual statement salary upload bulk',
      steps: {
        one: 'Open **Documents** and press **Add payslips**. Hand in the files, or one ZIP file.',
        two: 'See who gets what: what goes to nobody is listed with the reason.',
        three: 'Place them. Everybody sees only their own.',
      },
    },
    inbox: {
      title: 'Handling the agency’s messages',
      about: 'What comes in is everybody’s in the back office, until somebody takes it.',
      words: 'mailbox answer template take close archive questions inbox internal mail bulk',
      steps: {
        one: 'Open **Messages**: you see since when something waits, and who took it.',
        two: 'Take a message, answer, and close it when it is done.',
        three: 'Standard answers, in both languages, are under **Standard answers**.',
      },
    },
    dashboard: {
      title: 'Seeing how it goes',
      about: 'Hours worked per week, how soon they are approved, and who is late.',
      words: 'dashboard figures chart lead time',
      steps: {
        one: 'Open **Dashboard** and choose which weeks, or one organisation.',
        two: 'Each figure opens the worksheets behind it.',
      },
    },
    bookkeeping: {
      title: 'Payments and bookkeeping',
      about: 'What was paid, what is still to be booked, and whether everything adds up.',
      words: 'bookkeeping bank statement payment ledger reconciliation vat export',
      steps: {
        one: 'From **Invoices** you read in the bank statement: payments find their invoice.',
        two: 'Under Bookkeeping you make the file for your accounting software.',
        three: 'Reconciliation shows whether all final hours were paid and invoiced.',
      },
    },
    budgets: {
      title: 'Following budgets',
      about: 'What was invoiced on a budget number, and what is to come.',
      words: 'budget number order purchase',
      steps: {
        one: 'Open **Budgets** and search by number or description.',
        two: 'Choose a budget to see what was invoiced on it and what is to come. When it is nearly used up, it says so.',
      },
    },
    outbox: {
      title: 'Seeing whether e-mail arrives',
      about: 'What was sent, what waits, and what did not arrive.',
      words: 'e-mail mail server outgoing delivered failed does not arrive received spam',
      steps: {
        one: 'Open **Outgoing e-mail**: what did not arrive says why.',
        two: 'Once the cause is gone, try again. The list can be had as an Excel or CSV file, too.',
      },
    },
    users: {
      title: 'Users, and who changed what',
      about: 'Colleagues of the back office, and all that happened in the portal.',
      words: 'user colleague block audit log history log out administrator add account rights password',
      steps: {
        one: 'Open **Users** to add or block a colleague.',
        two: 'Open **Audit log** to see who changed what, and when. Both lists can be had as a file, too: it holds what you searched for.',
      },
    },
    'working-times': {
      title: 'Working times for an inspection',
      about: 'Begin, end and break per person and day, up to a year back.',
      words: 'working hours act register rest times inspection break abu nbbu cla collective agreement law',
      steps: {
        one: 'Open **Jobs**, and there Working times. Choose the days, and of whom.',
        two: 'It says what is missing: hours without begin and end, and periods without hours.',
        three: 'Take it as an Excel file or as a PDF.',
      },
    },
  },
};
