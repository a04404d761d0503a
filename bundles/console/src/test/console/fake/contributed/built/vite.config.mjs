import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))

// What the console shares stays out of the file: the import map brings it.
export default defineConfig({
  root: here('.'),
  logLevel: 'warn',
  plugins: [vue()],
  build: {
    target: 'es2022',
    outDir: here('../../../../../../target/contributed'),
    emptyOutDir: true,
    lib: { entry: here('./index.ts'), formats: ['es'], fileName: 'index' },
    rollupOptions: { external: ['vue', 'vue-router', 'vue-i18n', 'element-plus', /^@holdfast\//] }
  }
})
