import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { importMap, SHARED } from './src/build/shared-modules.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const root = here('./src/main/console')
const entries = Object.entries(SHARED).map(([name, file]) => [name.replace(/[@/]/g, '_'), `${root}/${file}`])

export default defineConfig({
  root,
  base: './',
  publicDir: 'public',
  plugins: [vue(), importMap(here('./target/classes/console-csp.txt'))],
  resolve: { alias: { '@': root } },
  build: {
    target: 'es2022',
    outDir: here('./target/classes/console'),
    emptyOutDir: true,
    chunkSizeWarningLimit: 1000,
    rollupOptions: {
      preserveEntrySignatures: 'strict',
      input: { app: `${root}/index.html`, ...Object.fromEntries(entries) }
    }
  },
  server: { host: '127.0.0.1', proxy: { '/api': 'http://127.0.0.1:4180' } },
  test: {
    // A first import can take long on a busy machine.
    testTimeout: 30_000,
    root: here('.'),
    include: ['src/test/console/unit/**/*.test.ts'],
    environment: 'happy-dom',
    environmentOptions: { happyDOM: { url: 'http://localhost/' } },
    server: { deps: { inline: ['element-plus'] } }
  }
})
