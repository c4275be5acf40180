import { defineConfig } from 'vite'

/** The command line for Node: one file, so that a new build takes the place of the old one in one step (bin/chain.mjs). */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: 'src/cli/main.ts',
    outDir: 'dist-cli',
    target: 'node20',
    emptyOutDir: false,
    rolldownOptions: { output: { entryFileNames: 'chain.js', codeSplitting: false } },
  },
})
