import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  // Relative addresses: the page works from any folder and under any sub-path.
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    // Data URLs would need a wider security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
  },
})
