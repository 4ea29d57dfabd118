import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressedFiles } from './scripts/compressed-files.ts';

const api = `http://127.0.0.1:${process.env.PORT ?? 3000}`;

/** What every screen behind the log-in needs: in one file it is smaller than in the dozens that splitting makes of it. */
const base =
  /node_modules[\\/].*(@mantine[\\/]core|query-core|react-query|createReactComponent|defaultAttributes)|apps[\\/]web[\\/]src[\\/](api|ui[\\/](button|icon-button|notice|page|skeleton|loaded|panel|empty|toast|dialog)\b)/;

export default defineConfig({
  plugins: [react(), compressedFiles()],
  build: {
    manifest: true,
    target: 'es2023',
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'base', test: base }] } } },
  },
  server: { port: 5173, strictPort: true, proxy: { '/api': api } },
});
