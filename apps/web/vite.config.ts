import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { chunks } from './scripts/chunks.ts';
import { compressedFiles } from './scripts/compressed-files.ts';
import { screenFiles } from './scripts/screen-files.ts';

const api = `http://127.0.0.1:${process.env.PORT ?? 3000}`;

export default defineConfig({
  plugins: [react(), screenFiles(), compressedFiles()],
  build: {
    manifest: true,
    target: 'es2023',
    rolldownOptions: { output: { codeSplitting: { groups: chunks } } },
  },
  server: { port: 5173, strictPort: true, proxy: { '/api': api } },
});
