export { texts as registration } from '../registration.ts';
