import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Plugin } from 'vite'

/** What pages of other bundles may import by name; each becomes an entry of the build. */
export const SHARED: Record<string, string> = {
  vue: 'shared/vue.ts',
  'vue-router': 'shared/vue-router.ts',
  'vue-i18n': 'shared/vue-i18n.ts',
  'element-plus': 'shared/element-plus.ts',
  '@holdfast/charts': 'shared/charts.ts',
  '@holdfast/console-sdk': 'shared/console-sdk.ts'
}

/**
 * The policy the host sends with the console: scripts and styles are files of this server, and the one import map.
 * Neither Element Plus nor ECharts needs more, as long as tooltips are drawn (see AppChart).
 */
function policy(mapHash: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'sha256-${mapHash}'`,
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'"
  ].join('; ')
}

/** Writes the import map into index.html, and beside the console the policy that lets exactly this map run. */
export function importMap(policyFile: string): Plugin {
  return {
    name: 'holdfast-import-map',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, context) {
        const imports: Record<string, string> = {}
        for (const chunk of Object.values(context.bundle ?? {})) {
          if (chunk.type !== 'chunk' || !chunk.isEntry) continue
          const name = Object.keys(SHARED).find((key) => chunk.facadeModuleId?.endsWith('/' + SHARED[key]))
          if (name) imports[name] = './' + chunk.fileName
        }
        const map = JSON.stringify({ imports })
        mkdirSync(dirname(policyFile), { recursive: true })
        writeFileSync(policyFile, policy(createHash('sha256').update(map).digest('base64')) + '\n')
        return html.replace('<script type="module"', `<script type="importmap">${map}</script>\n  <script type="module"`)
      }
    }
  }
}
