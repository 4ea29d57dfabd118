// Icons that only some screens show are sent with those: an employee's phone has no use for them.
const officeIcons =
  'Icon(?:ArrowBack|Ban|BuildingBank|CalendarCheck|ClockOff|CoinEuro|FileExport|FileUpload|File|LockOpen|MailExclamation|MailFast|MailFilled|MailOff|MessageQuestion|Scale|Trash|UserPlus)';
const listIcons = 'Icon(?:Keyboard|ListCheck|SortDescending|Sparkles)';
const hoursIcons = 'Icon(?:CalendarTime|CurrencyEuroOff|PlayerPlay|PlayerStop|ReceiptOff)';

/**
 * How the build is cut into files: each path that a file of many parts is shared on ends as one file instead of dozens (log in
 * 9 instead of 28, approving 15 instead of 67). Screens, the shell, the grid and texts keep files of their own. Where a module fits
 * two groups the higher priority takes it.
 */
export const chunks = [
  { name: 'vendor', priority: 90, tags: ['$initial' as const], test: /[\\/]node_modules[\\/]/ },
  shared('app', 80, [
    'apps/web/src/(ui/(?!pick-field|form-fields|column-chart|focus-wrong|tick-box|facts)|api/(?!upload|new-id))',
    'apps/web/src/kit/(address/(?!adds-hours)|storage/|files/renewed-first|list/(search-field|pages)|form/leave-guard)',
    'apps/web/src/app/(?!shell)',
    'apps/web/src/features/messages/parts/counts',
    String.raw`apps/web/src/features/documents/parts/counts\.`,
    String.raw`apps/web/src/i18n/[\w-]+\.ts$`,
    'packages/shared/src/(?!worksheets|registration|imports|audit|invoices|payroll|reminders|status|placements/rate|rate-changes|mail|messages|documents|live|notices|files|basics/(?:typed-day|business-numbers))',
    `/node_modules/@tabler/(?!.*/(?:${officeIcons}|${listIcons}|${hoursIcons})\\.)`,
  ]),
  // Log in and home list nothing.
  shared('rows', 75, ['apps/web/src/(kit/list/(record-list|use-room|column|sort-field|ticks)|ui/tick-box)']),
  shared('door', 70, ['apps/web/src/features/accounts/door/(?!.*-page)']),
  shared('hours', 70, [
    'apps/web/src/features/hours/parts/(kept-draft|same-content|stored-elsewhere)',
    'apps/web/src/features/worksheets/(parts/(?!worksheets-of|own-weeks)|quantities)',
    '/node_modules/@tanstack/.*[iI]nfiniteQuery',
    `/node_modules/@tabler/.*/${hoursIcons}\\.`,
    'apps/web/src/(api/new-id|kit/(list/list-rest|address/adds-hours))',
    String.raw`packages/shared/src/worksheets/(?!worksheet\.(warnings|rest|shifts|correction)|working-time)`,
  ]),
  // What became of hours: of no use to who types them, to home, nor to a list whose rows are closed.
  shared('past', 66, [
    'apps/web/src/features/hours/parts/receipt-link',
    'apps/web/src/features/worksheets/(worksheet-(history|hours|versions|details)|submission-diff)',
  ]),
  shared('sheet', 65, [
    'apps/web/src/features/hours/parts/(?!(ask|copy|paste|cell-note)-dialog|receipt-field|week-table|long-table|hours-table|use-paste|paste|places|block|use-adding|copy-|agreed|sheet-(parts|compare))',
    'apps/web/src/features/worksheets/week/(week-queries|week-totals|added-parts|sheet-remark)',
    String.raw`packages/shared/src/worksheets/(worksheet\.(warnings|rest|shifts)|working-time)`,
  ]),
  // What the list of employees needs is sent with it; what typing needs, with a form.
  shared('register', 62, [
    'apps/web/src/features/registration/(?!.*-page|registration-grid|grid-|typed-|use-typed|standing-out|(hours|period)-fields|focus-field|fill-)',
  ]),
  shared('entry', 60, ['apps/web/src/features/registration/(?!.*-page|registration-grid)']),
  shared('list', 50, [
    'apps/web/src/features/worksheets/(?!.*-page|week/|correction/|parts/own-weeks)',
    '/node_modules/@tanstack/',
    `/node_modules/@tabler/.*/${listIcons}\\.`,
  ]),
  // Approvers are warned of budgets without all that the office's records need.
  shared('budgets', 45, ['apps/web/src/(features/budgets/parts/|kit/list/paged)', 'packages/shared/src/budgets/']),
  // The bell asks how many messages are new: without what else a list is made of.
  shared('messages', 46, [
    'apps/web/src/features/messages/(?!.*-page)',
    'apps/web/src/features/documents/parts/counts-query',
  ]),
  shared('records', 40, [
    'apps/web/src/(kit/|ui/(pick-field|form-fields|column-chart|focus-wrong|facts))',
    'apps/web/src/features/(?!notices/|status/|worksheets/|hours/|registration/|home/|accounts/door/)(?!.*-page)',
    'packages/shared/src/',
    `/node_modules/@tabler/.*/${officeIcons}\\.`,
  ]),
];

function shared(name: string, priority: number, paths: string[]) {
  return { name, priority, minShareCount: 2, test: new RegExp(paths.join('|').replaceAll('/', String.raw`[\\/]`)) };
}
