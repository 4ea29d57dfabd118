import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = `http://127.0.0.1:${process.env.PORT ?? 3000}`;

export default defineConfig({
  plugins: [react()],
  build: { manifest: true, target: 'es2023' },
  server: { port: 5173, strictPort: true, proxy: { '/api': api } },
});
