// What others may use of the rules over the whole database.
export { type BrokenRule, findBrokenRules, ruleNames } from './data-check.repository.ts';
