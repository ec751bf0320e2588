import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { buildWorker } from './service-worker/build-worker.ts'

const root = import.meta.dirname

export default defineConfig({
  root,
  plugins: [react(), buildWorker()],
  worker: { format: 'es' },
  build: {
    outDir: join(root, '..', '..', 'dist', 'desk'),
    emptyOutDir: true,
    target: 'es2023',
    // Fonts as data: would break the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1_500,
    reportCompressedSize: false,
  },
  server: {
    host: '127.0.0.1',
    port: 8500,
    strictPort: true,
    proxy: { '/api': { target: process.env['DAIRA_API'] ?? 'http://127.0.0.1:8410', changeOrigin: false } },
  },
})
