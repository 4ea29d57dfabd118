/** Words in ** ** stand on the screen: `e2e/help/pictures.spec.ts` looks for each. */
export const texts = {
  title: 'Help',
  lead: 'How things are done here, step by step.',
  search: 'Search the help',
  searchHint: 'For example: approve, password, invoice',
  here: 'About the screen you came from',
  all: 'All subjects',
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
      steps: {
        one: 'Open **My hours** and choose the week; the oldest that is still to be sent stands on top.',
        two: 'Type your hours for each day: 7,5 or 7:30. With **Copy last week** all is filled in at once, also as agreed.',
        three: 'Press **Send**. Until your client has decided you can take them back.',
      },
    },
    'add-hours': {
      title: 'Add hours that you forgot',
      about: 'Hours that were sent already stay as they are; what you forgot is sent beside them.',
      steps: {
        one: 'Open **History** and choose the week.',
        two: 'Press **Add hours**, type only what is missing, and why.',
        three: 'Send them. Your client approves them by themselves.',
      },
    },
    'sent-back': {
      title: 'Your hours came back',
      about: 'Your client or the agency sent hours back: something has to change.',
      steps: {
        one: 'On the home page and in your notices stands which week it is, and why.',
        two: 'Open it, change what is asked for, and send it again.',
      },
    },
    approve: {
      title: 'Approve hours, many at once',
      about: 'All hours that wait for you stand in one list.',
      steps: {
        one: 'Open **Approve hours**. What stands out is marked: more than agreed, a first week, a remark.',
        two: 'Tick what you approve. One press ticks all that does not stand out.',
        three: 'Press **Approve hours**. With Undo you take it back.',
      },
    },
    decline: {
      title: 'Send hours back',
      about: 'Hours that are not right go back to the employee, with your reason.',
      steps: {
        one: 'Tick the hours in **Approve hours**, or open one.',
        two: 'Press **Decline** and say what has to change. The employee reads it and sends the hours again.',
      },
    },
    register: {
      title: 'Register hours for your people',
      about: 'Where you enter the hours yourself, you do so for everyone at once.',
      steps: {
        one: 'Open **Register hours** and choose the period.',
        two: 'Type the hours of each person, as a list or as a table; agreed hours can be filled in for everyone.',
        three: 'Send them: by sending you approve them.',
      },
    },
    status: {
      title: 'See what is still to be done',
      about: 'Per period: what is still to be sent, what waits for the client, and what waits for the agency.',
      steps: {
        one: 'Open **Status** and choose the period.',
        two: 'Each number opens its list, with names.',
      },
    },
    past: {
      title: 'Find hours of before',
      about: 'Everything that was ever sent, whatever became of it.',
      steps: {
        one: 'Open **Sent worksheets** and search by name, function, period or number.',
        two: 'Open a worksheet to see each day, who approved it, and each version that was sent.',
      },
    },
    jobs: {
      title: 'Look up who works where, and their hours',
      about: 'Everyone who works or worked through the agency, with the history of their hours.',
      steps: {
        one: 'Open **Jobs** and choose somebody: you see what was agreed, whom to ask, and the hours of each period.',
        two: 'Hours open their worksheet. All of them can be downloaded.',
        three: 'An inspection asks for begin and end of each day: that register is under **Working times**.',
      },
    },
    documents: {
      title: 'Reading and confirming documents',
      about:
        'What the agency put there for you: the collective agreement, contracts, manuals, and your own payslips and annual statements.',
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
      steps: {
        one: 'Choose **Add document**, choose or drop the files, and say whom they are for. That is fixed afterwards.',
        two: 'Open the document to see who opened and confirmed it, and to add a new version.',
        three: 'What you remove is under **Removed**: the file is gone, who read it is kept.',
      },
    },
    invoices: {
      title: 'Find and check invoices',
      about: 'Your invoices, with the hours behind each.',
      steps: {
        one: 'Open **Invoices** and search by number, budget number or client.',
        two: 'The clock beside an invoice shows the worksheets behind it, and who approved them.',
        three: 'Something not right? Say so on the invoice or on a line: the agency answers there.',
      },
    },
    colleagues: {
      title: 'Let somebody stand in for you',
      about: 'On holiday? A colleague approves in your place for as long as you say.',
      steps: {
        one: 'Open **Colleagues**.',
        two: 'Name a substitute, from when until when. What they approve says that it was for you.',
      },
    },
    'last-approval': {
      title: 'The last approval',
      about: 'What clients approved is looked at once more before it is paid.',
      steps: {
        one: 'Open **Worksheets**, and there what waits for the last approval. What stands out comes first.',
        two: 'Tick what is good, and make it final; what is not goes back with a reason.',
      },
    },
    payroll: {
      title: 'Make a payroll run',
      about: 'A run takes all final hours that were not paid yet, each once.',
      steps: {
        one: 'Open **Payroll runs** and look at the run that is proposed.',
        two: 'Hold back what is not to be paid yet; missing rates and codes are named.',
        three: 'Close it: it does not change any more. Then take its file for the payroll system.',
      },
    },
    'invoice-day': {
      title: 'Invoice a week in one go',
      about: 'Drafts, numbers and mail of all clients, in the order in which they are done.',
      steps: {
        one: 'Open **Invoice day** from the invoices.',
        two: 'Make the drafts and look at what was left out.',
        three: 'Make them final, and mail them.',
      },
    },
    records: {
      title: 'Somebody begins at a client',
      about: 'A client, an employee and a placement: then hours can be sent.',
      steps: {
        one: 'Add the client under **Organisations** and the person under **Employees**; invite them from there.',
        two: 'Add a placement under **Placements**: function, dates, agreed hours, who enters them.',
        three: 'Give it rates: without a rate hours cannot be paid or invoiced.',
      },
    },
    import: {
      title: 'Bring along many records at once',
      about: 'Clients, employees, placements and supervisors from Excel or CSV.',
      steps: {
        one: 'Open **Import and export** and take the example of what you bring.',
        two: 'Hand your file in: what would change and what is wrong is shown first, row by row.',
        three: 'Apply it only when it is good.',
      },
    },
    settings: {
      title: 'Set up the agency',
      about: 'Name, look, deadline, reminders, and how is invoiced.',
      steps: {
        one: 'Open **Agency**.',
        two: 'Choose the weekday and hour by which hours are to be approved, and when who is reminded.',
      },
    },
    messages: {
      title: 'Write and read a message',
      about: 'With the agency, in one place: about hours, an invoice or anything else.',
      steps: {
        one: 'Open **Messages**; what is new is bold and is counted in the menu.',
        two: 'Click **New message**, or ask at the worksheet or the invoice itself: then it says what it is about.',
        three: 'You can send files along. What you type is kept until you send it.',
      },
    },
    notices: {
      title: 'Choose what you hear, and where',
      about: 'What happens that concerns you is behind the bell; you choose what you hear of it.',
      steps: {
        one: 'Open **Notices** with the bell at the top: everything is there, also what you have read.',
        two: 'Click **Choose what you hear** and tick for each kind: on screen, by e-mail, both or neither.',
        three: 'Rather one e-mail a day? Choose that there, too; reminders come at their own time.',
      },
    },
    account: {
      title: 'Your password, language and mails',
      about: 'What is yours: how you log in, and which mails you get.',
      steps: {
        one: 'Open **Account settings**.',
        two: 'Change your password, choose your mails, and see where you are logged in.',
        three: 'Forgot your password? On the log-in page you ask for a link.',
      },
    },
  },
};
