/** Builds the workbench; `npx vite packages/web-staff` serves it beside a running server (ANPEI_API, port 4600). */
import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const api = process.env['ANPEI_API'] ?? 'http://127.0.0.1:4600'
const libraries: readonly { name: string; test: RegExp }[] = [
  { name: 'react', test: /node_modules\/(react|react-dom|scheduler|react-router)\// },
  { name: 'query', test: /node_modules\/@tanstack\// },
  // With its setup, so that this runs before a schema of another chunk is built.
  { name: 'zod', test: /node_modules\/zod\/|\/zod-setup\.ts/ },
]

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  server: { host: '127.0.0.1', port: 4610, proxy: { '/api': api, '/portal': api } },
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    // Which scripts a page needs: sw.js keeps those of visits.
    manifest: 'pages.json',
    chunkSizeWarningLimit: 900,
    rolldownOptions: { output: { codeSplitting: { groups: [...libraries] } } },
  },
})
