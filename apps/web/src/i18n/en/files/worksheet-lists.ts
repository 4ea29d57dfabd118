// A part of the texts of worksheets, merged with the rest: only their lists and the screen of one need it.

export { texts as mailApproval } from '../mail-approval.ts';
export { texts as worksheetLists, texts as worksheets } from '../worksheet-lists.ts';
