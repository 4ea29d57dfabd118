import { seedDemo } from '@konnekt/api/demo/seed-demo';

// Fills an empty database with the demo agency; one that holds anything is left alone.
const url = process.env.DATABASE_URL;
if (!url) throw new Error('DATABASE_URL is missing');
await seedDemo(url, new Date(), process.env.FILES_URL);
