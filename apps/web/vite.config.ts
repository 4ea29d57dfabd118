import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = `http://127.0.0.1:${process.env.PORT ?? 3000}`;

// Icons that several screens use come as one file: dozens of files of two hundred bytes cost more than they hold.
const icons = { name: 'icons', test: /@tabler.icons-react/, minShareCount: 2 };

export default defineConfig({
  plugins: [react()],
  build: { manifest: true, target: 'es2023', rolldownOptions: { output: { codeSplitting: { groups: [icons] } } } },
  server: { port: 5173, strictPort: true, proxy: { '/api': api } },
});
