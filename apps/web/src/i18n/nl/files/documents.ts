export { texts as documents } from '../documents.ts';
